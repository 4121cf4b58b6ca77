import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct IndexWearTests {
  private static func articles(_ edition: Int) -> [Article] {
    (0..<60).map { number in
      Article(
        "a\(number)", "Fusée \(number)",
        "Le lanceur \(number) a décollé, édition \(number % 6 < edition ? edition : 0).")
    }
  }

  private static func rows(_ fixture: IndexFixture) throws -> (count: Int64?, last: Int64?, segments: Int64?)
  {
    let connection = try IndexConnection.reader(fixture.path).connection
    return (
      try connection.integer("SELECT count(*) FROM article"),
      try connection.integer("SELECT max(id) FROM article"),
      try connection.integer("SELECT count(DISTINCT segid) FROM article_text_idx")
    )
  }

  @Test("an index of which a fourth has changed is written anew, and finds the same") func wear() throws {
    try IndexWear.$leastGone.withValue(10) {
      let fixture = IndexFixture()
      fixture.write(Self.articles(0), to: "a.jsonl")
      _ = try fixture.writable().reindex([fixture.sources])
      let reader = try fixture.open()
      #expect(try reader.search("lanceur").total == 60)
      // Ten articles change: less than a fourth.
      fixture.write(Self.articles(1), to: "a.jsonl")
      #expect(try fixture.writable().reindex([fixture.sources]).changed == 10)
      #expect(try Self.rows(fixture).last == 70)
      fixture.write(Self.articles(2), to: "a.jsonl")
      var sorted = false
      let summary = try fixture.writable().reindex([fixture.sources]) { sorted = sorted || $0.isSorting }
      #expect(summary.changed == 20 && sorted)
      let rows = try Self.rows(fixture)
      #expect(rows.count == 60 && rows.last == 60 && rows.segments == 1)
      #expect(try fixture.writable().check() == [])
      // A reader that was open meanwhile.
      #expect(try reader.search("lanceur", options: SearchOptions(limit: 100)).total == 60)
      #expect(try reader.search("\"édition 2\"").total == 20)
      #expect(try fixture.writable().reindex([fixture.sources]).unchanged == 60)
    }
  }

  @Test("an end that is asked for leaves the index as it is") func cancelled() throws {
    try IndexWear.$leastGone.withValue(10) {
      let fixture = IndexFixture()
      fixture.write(Self.articles(0), to: "a.jsonl")
      _ = try fixture.writable().reindex([fixture.sources])
      fixture.write(Self.articles(2), to: "a.jsonl")
      var isSorting = false
      var options = ReindexOptions(jobs: 1)
      nonisolated(unsafe) let asked = UnsafeMutablePointer<Bool>.allocate(capacity: 1)
      asked.initialize(to: false)
      defer { asked.deallocate() }
      options.isCancelled = { asked.pointee }
      let summary = try fixture.writable().reindex([fixture.sources], options: options) {
        isSorting = $0.isSorting
        if isSorting { asked.pointee = true }
      }
      #expect(summary.changed == 20 && !summary.isCancelled)
      #expect(try Self.rows(fixture).last == 80)
      #expect(try fixture.writable().check() == [])
      #expect(try fixture.open().search("lanceur").total == 60)
      // The next run that has something to do does it, and one that has nothing, too.
      _ = try fixture.writable().reindex([fixture.sources])
      #expect(try Self.rows(fixture).last == 60)
    }
  }
}
