import CSQLite

/// A compiled SQL statement: bind, step, read columns, reset.
///
/// Parameters are numbered from 1 and columns from 0, as SQLite does.
///
/// Related SQLite documentation: <https://www.sqlite.org/c3ref/stmt.html>
package final class Statement {
  let handle: OpaquePointer
  /// Keeps the connection open while the statement is in use; `nil` where the connection keeps the statement, for two
  /// that keep each other would never go.
  private let connection: Connection?

  /// Compiles `sql`.
  ///
  /// - Parameters:
  ///   - connection: Where it will run.
  ///   - sql: One statement.
  ///   - isKept: Whether `connection` keeps it, to run it many times.
  /// - Throws: ``SQLiteError``.
  init(_ connection: Connection, sql: String, isKept: Bool) throws(SQLiteError) {
    var compiled: OpaquePointer?
    let flags = isKept ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
    let code = sqlite3_prepare_v3(connection.handle, sql, -1, flags, &compiled, nil)
    guard code == SQLITE_OK else { throw SQLiteError(connection.handle, code: code, sql: sql) }
    guard let compiled else {
      throw SQLiteError(code: .misuse, message: "the text holds no statement", sql: sql)
    }
    self.connection = isKept ? nil : connection
    handle = compiled
  }

  deinit {
    sqlite3_finalize(handle)
  }

  /// Moves to the next row; false when there is none left.
  package func step() throws(SQLiteError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw error(code)
    }
  }

  /// Runs a statement of which no rows are wanted, and resets it.
  package func run() throws(SQLiteError) {
    defer { sqlite3_reset(handle) }
    while try step() {}
  }

  /// Makes the statement ready to run again and forgets its bound values.
  package func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  /// Whether it stands between its first row and its reset.
  package var isBusy: Bool { sqlite3_stmt_busy(handle) != 0 }

  func error(_ code: Int32) -> SQLiteError {
    SQLiteError(sqlite3_db_handle(handle), code: code, sql: sqlite3_sql(handle).map { String(cString: $0) })
  }
}

@available(*, unavailable)
extension Statement: Sendable {}
