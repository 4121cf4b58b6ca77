import Glibc
import SQLiteStore
import TestSupport
import Testing

@testable import NewsFindKit

/// What the file holds when the process that wrote it was killed: the file and its log are copied as they lie there, and
/// the copy is opened as if nothing else were left.
@Suite struct CrashSafetyTests {
  /// An index that is being written, with its log not taken in.
  private final class Writing {
    let fixture = IndexFixture()
    let index: IndexConnection
    /// The number of articles after each commit.
    private(set) var committed: [Int] = [0]
    private var writer: ArticleWriter
    private var count = 0

    init() throws {
      index = try IndexConnection.writer(fixture.path, create: true)
      #expect(try index.useLog())
      // Pages leave memory before the transaction commits, and the log grows with all of them.
      try index.connection.execute(
        "PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = 5; PRAGMA cache_spill = 5")
      writer = try ArticleWriter(index, isVisible: true)
    }

    func begin() throws { try index.connection.execute("BEGIN IMMEDIATE") }

    func put(_ number: Int) throws {
      for _ in 0..<number {
        count += 1
        let article = Article(
          "a\(count)", "Titre \(count)", "texte commun \(count)", section: "S\(count % 5)")
        try writer.put(article)
      }
    }

    func commit() throws {
      try writer.finish()
      try index.connection.execute("COMMIT")
      committed.append(count)
    }

    /// Copies what a killed process would leave into a folder of its own.
    func wreck(log change: (inout [UInt8]) -> Void = { _ in }, withSharedMemory: Bool = false) -> IndexFixture
    {
      let copy = IndexFixture()
      copy.folder.write(TextFile.bytes(fixture.path), to: "index.sqlite")
      var log = TextFile.bytes(fixture.path + "-wal")
      change(&log)
      copy.folder.write(log, to: "index.sqlite-wal")
      if withSharedMemory { copy.folder.write(TextFile.bytes(fixture.path + "-shm"), to: "index.sqlite-shm") }
      return copy
    }
  }

  /// The index is whole and holds so many articles; it can be searched and written.
  private func expectWhole(_ wreck: IndexFixture, _ counts: [Int], _ comment: Comment? = nil) throws {
    let count = try wreck.open().statistics().articles
    #expect(counts.contains(count), comment)
    #expect(try wreck.open().search("commun").total == count, comment)
    #expect(try wreck.writable().check() == [], comment)
    wreck.write((1...count + 3).map { Article("a\($0)", "Titre", "texte ensuite") })
    let summary = try wreck.writable().reindex([wreck.sources])
    #expect([summary.changed, summary.added] == [count, 3], comment)
    #expect(try wreck.open().search("ensuite").total == count + 3, comment)
    #expect(try wreck.writable().check() == [], comment)
  }

