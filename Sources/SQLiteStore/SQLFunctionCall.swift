import CSQLite

/// One call of an SQL function: its arguments, and where its value goes.
///
/// Valid during the call only; where no value is set it is NULL.
///
/// Related SQLite documentation: <https://www.sqlite.org/appfunc.html>
package struct SQLFunctionCall: ~Copyable {
  private let context: OpaquePointer?
  private let arguments: UnsafeBufferPointer<OpaquePointer?>

  init(context: OpaquePointer?, arguments: UnsafeBufferPointer<OpaquePointer?>) {
    self.context = context
    self.arguments = arguments
  }

  /// An argument as an integer; 0 for NULL.
  ///
  /// Arguments are counted from 0 to the number that the function was registered with.
  package func integer(_ index: Int) -> Int64 { sqlite3_value_int64(arguments[index]) }

  /// Whether an argument is NULL.
  package func isNull(_ index: Int) -> Bool { sqlite3_value_type(arguments[index]) == SQLITE_NULL }

  /// Calls `body` with the bytes of an argument where SQLite holds them: valid in `body` only.
  package func withBytes<Result>(
    _ index: Int, _ body: (UnsafeRawBufferPointer) throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    // The pointer must be asked for before the count: the call may convert the value.
    let start = sqlite3_value_blob(arguments[index])
    let count = Int(sqlite3_value_bytes(arguments[index]))
    return try body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// Makes a text the value of the call; SQLite copies it.
  package func setText(_ utf8: UnsafeRawBufferPointer) {
    // A null pointer would be NULL: an empty text has an address of its own.
    let start = utf8.baseAddress ?? UnsafeRawPointer(Self.emptyText.utf8Start)
    sqlite3_result_text64(
      context, start.assumingMemoryBound(to: CChar.self), UInt64(utf8.count), Statement.copied,
      UInt8(SQLITE_UTF8))
  }

  private static let emptyText: StaticString = ""
}
