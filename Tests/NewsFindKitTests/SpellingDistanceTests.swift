import TestSupport
import Testing

@testable import NewsFindKit

/// How near words are to one another.
@Suite struct SpellingDistanceTests {
  private func distance(_ typed: String, _ meant: String, limit: Int = 1_000) -> Int? {
    var distance = SpellingDistance(to: Array(typed.utf8), limit: limit)
    return Array(meant.utf8).withUnsafeBufferPointer {
      if case .near(let number) = distance.read($0, from: 0) { number } else { nil }
    }
  }

  @Test(arguments: [
    ("poutin", "poutine", 35), ("vostotchni", "vostochny", 45), ("filosofie", "philosophie", 50),
    ("enfent", "enfant", 25), ("anulation", "annulation", 30), ("kalifornie", "californie", 35),
    ("kestion", "question", 25), ("manifestasion", "manifestation", 40), ("batau", "bateau", 25),
    ("parler", "parle", 25), ("grand", "gran", 50), ("ecole", "ecole", 0), ("lsite", "liste", 70),
    ("zebre", "aebre", 140), ("teatre", "theatre", 25),
  ])
  func `slips that are usual in French are small`(typed: String, meant: String, most: Int) throws {
    let found = try #require(distance(typed, meant))
    #expect(found <= most)
    #expect(found > 0 || typed == meant)
  }

  @Test(arguments: [("chat", "chien", 100), ("ministre", "monstre", 100), ("paris", "berlin", 200)])
  func `other words are far`(typed: String, other: String, least: Int) {
    #expect(distance(typed, other) ?? .max > least)
  }

  @Test func `what is over the limit is not near`() {
    #expect(distance("lune", "dune", limit: 200) != nil)
    #expect(distance("lune", "dune", limit: 60) == nil)
    #expect(distance("", "lune", limit: 400) != nil)
  }

  @Test func `words read in their order are as far as each alone`() {
    var random = SeededGenerator()
    let letters = Array("aeinphtcos".utf8)
    func word() -> [UInt8] {
      (0..<Int.random(in: 1...9, using: &random)).map { _ in letters.randomElement(using: &random) ?? 97 }
    }
    for _ in 0..<20 {
      let typed = word()
      let words = Set((0..<300).map { _ in word() }).sorted { $0.lexicographicallyPrecedes($1) }
      var together = SpellingDistance(to: typed, limit: 180)
      var last: [UInt8] = []
      var hopeless: [UInt8]?
      for word in words {
        var alone = SpellingDistance(to: typed, limit: 180)
        let expected = word.withUnsafeBufferPointer { alone.read($0, from: 0) }
        if let hopeless, word.starts(with: hopeless) {
          #expect(Self.number(expected) == nil, "seed \(random.seed)")
          continue
        }
        hopeless = nil
        let shared = zip(last, word).prefix { $0 == $1 }.count
        let outcome = word.withUnsafeBufferPointer { together.read($0, from: shared) }
        #expect(Self.number(outcome) == Self.number(expected), "seed \(random.seed)")
        if case .hopeless(let length) = outcome { hopeless = Array(word[..<length]) }
        last = word
      }
    }
  }

  private static func number(_ outcome: SpellingDistance.Outcome) -> Int? {
    if case .near(let number) = outcome { number } else { nil }
  }
}
