import CSQLite

/// An error that SQLite reported: the extended code, SQLite's message, and the statement that failed.
package struct SQLiteError: Error, Hashable, Sendable {
  package let code: SQLiteResultCode
  package let message: String
  /// The SQL text that failed to prepare or run.
  ///
  /// It never holds bound values.
  package let sql: String?

  package init(code: SQLiteResultCode, message: String, sql: String? = nil) {
    self.code = code
    self.message = message
    self.sql = sql
  }

  /// The last error of a connection, for a call that returned `code`.
  init(_ database: OpaquePointer?, code: Int32, sql: String? = nil) {
    // A call can fail before the connection has a message of its own: then SQLite's text for the code serves.
    let extended = database.map { sqlite3_extended_errcode($0) } ?? code
    let own = extended & 0xFF == code & 0xFF
    self.init(
      code: SQLiteResultCode(rawValue: own ? extended : code),
      message: own && database != nil
        ? String(cString: sqlite3_errmsg(database)) : String(cString: sqlite3_errstr(code)),
      sql: sql)
  }
}

extension SQLiteError: CustomStringConvertible {
  package var description: String {
    let place = sql.map { " in: \($0)" } ?? ""
    return "SQLite: \(message) (code \(code.rawValue))\(place)"
  }
}
