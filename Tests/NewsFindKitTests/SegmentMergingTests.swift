import SQLiteStore
import TestSupport
import Testing

@testable import NewsFindKit

/// Into how many segments of FTS5 an index falls.
@Suite struct SegmentMergingTests {
  private let fixture = IndexFixture()

  private func segments() throws -> [FullTextSegment] {
    try #require(try FullTextReader(IndexConnection.reader(fixture.path).connection).segments())
  }

  /// Has a run read one more article, change the one before, and that before back.
  private func run(_ number: Int) throws {
    let articles = (0...number).map { article in
      let words = (1...20).map { "mot\(article * $0 % 997)" }
      let name = article == number - 1 ? number : article
      return Article("a\(article)", "", "Le lanceur \(name) décolle. " + words.joined(separator: " "))
    }
    fixture.write(articles)
    _ = try fixture.writable().reindex([fixture.sources])
  }

  @Test("after many runs there are few segments, and the first one is left alone") func runs() throws {
    try run(400)
    let first = try #require(try segments().last)
    for number in 401...440 {
      try run(number)
      let found = try segments()
      #expect(found.count <= 7, "run \(number)")
      #expect(found.last == first, "run \(number)")
      #expect(found.allSatisfy { !$0.isBeingMerged }, "run \(number)")
    }
    #expect(try fixture.writable().check() == [])
    let index = try fixture.open()
    #expect(try index.search("lanceur").total == 441)
    #expect(try index.search("\"lanceur 440\"").total == 2)
  }

  @Test("an index in which four segments of a level are merged is brought to two")
  func earlierVersion() throws {
    try run(10)
    let index = try IndexConnection.writer(fixture.path, create: false)
    try index.connection.execute(
      "INSERT INTO article_text(article_text, rank) VALUES ('automerge', 4), ('usermerge', 4)")
    for number in 11...16 { try run(number) }
    #expect(try segments().count <= 4)
    let values = try index.connection.text(
      "SELECT group_concat(k || v, ' ') FROM (SELECT * FROM article_text_config ORDER BY k) WHERE k GLOB '*merge'"
    )
    #expect(values == "automerge2 crisismerge16 usermerge2")
  }
}
