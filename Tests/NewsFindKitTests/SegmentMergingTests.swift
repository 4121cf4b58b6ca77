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
    try run(1_600)
    let first = try #require(try segments().last)
    for number in 1_601...1_620 {
      try run(number)
      let found = try segments()
      #expect(found.count <= 3, "run \(number)")
      #expect(found.last == first, "run \(number)")
      #expect(found.allSatisfy { !$0.isBeingMerged }, "run \(number)")
    }
    #expect(try fixture.writable().check() == [])
    let index = try fixture.open()
    #expect(try index.search("lanceur").total == 1_621)
    #expect(try index.search("\"lanceur 1620\"").total == 2)
  }

  @Test("an index that FTS5 merged is merged by newsfind from now on")
  func earlierVersion() throws {
    try run(10)
    let index = try IndexConnection.writer(fixture.path, create: false)
    try index.connection.execute(
      "INSERT INTO article_text(article_text, rank) VALUES ('automerge', 4), ('usermerge', 4)")
    try run(11)
    let values = try index.connection.text(
      "SELECT group_concat(k || v, ' ') FROM (SELECT * FROM article_text_config ORDER BY k) WHERE k GLOB '*merge'"
    )
    #expect(values == "automerge0 crisismerge1000 usermerge2")
    #expect(try segments().count == 1)
  }

  @Test(
    "the newest segments are merged as far as one is not much larger than all before it",
    arguments: [
      ([], 0), ([7], 0), ([1, 4], 2), ([1, 5], 0), ([1, 4, 20], 3), ([1, 5, 24], 3), ([1, 5, 25], 0),
      ([1, 9, 2, 60], 3), ([100, 1], 2), ([1, 1, 1, 1, 1], 5),
    ] as [([Int], Int)])
  func count(sizes: [Int], expected: Int) {
    #expect(SegmentMerging.mergedCount(sizes) == expected)
  }

  @Test("what FTS5 merged after segments were arranged anew is what was there") func arranging() throws {
    // Small leaves, so that segments have many.
    _ = try fixture.writable()
    var index = try IndexConnection.writer(fixture.path, create: false)
    try index.connection.execute("INSERT INTO article_text(article_text, rank) VALUES ('pgsz', 50)")
    index = try IndexConnection.writer(fixture.path, create: false)
    for number in 0..<40 {
      try run(number)
      #expect(try fixture.writable().check() == [], "run \(number)")
      let found = try segments()
      #expect(SegmentMerging.mergedCount(found.map(\.leaves.count)) < 2, "run \(number)")
      #expect(try fixture.open().search("lanceur").total == number + 1, "run \(number)")
    }
  }
}
