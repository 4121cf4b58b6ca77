import Synchronization

/// Connections for readers: each is lent to one search at a time and kept for the next.
final class ReaderPool: Sendable {
  /// A connection on its way between threads.
  ///
  /// Unchecked: SQLite connections are not bound to a thread, they only must not be used by two at once; the pool
  /// gives each to one borrower and takes it back when that one is done.
  private struct Lent: @unchecked Sendable {
    let reader: IndexConnection
  }

  private let path: String
  private let idle = Mutex<[Lent]>([])

  init(path: String) {
    self.path = path
  }

  /// Runs `body` with a connection that nobody else uses meanwhile.
  func withReader<Result>(_ body: (IndexConnection) throws -> Result) throws -> Result {
    let lent = try idle.withLock { $0.popLast() } ?? Lent(reader: IndexConnection.reader(path))
    let result = try NewsIndexError.translating(path) { try body(lent.reader) }
    // After an error the connection is dropped: the next search begins with a fresh one.
    idle.withLock { $0.append(lent) }
    return result
  }
}
