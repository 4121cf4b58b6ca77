import NewsArticles
import NewsFindKit
import TestSupport

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

  /// The ids of the articles that answer a query, best first.
  func search(_ query: String, _ options: SearchOptions = SearchOptions(limit: 1_000)) throws -> [String] {
    try open().search(query, options: options).hits.map(\.id)
  }
}
