import SQLiteStore
import TestSupport
import Testing

@testable import NewsFindKit

/// The first articles of an index go straight into its file; from then on it has a log.
@Suite struct FirstTransactionTests {
  private let fixture = IndexFixture()

  private func articles(_ count: Int) -> [Article] {
    (0..<count).map { Article("a\($0)", "Titre \($0)", "texte commun \($0)", section: "S\($0 % 5)") }
  }

  private func journal() throws -> String? {
    try IndexConnection.reader(fixture.path).connection.text("PRAGMA journal_mode")
  }

  @Test func `an index has a log as soon as it holds articles`() throws {
    let index = try fixture.writable()
    #expect(try journal() == "delete")
    fixture.write([])
    #expect(try index.reindex([fixture.sources]).added == 0)
    fixture.write(articles(1))
    #expect(try index.reindex([fixture.sources]).added == 1)
    #expect(try journal() == "wal")
  }

  @Test func `an index that was left without a log gets one when it is written again`() throws {
    fixture.write(articles(1))
    _ = try fixture.writable().reindex([fixture.sources])
    try Connection(path: fixture.path, mode: .readWrite).execute("PRAGMA journal_mode = DELETE")
    #expect(try journal() == "delete")
    fixture.write(articles(2))
    #expect(try fixture.writable().reindex([fixture.sources]).added == 1)
    #expect(try journal() == "wal")
  }

  @Test func `nobody waits for the first articles, and they are seen all at once`() throws {
    fixture.write(articles(1_500))
    let index = try fixture.writable()
    let writer = try IndexConnection.writer(fixture.path, create: false)
    // Else the pages would leave memory, for which nobody may be reading.
    try writer.connection.execute("PRAGMA cache_size = 5; PRAGMA cache_spill = 5")
    var reindexing = try Reindexing(writer, SourceRoots([fixture.sources]), ReindexOptions(jobs: 1))
    var totals: Set<Int> = []
    let reader = try IndexConnection.reader(fixture.path)
    reader.connection.setBusyTimeout(milliseconds: 0)
    try reindexing.run([fixture.sources], totalBytes: 0) { _ in
      do {
        totals.insert(Int(try reader.connection.integer("SELECT count(*) FROM article") ?? -1))
      } catch {
        Issue.record(error)
      }
    }
    #expect(totals == [0])
    #expect(try index.search("commun").total == 1_500)
    #expect(try writer.connection.integer("PRAGMA synchronous") == 1)
  }

  @Test func `a search that is at work puts the log off`() throws {
    fixture.write(articles(3))
    let writer = try IndexConnection.writer(fixture.path, create: true)
    let reader = try IndexConnection.reader(fixture.path)
    try reader.connection.execute("BEGIN")
    #expect(try reader.connection.integer("SELECT count(*) FROM article") == 0)
    #expect(try !writer.useLog(patience: .milliseconds(50)))
    #expect(try journal() == "delete")
    try reader.connection.execute("COMMIT")
    #expect(try writer.useLog())
    #expect(try journal() == "wal")
  }

  @Test func `a process killed amid the first transaction leaves an empty index`() throws {
    fixture.write(articles(200))
    let index = try IndexConnection.writer(fixture.path, create: true)
    try index.prepareWriting()
    var writer = try ArticleWriter(index, isVisible: true)
    try index.connection.execute("BEGIN IMMEDIATE")
    for article in articles(200) { try writer.put(article) }
    try writer.finish()
    // As amid the commit, which never ends.
    try index.connection.execute("PRAGMA cache_spill = ON")
    try index.connection.writeChangedPages()
    let wreck = IndexFixture()
    for suffix in ["", "-journal"] {
      wreck.folder.write(TextFile.bytes(fixture.path + suffix), to: "index.sqlite\(suffix)")
    }
    #expect(FileStatus.size(wreck.path) > 100_000, "nothing of the transaction was in the file")
    #expect(try wreck.open().search("commun").total == 0)
    #expect(try wreck.writable().check() == [])
    #expect(try wreck.writable().reindex([fixture.sources]).added == 200)
    #expect(try wreck.open().search("commun").total == 200)
    #expect(try wreck.writable().check() == [])
  }
}
