import CSQLite

/// One connection to one SQLite file.
///
/// A connection is used by one thread at a time; it is not `Sendable`. Closing happens when the last reference goes,
/// after its statements were finalized.
package final class Connection {
  /// How a file is opened.
  package enum Mode: Sendable {
    /// Reads only. The file must exist.
    case readOnly
    /// Reads a file that nobody writes, from a medium where not even SQLite's shared-memory file may be made.
    case immutable
    /// Reads and writes. The file must exist.
    case readWrite
    /// Reads and writes; makes the file where there is none.
    case create
  }

  let handle: OpaquePointer
  private var cache: [String: Statement] = [:]

  /// Opens the file at `path`.
  ///
  /// - Parameters:
  ///   - path: A path of the file system, never read as a URI; `:memory:` is a private database in memory.
  ///   - mode: How to open it.
  /// - Throws: ``SQLiteError``. SQLite reads nothing at this point: that a file is no database shows at the first
  ///   statement.
  ///
  /// Related SQLite documentation: <https://www.sqlite.org/c3ref/open.html>
  package init(path: String, mode: Mode) throws(SQLiteError) {
    var flags = SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX
    // Debian's SQLite reads a name that begins with file: as a URI, asked or not.
    var name = path.hasPrefix("file:") ? "./" + path : path
    // Who writes has the file growing under the mapping.
    var fileSystem: String?
    switch mode {
    case .readOnly:
      flags |= SQLITE_OPEN_READONLY
      fileSystem = WholeFileMapping.fileSystem
    case .immutable:
      flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      fileSystem = WholeFileMapping.fileSystem
      name = Connection.immutableURI(name)
    case .readWrite: flags |= SQLITE_OPEN_READWRITE
    case .create: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    }
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(name, &opened, flags, fileSystem)
    guard code == SQLITE_OK, let opened else {
      let error = SQLiteError(opened, code: code)
      sqlite3_close_v2(opened)
      throw error
    }
    handle = opened
  }

  deinit {
    cache.removeAll()
    sqlite3_close_v2(handle)
  }

  /// Runs one or more statements that give no rows, such as `PRAGMA journal_mode = WAL; BEGIN`.
  package func execute(_ sql: String) throws(SQLiteError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw SQLiteError(handle, code: code, sql: sql) }
  }

  /// Compiles one statement.
  package func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    try Statement(self, sql: sql, isKept: false)
  }

  /// The compiled form of `sql`, made once for this connection, reset and without bound values.
  ///
  /// A statement that is still stepping is left alone: the caller gets a new one. It lives as long as the connection, and
  /// does not keep that open.
  package func cached(_ sql: String) throws(SQLiteError) -> Statement {
    if let known = cache[sql], !known.isBusy {
      known.reset()
      return known
    }
    let statement = try Statement(self, sql: sql, isKept: true)
    cache[sql] = statement
    return statement
  }

  /// The integer in the first column of the first row, or `nil` where there is no row or it is NULL.
  package func integer(_ sql: String) throws(SQLiteError) -> Int64? {
    let statement = try prepare(sql)
    guard try statement.step(), !statement.isNull(0) else { return nil }
    return statement.integer(0)
  }

  /// The text in the first column of the first row, or `nil` where there is no row or it is NULL.
  package func text(_ sql: String) throws(SQLiteError) -> String? {
    let statement = try prepare(sql)
    guard try statement.step(), !statement.isNull(0) else { return nil }
    return statement.text(0)
  }

  /// How long a statement waits for another connection's lock before it fails with `busy`.
  package func setBusyTimeout(milliseconds: Int32) {
    sqlite3_busy_timeout(handle, milliseconds)
  }

  /// The rowid of the last row this connection inserted.
  package var lastInsertedRowID: Int64 { sqlite3_last_insert_rowid(handle) }

  /// The number of rows that this connection has changed since it was opened.
  package var totalChanges: Int64 { sqlite3_total_changes64(handle) }

  /// What tells whether what was read before may still be used: it is another one once this connection or another has written.
  ///
  /// To be asked for in the transaction that reads.
  ///
  /// Related SQLite documentation: <https://www.sqlite.org/pragma.html#pragma_data_version>
  package func contentVersion() throws(SQLiteError) -> ContentVersion {
    let statement = try cached("PRAGMA data_version")
    defer { statement.reset() }
    return ContentVersion(data: try statement.step() ? statement.integer(0) : nil, changes: totalChanges)
  }

  /// See ``contentVersion()``.
  package struct ContentVersion: Equatable {
    fileprivate let data: Int64?
    fileprivate let changes: Int64
  }

  /// Writes the pages that the open transaction has changed, as far as it has, to the log or the file.
  ///
  /// Related SQLite documentation: <https://www.sqlite.org/c3ref/db_cacheflush.html>
  package func writeChangedPages() throws(SQLiteError) {
    let code = sqlite3_db_cacheflush(handle)
    guard code == SQLITE_OK else { throw SQLiteError(handle, code: code) }
  }

  /// Whether what is written goes through a write-ahead log.
  ///
  /// Related SQLite documentation: <https://www.sqlite.org/wal.html>
  package var hasLog: Bool {
    get throws(SQLiteError) { try text("PRAGMA journal_mode") == "wal" }
  }

  /// Whether a transaction is open.
  package var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// The first bytes of the file as they lie on disk, for one whose pages cannot be read; `nil` where there are fewer.
  ///
  /// Read through SQLite: to open the file beside it and close it again would lift all locks that this process holds on it.
  ///
  /// Related SQLite documentation: <https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_>,
  /// <https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html#sqlitefcntlfilepointer>
  package func firstBytes(_ count: Int32) -> [UInt8]? {
    var file: UnsafeMutablePointer<sqlite3_file>?
    let code = withUnsafeMutablePointer(to: &file) {
      sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, $0)
    }
    guard code == SQLITE_OK, let read = file?.pointee.pMethods?.pointee.xRead else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(count))
    return read(file, &bytes, count, 0) == SQLITE_OK ? bytes : nil
  }

  /// The `file:` URI that opens `path` as immutable; every byte that a URI gives a meaning is escaped.
  private static func immutableURI(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var uri = Array("file:".utf8)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "-"):
        uri.append(byte)
      default:
        uri += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: uri, as: UTF8.self) + "?immutable=1"
  }
}

@available(*, unavailable)
extension Connection: Sendable {}
