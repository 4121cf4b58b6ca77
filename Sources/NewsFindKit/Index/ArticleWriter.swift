import NewsArticles
import SQLiteStore

/// Puts articles into an index and takes them out: the article's row, its full text and its traits, always together.
///
/// To be used inside a transaction; ``finish()`` before it commits.
struct ArticleWriter {
  private let index: IndexConnection
  private var connection: Connection { index.connection }
  private var traits: TraitWriter
  /// The numbers of the sections that were met, by the bytes of their names: as the index compares them.
  private var sections: [[UInt8]: UInt16] = [:]

  /// What became of an article that was put.
  enum Outcome: Hashable {
    case added
    case changed
    case unchanged
  }

  init(_ index: IndexConnection) {
    self.index = index
    traits = TraitWriter(index.connection)
  }

  /// Puts an article: adds it, replaces the one with its id, or leaves that alone where it is the same.
  ///
  /// - Parameters:
  ///   - article: Its `id` decides which article it is.
  ///   - path: The file it came from.
  ///   - hash: Of all its fields: the same hash, the same article.
  ///   - ready: The terms of its texts, if they were made already.
  /// - Returns: What became of it, and its row.
  /// - Throws: ``SQLiteError``.
  mutating func put(
    _ article: Article, path: String, hash: [UInt8], terms ready: TermStream? = nil
  ) throws -> (Outcome, Int64) {
    func terms(_ ready: TermStream?) -> TermStream {
      ready ?? TermStream([article.title, article.lead, article.body], index.analyzer)
    }
    guard let known = try row(of: article.id) else {
      return (.added, try add(article, path: path, hash: hash, terms(ready)))
    }
    if known.hash == hash {
      if known.path != path {
        try connection.cached("UPDATE article SET path = ?2 WHERE id = ?1").bind(known.id, at: 1).bind(
          path, at: 2
        ).run()
      }
      return (.unchanged, known.id)
    }
    let id = known.id
    try remove(id)
    _ = try add(article, path: path, hash: hash, terms(ready), id: id)
    return (.changed, id)
  }

  /// The row of the article with a document id, its hash and the path it came from; `nil` where there is none.
  func row(of documentID: String) throws -> (id: Int64, hash: [UInt8], path: String)? {
    let statement = try connection.cached("SELECT id, content_hash, path FROM article WHERE document_id = ?1")
    defer { statement.reset() }
    guard try statement.bind(documentID, at: 1).step() else { return nil }
    return (statement.integer(0), statement.bytes(1), statement.text(2))
  }

  /// Takes an article out.
  mutating func remove(_ id: Int64) throws {
    // FTS5 must be told the very text that it has indexed: it takes out the terms of that.
    try connection.cached(
      """
      INSERT INTO article_text(article_text, rowid, title, lead, body)
      SELECT 'delete', id, title, lead, body FROM article WHERE id = ?1
      """
    ).bind(id, at: 1).run()
    try connection.cached("DELETE FROM article WHERE id = ?1").bind(id, at: 1).run()
    try traits.set(.absent, of: id)
  }

  /// Writes what is still in memory.
  mutating func finish() throws {
    try traits.flush()
  }

  private mutating func add(
    _ article: Article, path: String, hash: [UInt8], _ terms: TermStream, id: Int64? = nil
  ) throws -> Int64 {
    let row = try connection.cached(
      """
      INSERT INTO article(
        id, document_id, content_hash, date, section, url, source, author, language, format, path, fingerprint,
        title, lead, body)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?15, ?12, ?13, ?14)
      """)
    try row.bind(id, at: 1).bind(article.id, at: 2).bind(hash, at: 3)
      .bind(article.date?.description, at: 4).bind(article.section, at: 5).bind(article.url, at: 6)
      .bind(article.source, at: 7).bind(article.author, at: 8).bind(article.language, at: 9)
      .bind(article.format.rawValue, at: 10).bind(path, at: 11).bind(article.title, at: 12)
      .bind(article.lead, at: 13).bind(Int64(bitPattern: terms.fingerprint), at: 15)
    try row.withText(article.body, at: 14) { try row.run() }
    let id = id ?? connection.lastInsertedRowID
    let text = try connection.cached(
      "INSERT INTO article_text(rowid, title, lead, body) VALUES (?1, '', '', '')")
    // The terms stand for the texts, which therefore need not be handed over.
    try index.tokenizer.replaying(terms) { try text.bind(id, at: 1).run() }
    let counts = terms.columns.map(\.termCount)
    try traits.set(
      ArticleTraits(
        minutes: article.date?.minutes, section: try number(ofSection: article.section),
        textLength: counts[1] + counts[2], titleLength: counts[0]),
      of: id)
    return id
  }

  /// The number that stands for a section in the traits; 0 for none.
  private mutating func number(ofSection name: String?) throws -> UInt16 {
    guard let name, !name.isEmpty else { return 0 }
    let key = Array(name.utf8)
    if let known = sections[key] { return known }
    try connection.cached("INSERT OR IGNORE INTO section(name) VALUES (?1)").bind(name, at: 1).run()
    let statement = try connection.cached("SELECT id FROM section WHERE name = ?1")
    defer { statement.reset() }
    guard try statement.bind(name, at: 1).step() else { return 0 }
    // Two bytes number 65,535 sections; in a file with more the last number stands for all the others.
    let number = UInt16(clamping: statement.integer(0))
    sections[key] = number
    return number
  }
}