  @Test(arguments: [false, true])
  func `a process killed amid a transaction leaves the last committed state`(withSharedMemory: Bool) throws {
    let writing = try Writing()
    for number in [300, 1, 40] {
      try writing.begin()
      try writing.put(number)
      try writing.commit()
    }
    let logSize = FileStatus.size(writing.fixture.path + "-wal")
    try writing.begin()
    try writing.put(300)
    #expect(
      FileStatus.size(writing.fixture.path + "-wal") > logSize, "nothing of the transaction was in the log")
    try expectWhole(writing.wreck(withSharedMemory: withSharedMemory), [341])
    // The one that was not killed goes on.
    try writing.commit()
    #expect(try writing.fixture.open().statistics().articles == 641)
  }

  @Test func `a process killed after a commit has lost nothing of it`() throws {
    let writing = try Writing()
    for number in [10, 20, 30] {
      try writing.begin()
      try writing.put(number)
      try writing.commit()
      try expectWhole(writing.wreck(), [writing.committed.last ?? 0])
    }
  }

  @Test func `a log cut off anywhere holds one of the committed states, whole`() throws {
    var random = SeededGenerator()
    let writing = try Writing()
    for _ in 0..<6 {
      try writing.begin()
      try writing.put(Int.random(in: 1...30, using: &random))
      try writing.commit()
    }
    try writing.begin()
    try writing.put(20)
    // The file itself knows of no table before the log is taken in.
    var seen: Set<Int> = []
    for _ in 0..<25 {
      let wreck = writing.wreck(log: { $0.removeLast(Int.random(in: 0...$0.count / 2, using: &random)) })
      seen.insert(try wreck.open().statistics().articles)
      try expectWhole(wreck, writing.committed, "seed \(random.seed)")
    }
    #expect(seen.count > 1, "seed \(random.seed)")
  }

  @Test func `noise in the log is not taken for articles`() throws {
    var random = SeededGenerator()
    let writing = try Writing()
    for _ in 0..<4 {
      try writing.begin()
      try writing.put(10)
      try writing.commit()
    }
    for _ in 0..<10 {
      let wreck = writing.wreck(log: { log in
        let start = Int.random(in: log.count / 2..<log.count, using: &random)
        for place in start..<min(start + 100, log.count) {
          log[place] ^= UInt8.random(in: 1...255, using: &random)
        }
      })
      try expectWhole(wreck, writing.committed, "seed \(random.seed)")
    }
  }

  @Test func `a writer let go amid a transaction leaves the last committed state and no lock`() throws {
    let fixture = IndexFixture()
    do {
      let index = try IndexConnection.writer(fixture.path, create: true)
      for (id, isCommitted) in [("a", true), ("b", false)] {
        var writer = try ArticleWriter(index, isVisible: true)
        try index.connection.execute("BEGIN IMMEDIATE")
        let article = Article(id, "", "texte commun")
        try writer.put(article)
        try writer.finish()
        if isCommitted { try index.connection.execute("COMMIT") }
      }
    }
    #expect(try fixture.search("commun") == ["a"])
    #expect(try fixture.writable().check() == [])
    fixture.write([Article("b", "", "texte commun")])
    #expect(try fixture.writable().reindex([fixture.sources]).added == 1)
  }

  @Test func `a reindexing that fails half-way keeps what was committed before`() throws {
    let fixture = try IndexFixture([Article("a", "", "texte commun")])
    fixture.write((0..<600).map { Article("b\($0)", "", "texte commun") })
    let index = try fixture.writable()
    // The file may grow no more: as if the disk were full.
    let writer = try IndexConnection.writer(fixture.path, create: false)
    let pages = try #require(try writer.connection.integer("PRAGMA page_count"))
    try writer.connection.execute("PRAGMA max_page_count = \(pages + 1)")
    var reindexing = try Reindexing(writer, SourceRoots([fixture.sources]), ReindexOptions())
    let error = try #require(throws: SQLiteError.self) {
      try reindexing.run([fixture.sources], totalBytes: 0) { _ in }
    }
    #expect(NewsIndexError(error, path: fixture.path) == .noSpace(path: fixture.path))
    #expect(!writer.connection.isInTransaction)
    #expect(try index.search("commun").total == 1)
    #expect(try index.check() == [])
    #expect(try index.reindex([fixture.sources]).added == 600)
    #expect(try index.check() == [])
  }

  @Test func `a rebuild that was killed leaves the old index, and the next one succeeds`() throws {
    let fixture = try IndexFixture([Article("a", "", "texte commun")])
    let before = FileImage(fixture.path)
    let replacement = try IndexReplacement(of: fixture.path)
    let new = try replacement.makeWriter()
    try new.connection.execute("BEGIN IMMEDIATE; INSERT INTO section(name) VALUES ('à moitié')")
    #expect(FileImage(fixture.path) == before)
    #expect(try fixture.search("commun") == ["a"])
    #expect(try NewsIndex.rebuild(at: fixture.path, from: [fixture.sources]).added == 1)
    #expect(try fixture.search("commun") == ["a"])
  }
}
