import SQLiteStore

/// What a reindexing would have written by now.
struct ImaginedArticles {
  /// By the bytes of the ids: as the index compares them.
  private var byID: [[UInt8]: ArticleWriter.Known] = [:]
  private var byURL: [Int64: (known: ArticleWriter.Known, title: String)] = [:]
  /// The row that the next new article would get; `nil` until it is asked for.
  private var nextRow: Int64?

  /// The article with a document id, if it was written.
  func known(_ documentID: String) -> ArticleWriter.Known? { byID[Array(documentID.utf8)] }

  /// The article of an address and a title, if it was written.
  func known(urlKey: Int64, title: String) -> ArticleWriter.Known? {
    guard let found = byURL[urlKey], found.title == title else { return nil }
    return found.known
  }

  /// The row that a new article would get.
  mutating func newRow(after connection: Connection) throws -> Int64 {
    let row = try nextRow ?? (connection.integer("SELECT max(id) FROM article") ?? 0) + 1
    nextRow = row + 1
    return row
  }

  /// Notes that an article would be written.
  mutating func write(_ prepared: PreparedBatch.PreparedArticle, _ known: ArticleWriter.Known) {
    let article = prepared.read.article
    byID[Array(article.id.utf8)] = known
    if let key = prepared.urlKey { byURL[key] = (known, article.title) }
  }
}
