import FrenchText
import SQLiteStore

/// The tables of an index file, and what tells such a file from any other.
enum IndexSchema {
  /// Stands in the file's header as SQLite's application id: "NwFd".
  static let applicationID: Int64 = 0x4E77_4664
  /// Rises with every change of the tables.
  static let version: Int64 = 4

  /// The columns of the full-text table, in its order.
  ///
  /// FTS5 writes no number for the first column: what stands there, most of all, takes two bytes less a term and article.
  enum TextColumn: Int, CaseIterable {
    case body, title, lead
  }

  /// The pages hold whole articles more often when they are larger than SQLite's 4 KB.
  static let pageSize = 8192

  /// Terms that wait in memory before they are written as a segment, in bytes: larger ones are written more slowly, for
  /// they leave the processor's cache, smaller ones are merged more often.
  static let hashSize = 16 << 20

  /// - `article`: what is known of an article; its texts are packed, see ``TextStore``.
  ///   `file` is the source file, `place` what stands behind its path where it holds several.
  /// - `source_file`: the files; by size, times and hash it is known whether they must be read again. Without a size they must.
  /// - `dictionary`: what they are compressed with.
  /// - `article_content`: the texts as FTS5 wants to see them.
  /// - `article_text`: the full-text index. Its content is `article`; the indexer keeps the two in step.
  /// - `trait_block`: what ranking needs of each article, 256 articles a row; see ``TraitBlock``.
  /// - `impact_segment`, `impact_leaf`, `impact_chunk`: for each term the articles that hold it, so that a search need not score
  ///   them all; see ``ImpactSegment``, ``ImpactSegmentWriter``. `impact_window` has the lengths of their articles.
  /// - `section`, `source`: the names behind the numbers of `trait_block`.
  /// - `vocabulary`: the words of the articles as they are spelled, for suggestions; see ``VocabularySegment``.
  /// - `property`: the analyzer's version and the like.
  ///
  /// Related SQLite documentation: <https://www.sqlite.org/fts5.html#external_content_tables>
  static let tables = """
    CREATE TABLE article(
      id INTEGER PRIMARY KEY,
      document_id TEXT NOT NULL UNIQUE,
      content_hash BLOB NOT NULL,
      date TEXT,
      section TEXT,
      url TEXT,
      source TEXT,
      author TEXT,
      language TEXT,
      format TEXT NOT NULL,
      file INTEGER NOT NULL,
      place TEXT,
      url_key INTEGER,
      fingerprint INTEGER NOT NULL,
      texts BLOB NOT NULL
    );
    CREATE INDEX article_file ON article(file);
    CREATE INDEX article_url ON article(url_key) WHERE url_key IS NOT NULL;
    CREATE TABLE source_file(
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      size INTEGER,
      modified INTEGER,
      read_at INTEGER,
      hash BLOB,
      articles INTEGER,
      shared INTEGER
    );
    CREATE INDEX source_file_size ON source_file(size) WHERE size IS NOT NULL;
    CREATE TABLE dictionary(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE VIEW article_content AS SELECT
      id,
      newsfind_text(texts, \(TextColumn.body.rawValue)) AS body,
      newsfind_text(texts, \(TextColumn.title.rawValue)) AS title,
      newsfind_text(texts, \(TextColumn.lead.rawValue)) AS lead
    FROM article;
    CREATE VIRTUAL TABLE article_text USING fts5(
      body, title, lead,
      content = 'article_content', content_rowid = 'id', tokenize = 'french', columnsize = 0
    );
    CREATE TABLE trait_block(block INTEGER PRIMARY KEY, traits BLOB NOT NULL);
    CREATE TABLE impact_segment(
      id INTEGER PRIMARY KEY,
      first_article INTEGER NOT NULL,
      last_article INTEGER NOT NULL,
      articles INTEGER NOT NULL,
      deleted INTEGER NOT NULL,
      first_chunk INTEGER NOT NULL,
      end_chunk INTEGER NOT NULL,
      text_tokens INTEGER NOT NULL,
      title_tokens INTEGER NOT NULL,
      text_mean TEXT NOT NULL,
      title_mean TEXT NOT NULL,
      leaves_out_rare INTEGER NOT NULL,
      weights TEXT NOT NULL
    );
    CREATE TABLE impact_leaf(
      id INTEGER PRIMARY KEY, segment INTEGER NOT NULL, first_term BLOB NOT NULL, entries BLOB NOT NULL
    );
    CREATE UNIQUE INDEX impact_leaf_term ON impact_leaf(segment, first_term);
    CREATE TABLE impact_chunk(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE impact_window(
      id INTEGER PRIMARY KEY, earliest INTEGER NOT NULL, latest INTEGER NOT NULL, norms BLOB NOT NULL
    );
    CREATE TABLE section(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE source(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE vocabulary(
      segment INTEGER PRIMARY KEY, part INTEGER NOT NULL, word_count INTEGER NOT NULL, words BLOB NOT NULL
    );
    CREATE TABLE property(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    """

