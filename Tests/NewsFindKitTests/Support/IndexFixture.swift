import SQLiteStore
import TestSupport

@testable import NewsFindKit

/// A folder with sources and an index of them, gone with the last reference.
final class IndexFixture {
  let folder = TemporaryFolder()

  /// The index file.
  var path: String { folder.file("index.sqlite") }
  /// The folder of the sources, to be made with ``write(_:to:)-(String,_)``.
  var sources: String { folder.file("sources") }

  /// A folder whose index holds some articles, indexed from one JSON Lines file.
  convenience init(_ articles: [Article]) throws {
    self.init()
    write(articles)
    _ = try NewsIndex.create(at: path).reindex([sources])
  }

  init() {}

  /// Writes a text as a source.
  ///
  /// - Returns: Its path.
  @discardableResult
  func write(_ text: String, to name: String) -> String {
    folder.write(text, to: "sources/\(name)")
  }

  /// Writes articles as a JSON Lines source.
  ///
  /// - Returns: Its path.
  @discardableResult
  func write(_ articles: [Article], to name: String = "articles.jsonl") -> String {
    write(articles.map { $0.jsonLine + "\n" }.joined(), to: name)
  }

  /// The index, open for searching.
  func open() throws -> NewsIndex { try NewsIndex.open(at: path) }

  /// The index, open for writing; made where there is none.
  func writable() throws -> NewsIndex { try NewsIndex.create(at: path) }

  /// The ids of the articles that answer a query, best first; copies too.
  func search(_ query: String, _ options: SearchOptions = SearchOptions(limit: 1_000, showsDuplicates: true))
    throws -> [String]
  {
    try open().search(query, options: options).hits.map(\.id)
  }

  /// What lies beside the sources and the index that belongs to neither.
  var leftovers: [String] {
    let known = ["", "-wal", "-shm", "-journal"].map { "index.sqlite\($0)" } + ["sources"]
    return folder.names.filter { !known.contains($0) }
  }

  /// All articles of the index, in the order of their rows.
  func articles() throws -> [Article] {
    let rows = try IndexConnection.reader(path).connection.prepare(
      "SELECT document_id FROM article ORDER BY id")
    let index = try open()
    var articles: [Article] = []
    while try rows.step() {
      if let found = try index.article(id: rows.text(0)) { articles.append(found.article) }
    }
    return articles
  }

  /// All that the index says, line by line: two indexes that dump the same answer the same.
  func dump() throws -> [String] {
    let connection = try IndexConnection.reader(path).connection
    var lines: [String] = []
    try connection.execute(
      "CREATE VIRTUAL TABLE temp.instance USING fts5vocab('main', 'article_text', 'instance')")
    for (query, columnCount) in [
      (
        """
        SELECT id, document_id, hex(content_hash), date, section, url, source, author, language, format, fingerprint
        FROM article ORDER BY id
        """, 11 as Int32
      ),
      ("SELECT id, body, title, lead FROM article_content ORDER BY id", 4),
      ("SELECT id, name FROM section ORDER BY id", 2),
      ("SELECT id, name FROM source ORDER BY id", 2),
      ("SELECT block, hex(traits) FROM trait_block ORDER BY block", 2),
      ("SELECT term, doc, col, offset FROM temp.instance ORDER BY term, doc, col, offset", 4),
    ] {
      let rows = try connection.prepare(query)
      while try rows.step() {
        lines.append((0..<columnCount).map { rows.optionalText($0) ?? "NULL" }.joined(separator: "|"))
      }
    }
    return lines
  }
}
