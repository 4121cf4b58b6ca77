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
  private let impacts: ImpactWriter
  /// Takes the terms in FTS5's place as long as the index is made for the first time.
  private let fullText: FullTextBuilder?
  private var sections = NameNumbers(table: "section")
  private var sources = NameNumbers(table: "source")
  /// Packs what was not packed ahead.
  private var packer: TextPacker
  /// A dictionary that the index must have before the next article is written.
  private var newDictionary: CompressionDictionary?

  /// What is known of an article that is in the index.
  struct Known {
    let id: Int64
    let hash: [UInt8]
    /// The source file.
    let file: Int64
  }

  /// Where an article comes from.
  struct Source: Sendable {
    /// The number of the file.
    let file: Int64
    /// What stands behind the file's path; `nil` where it is the file itself.
    var place: String?
  }

  /// - Parameters:
  ///   - index: Where articles go.
  ///   - isVisible: Whether what is committed in the midst of a run can be found, too.
  /// - Throws: ``SQLiteError``.
  init(_ index: IndexConnection, isVisible: Bool) throws {
    self.index = index
    fullText =
      try index.isStaging || index.path.isEmpty
      ? nil
      : FullTextBuilder(
        index.connection, scratchPath: IndexReplacement.scratchPath(of: index.path), isVisible: isVisible)
    traits = TraitWriter(index.connection)
    vocabulary = VocabularyWriter(index)
    impacts = try ImpactWriter(index)
    packer = TextPacker(try index.textFormat())
  }

  /// Makes use of another thread at the end of a run.
  func useThread() {
    fullText?.usesThread = true
  }

  /// Says that the last articles come: what was put is not found by others before the run has ended.
  ///
  /// - Throws: ``NewsIndexError``.
  func prepareEnd() throws {
    try fullText?.sortAhead()
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

  /// The article with a document id; `nil` where there is none.
  func known(_ documentID: String) throws -> Known? {
    try first("SELECT id, content_hash, file FROM article WHERE document_id = ?1") {
      try $0.bind(documentID, at: 1)
    }
  }

  /// An article at the page with this key; see ``CanonicalURL``.
  func known(urlKey: Int64) throws -> Known? {
    try first("SELECT id, content_hash, file FROM article WHERE url_key = ?1 ORDER BY id") {
      try $0.bind(urlKey, at: 1)
    }
  }

  private func first(_ sql: String, _ bind: (Statement) throws -> Void) throws -> Known? {
    let statement = try connection.cached(sql)
    defer { statement.reset() }
    try bind(statement)
    guard try statement.step() else { return nil }
    return Known(id: statement.integer(0), hash: statement.bytes(1), file: statement.integer(2))
  }

  /// The title of an article that is in the index.
  func title(of id: Int64) throws -> String {
    let statement = try connection.cached("SELECT texts FROM article WHERE id = ?1")
    defer { statement.reset() }
    guard try statement.bind(id, at: 1).step() else { return "" }
    return try index.texts.texts(statement, column: 0).title
  }

  /// Notes another source of an article whose content is as it was, and its id there.
  func move(_ id: Int64, to source: Source, documentID: String) throws {
    try connection.cached("UPDATE article SET file = ?2, place = ?3, document_id = ?4 WHERE id = ?1")
      .bind(id, at: 1).bind(source.file, at: 2).bind(source.place, at: 3).bind(documentID, at: 4).run()
  }

  /// Adds an article, or puts it in the place of another.
  ///
  /// It always gets a row of its own, for lists may still name the one it replaces.
  ///
  /// - Parameters:
  ///   - prepared: The article; its texts, if they were made ready, in ``format``.
  ///   - source: Where it comes from.
  ///   - id: The row of the article that it replaces.
  /// - Returns: Its row.
  /// - Throws: ``SQLiteError``.
  mutating func put(
    _ prepared: PreparedBatch.PreparedArticle, from source: Source, replacing id: Int64? = nil
  ) throws -> Int64 {
    if let id { try remove(id) }
    let texts =
      prepared.texts
      ?? PreparedTexts(
        prepared, index.isStaging ? nil : index.analyzer, packer, counting: &vocabulary.counter)
    return try add(prepared, source, texts)
  }

  /// Takes an article out.
  mutating func remove(_ id: Int64) throws {
    guard !index.isStaging else {
      try connection.cached("DELETE FROM article WHERE id = ?1").bind(id, at: 1).run()
      return
    }
    try removeFullText(id)
    try connection.cached("DELETE FROM article WHERE id = ?1").bind(id, at: 1).run()
    try traits.set(.absent, of: id)
    try impacts.remove(id)
  }

  private func removeFullText(_ id: Int64) throws {
    guard let fullText else {
      // FTS5 must be told the very text that it has indexed: it takes out the terms of that.
      try connection.cached(
        """
        INSERT INTO article_text(article_text, rowid, body, title, lead)
        SELECT 'delete', id, body, title, lead FROM article_content WHERE id = ?1
        """
      ).bind(id, at: 1).run()
      return
    }
    let row = try connection.cached("SELECT texts FROM article WHERE id = ?1")
    defer { row.reset() }
    guard try row.bind(id, at: 1).step() else { return }
    var words = WordCounter()
    fullText.remove(
      id, TermStream(try index.texts.texts(row, column: 0).columns, index.analyzer, counting: &words))
  }

  /// Writes what must not be missing when a transaction commits.
  mutating func finish() throws {
    try traits.flush()
    try fullText?.prepareCommit()
    try impacts.prepareCommit()
    try vocabulary.prepareCommit()
  }

  /// Writes what is collected over a run; to be called before its last commit.
  ///
  /// - Parameter writeRest: Called while another thread may still sort terms.
  /// - Throws: ``SQLiteError``, ``NewsIndexError``, and what `writeRest` throws.
  mutating func finishRun(_ writeRest: () throws -> Void = {}) throws {
    try traits.flush()
    let vocabulary = vocabulary
    func writeOthers() throws {
      try writeRest()
      try vocabulary.finish()
    }
    guard !index.isStaging else { return try writeOthers() }
    try impacts.finish(fullText, meanwhile: writeOthers)
  }

  private mutating func add(
    _ prepared: PreparedBatch.PreparedArticle, _ source: Source, _ texts: PreparedTexts
  ) throws -> Int64 {
    let article = prepared.read.article
    if let dictionary = newDictionary {
      try index.add(dictionary)
      newDictionary = nil
    }
    let row = try connection.cached(
      """
      INSERT INTO article(
        id, document_id, content_hash, date, section, url, source, author, language, format, file, place, url_key,
        fingerprint, texts)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
      """)
    let id = impacts.nextArticle
    try row.bind(id, at: 1).bind(article.id, at: 2).bind(prepared.hash, at: 3)
      .bind(article.date?.description, at: 4).bind(article.section, at: 5).bind(article.url, at: 6)
      .bind(article.source, at: 7).bind(article.author, at: 8).bind(article.language, at: 9)
      .bind(article.format.rawValue, at: 10).bind(source.file, at: 11).bind(source.place, at: 12)
      .bind(prepared.urlKey, at: 13).bind(Int64(bitPattern: texts.terms?.fingerprint ?? 0), at: 14)
      .bind(texts.packed, at: 15).run()
    guard let terms = texts.terms else {
      impacts.skip()
      return id
    }
    try traits.set(
      ArticleTraits(
        minutes: article.date?.minutes, section: try sections.number(of: article.section, connection),
        source: try sources.number(of: article.source, connection),
        textLength: terms.termCount(.body) + terms.termCount(.lead),
        titleLength: terms.termCount(.title)),
      of: id)
    if let fullText {
      try fullText.add(id, terms)
      impacts.addBuilt(terms, minutes: article.date?.minutes)
    } else {
      let text = try connection.cached(
        "INSERT INTO article_text(rowid, body, title, lead) VALUES (?1, '', '', '')")
      // The terms stand for the texts, which therefore need not be handed over.
      try index.tokenizer.replaying(terms) { try text.bind(id, at: 1).run() }
      try impacts.add(terms, minutes: article.date?.minutes)
    }
    return id
  }
}
