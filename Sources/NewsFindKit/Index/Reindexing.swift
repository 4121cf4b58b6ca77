import NewsArticles
import SQLiteStore

/// One reindexing: takes articles from a feed and brings the index into line with them, batch by batch.
///
/// What is in a batch that was committed stays, whatever happens after.
struct Reindexing {
  private let index: IndexConnection
  private let roots: SourceRoots
  private let options: ReindexOptions
  private var writer: ArticleWriter
  private(set) var summary = ReindexSummary()
  private var coverage: SourceCoverage
  private var transactionStart = ContinuousClock().now

  /// Readers see new articles after about this time.
  private static let commitInterval = Duration.seconds(1)

  /// - Throws: ``SQLiteError``.
  init(_ index: IndexConnection, _ roots: SourceRoots, _ options: ReindexOptions) throws {
    self.index = index
    self.roots = roots
    self.options = options
    writer = try ArticleWriter(index)
    coverage = SourceCoverage(roots)
  }

  /// Does all of it, once.
  ///
  /// - Throws: What keeps the index from being written; the batch at hand is rolled back.
  mutating func run(
    _ paths: [String], totalBytes: Int, _ progress: (ReindexProgress) -> Void
  ) throws {
    let feed = ArticleFeed(
      ArticleFiles(paths, leavingOut: ["", "-wal", "-shm"].map { index.path + $0 }), roots,
      jobs: options.jobs,
      format: writer.format)
    do {
      try begin()
      while let batch = feed.next() {
        if Task.isCancelled {
          summary.isCancelled = true
          break
        }
        let done = summary.added + summary.changed
        writer.format = batch.format
        let isWritten = try batch.elements.map { try put($0) }
        writer.vocabulary.count(batch, isWritten)
        feed.isAnalysisWanted = summary.added + summary.changed > done
        summary.bytes = batch.bytesRead
        progress(
          ReindexProgress(articles: summary.articles, bytes: batch.bytesRead, totalBytes: totalBytes))
        if ContinuousClock().now - transactionStart > Self.commitInterval {
          try commit()
          try begin()
        }
      }
      if options.prune, !summary.isCancelled { try prune() }
      try writer.vocabulary.finish()
      try commit()
    } catch {
      index.connection.rollBack()
      throw error
    }
    // The log is taken into the file. A search is waited for; a reader that takes longer puts it off to another time.
    index.connection.setBusyTimeout(milliseconds: 500)
    try? index.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  private mutating func begin() throws {
    try index.connection.execute("BEGIN IMMEDIATE")
    transactionStart = ContinuousClock().now
  }

  private mutating func commit() throws {
    try writer.finish()
    try index.connection.execute("COMMIT")
  }

  /// - Returns: Whether there was something to write.
  private mutating func put(_ element: PreparedBatch.Element) throws -> Bool {
    switch element {
    case .rejection(let rejection, let path):
      reject(rejection)
      coverage.addDoubtful(path)
      return false
    case .article(let prepared):
      let read = prepared.read
      if let row = try writer.row(of: read.article.id), row.hash != prepared.hash, coverage.holds(row.id) {
        // The first stays: which of two is the right one, only their owner knows.
        reject(.repeatedID(of: read))
        return false
      }
      let (outcome, row) = try writer.put(
        read.article, path: prepared.path, hash: prepared.hash, texts: prepared.texts)
      coverage.add(row)
      summary.count(outcome)
      if read.isRepaired { summary.repaired += 1 }
      return outcome != .unchanged
    }
  }

  private mutating func reject(_ rejection: Rejection) {
    summary.reject(rejection)
    options.onRejection?(rejection)
  }

  /// Takes out what lies under the given paths and was not read.
  private mutating func prune() throws {
    let gone = try coverage.gone(from: index.connection)
    for id in gone { try writer.remove(id) }
    summary.removed = gone.count
  }
}
