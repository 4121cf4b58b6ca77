import NewsArticles
import SQLiteStore

/// Writes the articles of one index into another in the order of their dates, those without a date first.
///
/// So the newest are the last that FTS5 counts, and what is searched together lies together.
struct DateSorting {
  private let source: IndexConnection
  private let target: IndexConnection
  private let options: ReindexOptions

  /// - Parameters:
  ///   - source: Holds articles without full text.
  ///   - target: An empty index, which keeps no journal.
  ///   - options: How many threads work, and when to stop.
  init(from source: IndexConnection, to target: IndexConnection, _ options: ReindexOptions) {
    self.source = source
    self.target = target
    self.options = options
  }

  /// Does all of it.
  ///
  /// - Returns: False when the task was cancelled.
  /// - Throws: Why articles cannot be read or written.
  mutating func run(_ progress: (ReindexProgress) -> Void) throws -> Bool {
    let connection = target.connection
    try connection.prepare("ATTACH ?1 AS staged").bind(source.path, at: 1).run()
    try connection.execute(
      """
      INSERT INTO main.source_file SELECT * FROM staged.source_file;
      INSERT INTO main.dictionary SELECT * FROM staged.dictionary;
      UPDATE main.property SET value = (SELECT value FROM staged.property WHERE name = 'compression')
        WHERE name = 'compression';
      DETACH staged
      """)
    var writer = try ArticleWriter(target, isVisible: false)
    if options.jobs > 1 { writer.useThread() }
    let total = Int(try source.connection.integer("SELECT count(*) FROM article") ?? 0)
    // From here on another connection reads them: what this one has of them in memory, 24 MB, is of no more use.
    try source.connection.execute("PRAGMA cache_size = 10; PRAGMA shrink_memory")
    let path = source.path
    let format = writer.format
    let feed = ArticleFeed(jobs: options.jobs) { SortedArticles(path, format) }
    var count = 0
    var isEndNear = false
    try connection.execute("BEGIN")
    while let batch = feed.next() {
      if !isEndNear, feed.isAllRead {
        isEndNear = true
        try writer.prepareEnd()
      }
      guard !Task.isCancelled, !options.isCancelled() else { return false }
      for element in batch.elements {
        if case .failure(let error) = element { throw error }
        guard case .article(let prepared) = element, let source = prepared.source else { continue }
        _ = try writer.put(prepared, from: source)
        count += 1
      }
      writer.vocabulary.count(batch, batch.elements.map { _ in true })
      progress(ReindexProgress(articles: count, bytes: count, totalBytes: total, isSorting: true))
    }
    guard count == total else {
      throw SQLiteError(code: .corrupt, message: "\(total - count) articles were lost while they were sorted")
    }
    try writer.finishRun()
    try connection.execute("COMMIT")
    return true
  }
}
