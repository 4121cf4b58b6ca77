import NewsArticles

/// A full-text index of French news: one SQLite file.
///
/// ```swift
/// let index = try NewsIndex.create(at: "news.sqlite")
/// try index.reindex(["Corpus"])
/// let results = try index.search("cosmodrome")
/// for hit in results.hits { print(hit.title, hit.date ?? "") }
/// ```
///
/// An index may be used from any number of threads and processes at once. Searches never wait for a reindexing, but for the
/// moment in which the very first articles are committed; one reindexing at a time writes, and what it has committed is seen
/// by the next search.
public final class NewsIndex: Sendable {
  /// What may be done with an open index.
  public enum Access: Sendable {
    /// Searches only. The file is never written.
    case readOnly
    /// Searches and reindexing.
    case readWrite
  }

  /// The index file.
  public let path: String
  /// What may be done with it.
  public let access: Access
  private let readers: ReaderPool

  private init(path: String, access: Access) {
    self.path = path
    self.access = access
    readers = ReaderPool(path: path)
  }

  /// Opens an index that exists.
  ///
  /// - Parameters:
  ///   - path: The index file.
  ///   - access: What will be done with it.
  /// - Returns: The index, open.
  /// - Throws: ``NewsIndexError``: there is no file, or it is no index that this version can read.
  public static func open(at path: String, access: Access = .readOnly) throws -> NewsIndex {
    let index = NewsIndex(path: path, access: access)
    switch access {
    case .readOnly: try index.readers.withReader { _ in }
    case .readWrite: _ = try IndexConnection.writer(path, create: false)
    }
    return index
  }

  /// Makes an empty index, or opens the one that is there.
  ///
  /// - Parameter path: The index file; its folder must exist.
  /// - Returns: The index, open for writing.
  /// - Throws: ``NewsIndexError``: the file cannot be made, or is no index that this version can write.
  public static func create(at path: String) throws -> NewsIndex {
    _ = try IndexConnection.writer(path, create: true)
    return NewsIndex(path: path, access: .readWrite)
  }

  /// Searches.
  ///
  /// Whatever is typed means something. Words are looked for in all their forms, with or without accents, and ranked.
  ///
  /// | typed | meant |
  /// | --- | --- |
  /// | `"a b"`, `« a b »` | these words in this order |
  /// | `"a b"~5` | in any order, at most five other words among them |
  /// | `+a`, `-a` | in every hit; in none |
  /// | `a AND b`, `a OR b`, `NOT a`, `(a b)` | also `ET`, `OU`, `SAUF`, in capitals; AND binds before OR, words side by side before both |
  /// | `title:a`, `lead:a`, `body:a` | in this field; also `titre:`, `chapo:`, `texte:` |
  /// | `section:a`, `source:a` | of this section (also `rubrique:`), of this source; neither case nor accents matter |
  /// | `after:2023-09`, `before:15/09/2023` | of this date or later; from before it; also `depuis:`, `avant:` |
  /// | `prési*` | a word that begins so as it is written, without regard to case and accents |
  /// | `=élevé` | the word in this form with these accents |
  ///
  /// Words beside a phrase or something with a plus only count for the rank. What only leaves out, or only names sections,
  /// sources and dates, finds all other articles, the newest first. Where a query is not plain,
  /// ``SearchResults/notes`` say how it was read; see ``SearchOptions/isStrict``.
  ///
  /// What is looked for as it is written is looked for by its terms first, and then, where those do not tell, in the stored
  /// texts: of 20,000 articles a search at most. Where that was not enough ``SearchResults/isTotalExact`` is false.
  ///
  /// - Parameters:
  ///   - query: What a person typed.
  ///   - options: How many hits, from which sections and dates, in which order.
  /// - Returns: The hits, with snippets; none is no error.
  /// - Throws: ``NewsIndexError``; ``QuerySyntaxError`` in a strict search; `CancellationError`.
  ///
  /// Complexity: of words, sublinear in the articles that match, as those that cannot be among the hits are passed over;
  /// linear in them for phrases, beginnings and exact counts; where no words are looked for, linear in all articles.
  public func search(_ query: String, options: SearchOptions = SearchOptions()) throws -> SearchResults {
    let stop = SearchStop(from: ContinuousClock().now, options)
    return try readers.withReader { try SearchSession(index: $0, stop: stop).search(query, options) }
  }

  /// Searches for articles that are about the same as one of the index: those that hold most of its most telling words.
  ///
  /// The article itself and exact copies of it are left out. The snippets show the telling words.
  ///
  /// ```swift
  /// let similar = try index.similar(to: results.hits[0].id, options: SearchOptions(limit: 5))
  /// ```
  ///
  /// - Parameters:
  ///   - id: The article's document id, as in ``SearchHit/id``.
  ///   - options: How many hits, from which sections and dates, in which order. Facets are not counted.
  /// - Returns: The hits, whose ``SearchResults/query`` is `id`; `nil` where the index has no article with that id.
  /// - Throws: ``NewsIndexError``.
  ///
  /// Complexity: linear in the articles that hold any of the words, and in the different words of the index.
  public func similar(to id: String, options: SearchOptions = SearchOptions()) throws -> SearchResults? {
    let stop = SearchStop(from: ContinuousClock().now, options)
    return try readers.withReader { try SearchSession(index: $0, stop: stop).similar(to: id, options) }
  }

  /// The article with a document id.
  ///
  /// - Parameters:
  ///   - id: The id as in ``SearchHit/id``.
  ///   - query: What to highlight in it; nothing by default.
  /// - Returns: The whole article, or `nil` where the index has none with that id.
  /// - Throws: ``NewsIndexError``.
  public func article(id: String, highlighting query: String? = nil) throws -> IndexedArticle? {
    try readers.withReader { try SearchSession(index: $0).article(id, highlighting: query) }
  }

  /// Runs `body` with a connection that nobody else uses meanwhile.
  func withReader<Result>(_ body: (IndexConnection) throws -> Result) throws -> Result {
    try readers.withReader(body)
  }

  /// What the index holds.
  ///
  /// - Throws: ``NewsIndexError``.
  ///
  /// Complexity: linear in the articles and in the different terms.
  public func statistics() throws -> IndexStatistics {
    try readers.withReader { try $0.statistics() }
  }
}
