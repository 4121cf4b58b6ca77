import SQLiteStore

/// Reads the texts of articles by their rows.
final class StoredTexts {
  /// Unowned: the connection keeps the scorer that reads through this.
  private unowned let connection: Connection
  private let texts: TextStore

  /// - Parameters:
  ///   - connection: Must live as long as the reader.
  ///   - texts: Unpacks what is stored.
  init(_ connection: Connection, _ texts: TextStore) {
    self.connection = connection
    self.texts = texts
  }

  /// Calls `body` with the bytes of an article's texts, valid during the call.
  ///
  /// - Parameters:
  ///   - articleID: The article's row.
  ///   - body: Gets the texts.
  /// - Returns: What `body` returns; `nil` where there is no such article.
  /// - Throws: ``SQLiteError``.
  func withTexts<Result>(of articleID: Int64, _ body: (ArticleTexts.Parts) -> Result) throws(SQLiteError)
    -> Result?
  {
    let row = try connection.cached("SELECT texts FROM article WHERE id = ?1")
    defer { row.reset() }
    guard try row.bind(articleID, at: 1).step() else { return nil }
    do {
      return try texts.withParts(row, column: 0, body)
    } catch let error as SQLiteError {
      throw error
    } catch {
      throw SQLiteError(code: .error, message: "\(error)")
    }
  }
}
