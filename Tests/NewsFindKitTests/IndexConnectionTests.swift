import Foundation
import SQLiteStore
import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct IndexConnectionTests {
  @Test func `a connection goes with its last reference`() throws {
    let folder = TemporaryFolder()
    weak var gone: Connection?
    try {
      let index = try IndexConnection.writer(folder.file("a.sqlite"), create: true)
      gone = index.connection
      _ = try SearchSession(index: index).search("espace", SearchOptions())
    }()
    #expect(gone == nil)
    // The last connection takes the log into the file and removes it.
    #expect(!FileStatus.exists(folder.file("a.sqlite-wal")))
  }

  @Test func `a connection that counts on nobody writing notices when somebody does`() throws {
    let fixture = try IndexFixture([Article("a", "", "un")])
    let quiet = try IndexConnection(path: fixture.path, mode: .immutable)
    let usual = try IndexConnection.reader(fixture.path)
    #expect(!quiet.isOutdated)
    fixture.write([Article("a", "", "un"), Article("b", "", "deux")])
    _ = try fixture.writable().reindex([fixture.sources])
    #expect(quiet.isOutdated && !usual.isOutdated)
  }

  @Test func `a file that others may write is never opened as if nobody did`() throws {
    let fixture = try IndexFixture([Article("a", "", "un")])
    var modes: [Connection.Mode] = []
    let error = try #require(throws: SQLiteError.self) {
      try IndexConnection.reading(fixture.path) { mode in
        modes.append(mode)
        throw SQLiteError(code: .cannotOpen, message: "")
      }
    }
    #expect(error.code == .cannotOpen && modes == [.readOnly])
  }

  @Test func `what a killed writer has left of a rollback journal is taken back by who reads`() throws {
    let fixture = try IndexFixture([Article("a", "", "un")])
    let writer = try IndexConnection.writer(fixture.path, create: false).connection
    // As the file is while it is made. Pages and journal are written before the commit, which never comes.
    try writer.execute("PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN")
    for _ in 0..<300 { try writer.execute("INSERT INTO section(name) VALUES (hex(randomblob(3000)))") }
    let folder = TemporaryFolder()
    let copy = folder.file("a.sqlite")
    try FileManager.default.copyItem(atPath: fixture.path, toPath: copy)
    try FileManager.default.copyItem(atPath: fixture.path + "-journal", toPath: copy + "-journal")
    try writer.execute("ROLLBACK")
    #expect(throws: SQLiteError.self) {
      try Connection(path: copy, mode: .readOnly).integer("SELECT count(*) FROM section")
    }
    let reader = try IndexConnection.reader(copy)
    #expect(try reader.connection.integer("SELECT count(*) FROM section") == 0)
    #expect(try reader.connection.integer("SELECT count(*) FROM article") == 1)
    #expect(!FileStatus.exists(copy + "-journal"))
  }
}
