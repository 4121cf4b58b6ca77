import CSQLite

/// The blob of a row, which goes on to other rows of its table: nearer to the pages than a statement, which has to find its table
/// anew each time it looks for a row.
///
/// As long as it lives, the connection goes on reading what was there when it was made.
///
/// Related SQLite documentation: <https://www.sqlite.org/c3ref/blob_open.html>
package final class RowBlob {
  private let handle: OpaquePointer
  private let connection: Connection
  /// The number of its bytes.
  package private(set) var count: Int

  /// Opens the blob of a row, to read it.
  ///
  /// - Parameters:
  ///   - connection: Is kept open.
  ///   - table: A table with row ids.
  ///   - column: The column of the blob.
  ///   - row: The row.
  /// - Throws: ``SQLiteError``: ``SQLiteResultCode/error`` where there is no such row or what it holds is no blob.
  package init(_ connection: Connection, table: String, column: String, row: Int64) throws(SQLiteError) {
    var opened: OpaquePointer?
    let code = sqlite3_blob_open(connection.handle, "main", table, column, row, 0, &opened)
    guard code == SQLITE_OK, let opened else { throw SQLiteError(connection.handle, code: code) }
    self.connection = connection
    handle = opened
    count = Int(sqlite3_blob_bytes(opened))
  }

  deinit {
    sqlite3_blob_close(handle)
  }

  /// Goes to another row.
  ///
  /// - Throws: ``SQLiteError``, as when it is opened; it is of no use then.
  package func move(to row: Int64) throws(SQLiteError) {
    count = 0
    let code = sqlite3_blob_reopen(handle, row)
    guard code == SQLITE_OK else { throw SQLiteError(connection.handle, code: code) }
    count = Int(sqlite3_blob_bytes(handle))
  }

  /// Reads all of it.
  ///
  /// - Parameter bytes: Room for ``count`` bytes.
  /// - Throws: ``SQLiteError``.
  package func read(into bytes: UnsafeMutableRawPointer) throws(SQLiteError) {
    let code = sqlite3_blob_read(handle, bytes, Int32(count), 0)
    guard code == SQLITE_OK else { throw SQLiteError(connection.handle, code: code) }
  }
}

@available(*, unavailable)
extension RowBlob: Sendable {}
