import CSQLite

extension Connection {
  /// Makes a function known to SQL on this connection.
  ///
  /// - Parameters:
  ///   - name: The name used in SQL.
  ///   - argumentCount: How many arguments it takes.
  ///   - body: Its value must follow from its arguments alone, for as long as the connection is in one transaction. The
  ///     connection keeps it, so it must not keep the connection. What it throws fails the statement.
  /// - Throws: ``SQLiteError`` when SQLite has no memory.
  ///
  /// Related SQLite documentation: <https://www.sqlite.org/c3ref/create_function.html>
  package func register(
    function name: String, argumentCount: Int32,
    _ body: @escaping (borrowing SQLFunctionCall) throws(SQLiteError) -> Void
  ) throws(SQLiteError) {
    let box = Unmanaged.passRetained(FunctionBox(body)).toOpaque()
    // Innocuous: views of the schema may call it also where the schema is not trusted.
    let code = sqlite3_create_function_v2(
      handle, name, argumentCount, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, box,
      { context, count, arguments in
        guard let user = sqlite3_user_data(context) else { return }
        let box = Unmanaged<FunctionBox>.fromOpaque(user).takeUnretainedValue()
        do throws(SQLiteError) {
          try box.body(
            SQLFunctionCall(
              context: context, arguments: UnsafeBufferPointer(start: arguments, count: Int(count))))
        } catch {
          sqlite3_result_error(context, error.message, -1)
          sqlite3_result_error_code(context, error.code.rawValue)
        }
      }, nil, nil,
      // SQLite calls this also when it cannot register.
      { $0.map { Unmanaged<FunctionBox>.fromOpaque($0).release() } })
    guard code == SQLITE_OK else { throw SQLiteError(handle, code: code) }
  }
}

/// What stands behind a function's user data.
private final class FunctionBox {
  let body: (borrowing SQLFunctionCall) throws(SQLiteError) -> Void
  init(_ body: @escaping (borrowing SQLFunctionCall) throws(SQLiteError) -> Void) { self.body = body }
}
