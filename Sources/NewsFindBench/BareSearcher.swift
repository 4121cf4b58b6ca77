import SQLiteStore

/// Ten hits of bare FTS5, by its own `rank`.
struct BareSearcher {
  private let statement: Statement
  private let mode: SearchMode

  /// Opens the file that `bare-index` made.
  init(path: String, mode: SearchMode) throws {
    let snippet = mode == .snippets ? ", snippet(article_text, 1, '[', ']', '…', 24)" : ""
    statement = try Connection(path: path, mode: .readOnly).prepare(
      "SELECT rowid, title\(snippet) FROM article_text WHERE article_text MATCH ?1 ORDER BY rank LIMIT 10")
    self.mode = mode
  }

  /// The titles of the hits; the snippets are made and dropped.
  ///
  /// - Parameter query: What is looked for.
  /// - Returns: The titles, best first.
  /// - Throws: ``SQLiteError``.
  func titles(matching query: PlainQuery) throws(SQLiteError) -> [String] {
    defer { statement.reset() }
    try statement.bind(query.fts5Expression, at: 1)
    var titles: [String] = []
    while try statement.step() {
      titles.append(statement.text(1))
      if mode == .snippets { _ = statement.text(2) }
    }
    return titles
  }
}
