import NewsArticles
import SQLiteStore

/// Puts articles into an index and takes them out: the article's row, its full text and its traits, always together.
///
/// To be used inside a transaction; ``finish()`` before it commits.
struct ArticleWriter {
  private let index: IndexConnection
  private var connection: Connection { index.connection }
  private var traits: TraitWriter
  /// The words of what is put.
  let vocabulary: VocabularyWriter
  private var sections = NameNumbers(table: "section")
  private var sources = NameNumbers(table: "source")
  /// Packs what was not packed ahead.
  private var packer: TextPacker
  /// A dictionary that the index must have before the next article is written.
  private var newDictionary: CompressionDictionary?

  /// What became of an article that was put.
  enum Outcome: Hashable {
    case added
    case changed
    case unchanged
  }

  init(_ index: IndexConnection) throws {
    self.index = index
    traits = TraitWriter(index.connection)
    vocabulary = VocabularyWriter(index)
    packer = TextPacker(try index.textFormat())
  }

  /// How texts are packed from now on: with a dictionary of the index, or with a new one.
  var format: TextFormat {
    get { packer.format }
    set {
      guard newValue != packer.format else { return }
      packer = TextPacker(newValue)
      newDictionary = newValue.dictionary
    }
  }

  /// Puts an article: adds it, replaces the one with its id, or leaves that alone where it is the same.
  ///
  /// - Parameters:
  ///   - article: Its `id` decides which article it is.
  ///   - path: The file it came from.
  ///   - hash: Of all its fields: the same hash, the same article.
  ///   - ready: Its texts, if they were made ready in ``format``: then their words are not counted here.
  /// - Returns: What became of it, and its row.
  /// - Throws: ``SQLiteError``.
  mutating func put(
    _ article: Article, path: String, hash: [UInt8], texts ready: PreparedTexts? = nil
  ) throws -> (Outcome, Int64) {
    func texts() -> PreparedTexts {
      ready ?? PreparedTexts(ArticleTexts(article), index.analyzer, packer, counting: &vocabulary.counter)
    }
    guard let known = try row(of: article.id) else {
      return (.added, try add(article, path: path, hash: hash, texts()))
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
    _ = try add(article, path: path, hash: hash, texts(), id: id)
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
      INSERT INTO article_text(article_text, rowid, body, title, lead)
      SELECT 'delete', id, body, title, lead FROM article_content WHERE id = ?1
      """
    ).bind(id, at: 1).run()
    try connection.cached("DELETE FROM article WHERE id = ?1").bind(id, at: 1).run()
    try traits.set(.absent, of: id)
  }

  /// Writes what is still in memory.
  mutating func finish() throws {
    try traits.flush()
    try vocabulary.prepareCommit()
  }

  private mutating func add(
    _ article: Article, path: String, hash: [UInt8], _ texts: PreparedTexts, id: Int64? = nil
  ) throws -> Int64 {
    if let dictionary = newDictionary {
      try index.add(dictionary)
      newDictionary = nil
    }
    let row = try connection.cached(
      """
      INSERT INTO article(
        id, document_id, content_hash, date, section, url, source, author, language, format, path, texts)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
      """)
    try row.bind(id, at: 1).bind(article.id, at: 2).bind(hash, at: 3)
      .bind(article.date?.description, at: 4).bind(article.section, at: 5).bind(article.url, at: 6)
      .bind(article.source, at: 7).bind(article.author, at: 8).bind(article.language, at: 9)
      .bind(article.format.rawValue, at: 10).bind(path, at: 11).bind(texts.packed, at: 12).run()
    let id = id ?? connection.lastInsertedRowID
    let text = try connection.cached(
      "INSERT INTO article_text(rowid, body, title, lead) VALUES (?1, '', '', '')")
    // The terms stand for the texts, which therefore need not be handed over.
    try index.tokenizer.replaying(texts.terms) { try text.bind(id, at: 1).run() }
    try traits.set(
      ArticleTraits(
        minutes: article.date?.minutes, section: try sections.number(of: article.section, connection),
        source: try sources.number(of: article.source, connection),
        textLength: texts.terms.termCount(.body) + texts.terms.termCount(.lead),
        titleLength: texts.terms.termCount(.title)),
      of: id)
    return id
  }
}