  /// Makes the tables in an empty file.
  ///
  /// It gets a log with its first articles: see ``IndexConnection/prepareWriting()``.
  static func create(in connection: Connection) throws {
    try connection.execute("PRAGMA page_size = \(pageSize)")
    try connection.transaction(.immediate) {
      // Another process may have been faster.
      guard try isEmpty(connection) else { return }
      try connection.execute(tables)
      try connection.execute("INSERT INTO article_text(article_text, rank) VALUES ('hashsize', \(hashSize))")
      try SegmentMerging.configure(connection)
      try connection.prepare("INSERT INTO property(name, value) VALUES ('analyzer', ?1), ('compression', ?2)")
        .bind(FrenchAnalyzer.version, at: 1).bind(TextCompression.standard.rawValue, at: 2).run()
      try connection.execute("PRAGMA application_id = \(applicationID)")
      try connection.execute("PRAGMA user_version = \(version)")
    }
  }

  /// Whether a file holds nothing at all: new, or of no bytes.
  static func isEmpty(_ connection: Connection) throws(SQLiteError) -> Bool {
    guard try connection.integer("SELECT count(*) FROM sqlite_schema") == 0 else { return false }
    return try connection.integer("PRAGMA application_id") == 0
  }

  /// Makes sure that a file is an index that this program can read.
  ///
  /// - Throws: ``NewsIndexError`` that says what the file is and what to do.
  static func verify(_ connection: Connection, path: String) throws {
    let application: Int64?
    do {
      application = try connection.integer("PRAGMA application_id")
    } catch {
      guard error.code.primary == .notADatabase else { throw error }
      throw NewsIndexError.notAnIndex(path: path)
    }
    guard application == applicationID else { throw NewsIndexError.notAnIndex(path: path) }
    let found = try connection.integer("PRAGMA user_version") ?? 0
    if found > version { throw NewsIndexError.newerSchema(path: path, found: Int(found)) }
    if found < version { throw NewsIndexError.olderSchema(path: path, found: Int(found)) }
    let analyzer = try connection.text("SELECT value FROM property WHERE name = 'analyzer'") ?? ""
    guard analyzer == FrenchAnalyzer.version else {
      throw NewsIndexError.otherAnalyzer(path: path, found: analyzer)
    }
    let compression = try connection.text("SELECT value FROM property WHERE name = 'compression'") ?? ""
    guard TextCompression(rawValue: compression)?.isSupported ?? false else {
      throw NewsIndexError.otherCompression(path: path, found: compression)
    }
  }

  /// The application id in the first bytes of a file whose pages SQLite cannot read; `nil` where there are no such bytes.
  ///
  /// Related SQLite documentation: <https://www.sqlite.org/fileformat2.html#the_database_header>
  static func applicationID(inHeaderOf connection: Connection) -> Int64? {
    guard let header = connection.firstBytes(72) else { return nil }
    return header[68...].reduce(0) { $0 << 8 | Int64($1) }
  }
}
