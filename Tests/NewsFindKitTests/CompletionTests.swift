import TestSupport
import Testing

@testable import NewsFindKit

/// Ways to go on with what is being typed.
@Suite struct CompletionTests {
  private let fixture: IndexFixture

  init() throws {
    fixture = try IndexFixture(Self.articles)
  }

  private static let articles = [
    Article("a", "Réchauffement climatique", "Le réchauffement climatique avance. Le coup d’État a échoué."),
    Article("b", "", "Réchauffement climatique encore, recherche aussi. Un coup d’État, un coup de feu."),
    Article("c", "", "Le réchauffement climatique, la recherche et les recherches d’Ukraine."),
    Article(
      "d", "", "La guerre en Ukraine dure ; une guerre en Ukraine. Le réchauffement, climatique ou non."),
    Article("e", "", "La guerre en Ukraine et Vladimir Poutine."),
  ]

  private func completions(_ text: String, limit: Int = 10) throws -> [String] {
    try fixture.open().completions(of: text, limit: limit).map(\.text)
  }

  @Test(
    arguments: [
      ("réch", ["réchauffement", "réchauffement climatique"]),
      ("RECH", ["réchauffement", "recherche", "réchauffement climatique"]),
      ("pout", ["Poutine"]), ("l'ukr", ["l'Ukraine"]), ("guerre en ukr", ["guerre en Ukraine"]),
      ("la guerre e", ["la guerre en Ukraine"]), ("coup d", ["coup d’État", "coup de feu"]),
      ("coup d'e", ["coup d’État"]), ("réchauffement ", ["réchauffement climatique"]),
      ("réchauffement c", ["réchauffement climatique"]), ("vladimir pou", ["vladimir Poutine"]),
      ("zzz", []), ("", []), (" ", []), ("'", []), ("de", []),
    ])
  func `a text goes on`(text: String, expected: [String]) throws {
    let found = try completions(text)
    #expect(found == expected)
  }

  @Test(arguments: [0, 1, 2, -1, Int.max])
  func `no more than asked for`(limit: Int) throws {
    #expect(try completions("re", limit: limit).count == min(max(limit, 0), 3))
  }

  @Test func `the most frequent comes first`() throws {
    let found = try fixture.open().completions(of: "rech")
    #expect(found.map(\.occurrences) == found.map(\.occurrences).sorted(by: >))
    #expect(found.first?.occurrences == 5)
  }

  @Test func `nothing that is typed fails`() throws {
    let index = try fixture.open()
    var random = SeededGenerator()
    let pieces = [
      "réch", "\"", "'", "guerre en", "-", "*", " ", "l’", "\u{0}", "é", "O.N.U.", "é\u{301}", "\u{FFFD}",
      "漢",
    ]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      for completion in try index.completions(of: text) {
        #expect(completion.occurrences > 0, "seed \(random.seed)")
      }
    }
  }

  @Test func `an empty index completes nothing`() throws {
    let fixture = IndexFixture()
    #expect(try fixture.writable().completions(of: "re").isEmpty)
  }
}
