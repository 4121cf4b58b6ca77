import TestSupport

@testable import NewsFindKit

/// An index file as it was at some time, to be put back.
struct StoredIndex {
  private let fixture: IndexFixture
  private let bytes: [UInt8]
  /// Whether there was one.
  let isThere: Bool

  /// - Parameter fixture: Nobody has its index open.
  init(_ fixture: IndexFixture) {
    self.fixture = fixture
    isThere = FileStatus.exists(fixture.path)
    bytes = isThere ? TextFile.bytes(fixture.path) : []
  }

  /// Puts it where it was; nobody may have the file open that is there now.
  func restore() {
    for suffix in ["", "-wal", "-shm", "-journal"] { fixture.folder.removeFile("index.sqlite\(suffix)") }
    if isThere { fixture.folder.write(bytes, to: "index.sqlite") }
  }
}
