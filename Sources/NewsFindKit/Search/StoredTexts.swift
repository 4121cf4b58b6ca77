import SQLiteStore

/// Reads the texts of articles as they are stored.
final class StoredTexts {
  /// Unowned: the connection keeps the scorer that reads through this.
  private unowned let connection: Connection

  /// - Parameter connection: Must live as long as the reader.
  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Calls `body` with title, lead and body of an article, valid during the call.
  ///
  /// - Returns: What `body` returns; `nil` where there is no such article.
  func withTexts<Result>(
    of articleID: Int64,
    _ body: (_ title: UnsafeRawBufferPointer, _ lead: UnsafeRawBufferPointer, _ body: UnsafeRawBufferPointer)
      -> Result
  ) throws(SQLiteError) -> Result? {
    let row = try connection.cached("SELECT title, lead, body FROM article WHERE id = ?1")
    defer { row.reset() }
    guard try row.bind(articleID, at: 1).step() else { return nil }
    return row.withBytes(0) { title in row.withBytes(1) { lead in row.withBytes(2) { body(title, lead, $0) } }
    }
  }
}
