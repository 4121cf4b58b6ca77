import CSQLite

/// What SQLite asks of the file system, and what it is told when that fails.
enum FileOperation: CaseIterable, Sendable {
  case open, delete, access
  case read, write, truncate, sync, size, lock
  /// The memory that connections share beside a write-ahead log.
  case mapMemory, lockMemory

  /// What SQLite's own layer reports where the system refuses.
  var codes: [Int32] {
    switch self {
    case .open: [SQLITE_CANTOPEN]
    case .delete: [Self.ioError(10)]
    case .access: [Self.ioError(13)]
    case .read: [Self.ioError(1)]
    case .write: [Self.ioError(3), SQLITE_FULL]
    case .truncate: [Self.ioError(6)]
    case .sync: [Self.ioError(4)]
    case .size: [Self.ioError(7)]
    case .lock: [Self.ioError(15)]
    case .mapMemory: [Self.ioError(21), SQLITE_CANTOPEN]
    case .lockMemory: [Self.ioError(20)]
    }
  }

  /// The extended codes are macros that Swift does not import.
  ///
  /// Related SQLite documentation: <https://www.sqlite.org/rescode.html#extrc>
  private static func ioError(_ number: Int32) -> Int32 { SQLITE_IOERR | number << 8 }
}
