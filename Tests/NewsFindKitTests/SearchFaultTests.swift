import SQLiteStore
import TestSupport
import Testing

@testable import NewsFindKit

/// The file system fails while searches read: they say so or answer right, and the next one is right.
@Suite struct SearchFaultTests {
  /// What an index is asked.
  private static let questions: [(name: String, answer: @Sendable (NewsIndex) throws -> String)] = [
    ("words", { try answer($0, "texte commun numéro") }),
    (
      "a phrase and facets",
      { try answer($0, "\"texte commun\"", SearchOptions(limit: 3, countsFacets: true)) }
    ),
    ("a word as it is written", { try answer($0, "commu*", SearchOptions(order: .date)) }),
    ("what is left out", { try answer($0, "-premier", SearchOptions(section: "Sport")) }),
    ("a word that nobody wrote", { try answer($0, "commmun", SearchOptions(explains: true)) }),
    ("relatives", { try "\($0.similar(to: "a7").map(timeless).debugDescription)" }),
    ("an article", { try "\($0.article(id: "b3", highlighting: "texte").debugDescription)" }),
    ("completions", { try "\($0.completions(of: "com"))" }),
    ("statistics", { try "\($0.statistics().articles) \($0.statistics().terms)" }),
  ]

  private static func answer(
    _ index: NewsIndex, _ query: String, _ options: SearchOptions = SearchOptions()
  ) throws -> String {
    try "\(timeless(index.search(query, options: options)))"
  }

  private static func timeless(_ results: SearchResults) -> SearchResults {
    var results = results
    results.took = .zero
    return results
  }

  private static func articles(_ letter: String, _ word: String) -> [Article] {
    (0..<20).map { number in
      var article = Article(
        "\(letter)\(number)", "Titre \(number)", lead: "Chapô",
        "Un \(word) texte commun, au numéro \(number).",
        section: ["Sport", "Espace"][number % 2])
      article.date = ArticleDate("2023-01-\(10 + number)")
      return article
    }
  }

  @Test(arguments: FileOperation.allCases, [false, true])
  func `a search under faults is right or an error`(operation: FileOperation, logIsTakenIn: Bool) throws {
    var random = SeededGenerator()
    let fixture = try IndexFixture(Self.articles("a", "premier"))
    // While it reads the log is not taken into the file: half of the articles are in either.
    let reading = logIsTakenIn ? nil : try IndexConnection.reader(fixture.path)
    try reading?.connection.execute("BEGIN; SELECT count(*) FROM article")
    fixture.write(Self.articles("b", "second"), to: "b.jsonl")
    _ = try fixture.writable().reindex([fixture.sources], options: ReindexOptions(jobs: 1))
    #expect((FileStatus.size(fixture.path + "-wal") > 0) == !logIsTakenIn)

    try FaultyVFS.with(faultsIn: fixture.folder.path) { faults in
      func ask(_ index: NewsIndex) throws -> [String] { try Self.questions.map { try $0.answer(index) } }
      let expected = try ask(fixture.open())
      let count = try {
        let index = try fixture.open()
        faults.set(nil)
        _ = try ask(index)
        defer { withExtendedLifetime(index) {} }
        return faults.count(of: operation)
      }()
      for fault in FileFaults.some(operation, of: count, using: &random) {
        faults.set(fault)
        let opened = Result { try fixture.open() }
        let answers = Self.questions.map { question in
          Result { try question.answer(opened.get()) }
        }
        #expect(faults.hasStruck, "\(fault)")
        faults.set(nil)
        for (place, answer) in answers.enumerated() {
          let name = Self.questions[place].name
          switch answer {
          case .success(let text): #expect(text == expected[place], "\(name), \(fault)")
          case .failure(let error): #expect(error is NewsIndexError, "\(name), \(fault): \(error)")
          }
        }
        let index = try (try? opened.get()) ?? fixture.open()
        let recovered = try ask(index)
        #expect(recovered == expected, "\(fault)")
      }
    }
    withExtendedLifetime(reading) {}
  }
}
