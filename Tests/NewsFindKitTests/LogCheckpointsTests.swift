import SQLiteStore
import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct LogCheckpointsTests {
  private let folder = TemporaryFolder()
  private var path: String { "\(folder.path)/index" }

  private func writer() throws -> IndexConnection {
    let index = try IndexConnection.writer(path, create: true)
    #expect(try index.useLog())
    return index
  }

  private func write(_ writer: Connection, rounds: Int) throws {
    for round in 0..<rounds {
      try writer.execute("BEGIN IMMEDIATE")
      for _ in 0..<20 {
        try writer.execute("INSERT INTO section(name) VALUES ('\(round) ' || hex(randomblob(4000)))")
      }
      try writer.writeChangedPages()
      try writer.execute("COMMIT")
    }
  }

  @Test func `the log stays small while a writer goes on, and loses nothing`() throws {
    let index = try writer()
    let log = try #require(try LogCheckpoints(index.connection, path: path, logLimit: 1 << 20))
    for _ in 0..<60 {
      try write(index.connection, rounds: 1)
      log.noteCommit()
      log.synchronizeLog()
    }
    log.wait()
    // Ten megabytes were written.
    #expect(FileStatus.size(path + "-wal") < 5 << 20)
    #expect(FileStatus.size(path) > 5 << 20)
    let reader = try IndexConnection.reader(path)
    #expect(try reader.connection.integer("SELECT count(*) FROM section") == 1_200)
  }

  @Test func `a reader does not keep the writer waiting`() throws {
    let index = try writer()
    let log = try #require(try LogCheckpoints(index.connection, path: path, logLimit: 1 << 18))
    try write(index.connection, rounds: 1)
    let reader = try IndexConnection.reader(path)
    try reader.connection.execute("BEGIN")
    #expect(try reader.connection.integer("SELECT count(*) FROM section") == 20)
    for _ in 0..<10 {
      try write(index.connection, rounds: 1)
      log.noteCommit()
    }
    #expect(try reader.connection.integer("SELECT count(*) FROM section") == 20)
    try reader.connection.execute("COMMIT")
    #expect(try reader.connection.integer("SELECT count(*) FROM section") == 220)
  }

  @Test func `SQLite makes its own checkpoints again afterwards`() throws {
    let index = try writer()
    do {
      let log = try #require(try LogCheckpoints(index.connection, path: path))
      #expect(try index.connection.integer("PRAGMA wal_autocheckpoint") == 0)
      log.wait()
    }
    #expect(try index.connection.integer("PRAGMA wal_autocheckpoint") == 1_000)
  }

  @Test func `an index without a log needs none`() throws {
    let index = try IndexConnection.inMemory()
    #expect(try LogCheckpoints(index.connection, path: ":memory:") == nil)
  }
}
