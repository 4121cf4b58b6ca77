import Synchronization

/// Connections for readers: each is lent to one search at a time and kept for the next.
final class ReaderPool: Sendable {
  /// A connection on its way between threads.
  ///
  /// Unchecked: SQLite connections are not bound to a thread, they only must not be used by two at once; the pool
  /// gives each to one borrower and takes it back when that one is done.
  private struct Lent: @unchecked Sendable {
    let reader: IndexConnection
    /// The file it reads, which need not be the one at the path any more.
    let file: FileStatus.Identity?
  }

  private let path: String
  private let idle = Mutex<[Lent]>([])

  init(path: String) {
    self.path = path
  }

  /// Runs `body` with a connection that nobody else uses meanwhile.
  ///
  /// - Throws: What `body` throws; ``NewsIndexError`` when the index cannot be opened.
  func withReader<Result>(_ body: (IndexConnection) throws -> Result) throws -> Result {
    let lent = try borrow()
    let result = try NewsIndexError.translating(path) { try body(lent.reader) }
    // What was read meanwhile is of two states of the file.
    if lent.reader.isOutdated { return try withReader(body) }
    // After an error the connection is dropped: the next search begins with a fresh one.
    idle.withLock { $0.append(lent) }
    return result
  }

  /// A connection to the file that is at the path now.
  ///
  /// An index that was removed, or so damaged that a rebuild put another file in its place, lives on for those who have
  /// it open: their connections are let go.
  private func borrow() throws -> Lent {
    let file = FileStatus.identity(path)
    let known = idle.withLock { idle in
      idle.removeAll { $0.file != file || $0.reader.isOutdated }
      return idle.popLast()
    }
    return try known ?? Lent(reader: IndexConnection.reader(path), file: file)
  }
}
