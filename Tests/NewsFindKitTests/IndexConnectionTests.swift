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
}
