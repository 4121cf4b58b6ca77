import TestSupport
import Testing

@testable import NewsFindKit

/// Whole articles with highlights, and what a session makes of an index in disorder.
@Suite struct SearchSessionTests {
  private static let article = Article(
    "id 1", "Le cosmodrome de l'espace", lead: "L’espace d'abord.",
    "Un cosmodrome, des cosmodromes.\nLa guerre d’Ukraine.")

  /// The pieces of a text that are highlighted.
  private func pieces(_ text: String, _ ranges: [Range<Int>]) -> [String] {
    let bytes = Array(text.utf8)
    return ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(
    arguments: [
      (nil, [], [], []), ("", [], [], []), ("zzz", [], [], []), ("-cosmodrome", [], [], []),
      ("cosmodrome", ["cosmodrome"], [], ["cosmodrome", "cosmodromes"]),
      ("espace cosmodrome", ["cosmodrome", "espace"], ["espace"], ["cosmodrome", "cosmodromes"]),
      ("\"guerre d'ukraine\"", [], [], ["guerre d’Ukraine"]),
      ("\"guerre ukraine\" -espace", [], [], ["guerre d’Ukraine"]),
      ("le la", ["Le"], [], ["La"]),
    ] as [(String?, [String], [String], [String])])
  func `an article is shown with the query's words`(
    query: String?, title: [String], lead: [String], body: [String]
  ) throws {
    let fixture = try IndexFixture([Self.article])
    let found = try #require(try fixture.open().article(id: "id 1", highlighting: query))
    #expect(found.article == Self.article)
    #expect(pieces(found.article.title, found.titleHighlights) == title)
    #expect(pieces(found.article.lead, found.leadHighlights) == lead)
    #expect(pieces(found.article.body, found.bodyHighlights) == body)
  }

  @Test(arguments: ["id 2", "", "ID 1", "id 1 ", "' OR '1'='1", "id\u{0} 1"])
  func `an id that the index does not hold finds nothing`(id: String) throws {
    let fixture = try IndexFixture([Self.article])
    #expect(try fixture.open().article(id: id) == nil)
  }

  @Test func `a full text without its article is damage, not a wrong answer`() throws {
    let fixture = try IndexFixture([Self.article, Article("b", "", "cosmodrome, lanceur")])
    try IndexConnection.writer(fixture.path, create: false).connection.execute(
      "DELETE FROM article WHERE id = 1")
    let index = try fixture.open()
    let error = try #require(throws: NewsIndexError.self) { try index.search("cosmodrome") }
    guard case .damaged(fixture.path, _) = error else { throw error }
    // Other searches go on.
    #expect(try index.search("lanceur").hits.map(\.id) == ["b"])
  }

  @Test func `a search reads one state of the index, whoever writes meanwhile`() throws {
    let fixture = try IndexFixture([Self.article])
    let reader = try IndexConnection.reader(fixture.path)
    let session = SearchSession(index: reader)
    try reader.connection.execute("BEGIN")
    #expect(try reader.connection.integer("SELECT count(*) FROM article") == 1)
    fixture.write([Article("b", "", "un cosmodrome")], to: "b.jsonl")
    _ = try fixture.writable().reindex([fixture.sources])
    #expect(try session.article("b", highlighting: nil) == nil)
    try reader.connection.execute("COMMIT")
    #expect(try session.article("b", highlighting: nil) != nil)
    #expect(try session.search("cosmodrome", SearchOptions()).total == 2)
  }
}
