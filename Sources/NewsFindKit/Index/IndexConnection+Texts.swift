import SQLiteStore

extension IndexConnection {
  /// Calls `body` with the texts of an article, valid during the call.
  ///
  /// - Returns: What `body` returns; `nil` where the article has no row.
  /// - Throws: ``SQLiteError``.
  func withTexts<Result>(of articleID: Int64, _ body: (ArticleTexts.Parts) -> Result) throws -> Result? {
    let row = try connection.cached("SELECT texts FROM article WHERE id = ?1")
    defer { row.reset() }
    guard try row.bind(articleID, at: 1).step() else { return nil }
    return try texts.withParts(row, column: 0, body)
  }

  /// The fingerprint of an article's text; 0 where the article has no row.
  func fingerprint(of articleID: Int64) throws -> UInt64 {
    let row = try connection.cached("SELECT fingerprint FROM article WHERE id = ?1")
    defer { row.reset() }
    return try row.bind(articleID, at: 1).step() ? UInt64(bitPattern: row.integer(0)) : 0
  }

  /// The document id of an article; `nil` where it has no row.
  func documentID(of articleID: Int64) throws -> String? {
    let row = try connection.cached("SELECT document_id FROM article WHERE id = ?1")
    defer { row.reset() }
    return try row.bind(articleID, at: 1).step() ? row.text(0) : nil
  }
}
