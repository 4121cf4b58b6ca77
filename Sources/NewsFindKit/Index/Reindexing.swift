import NewsArticles
import SQLiteStore

/// One reindexing: takes articles from a feed and brings the index into line with them, batch by batch.
///
/// What is in a batch that was committed stays, whatever happens after.
struct Reindexing {
  private let index: IndexConnection
  private let roots: SourceRoots
  private let options: ReindexOptions
  private let isDry: Bool
  private var intake: ArticleIntake
  private var transactionStart = ContinuousClock().now
  /// `nil` where nothing is written, or without a log.
  private var log: LogCheckpoints?

  /// What was done so far.
  var summary: ReindexSummary { intake.summary }

  /// Readers see new articles after about this time.
  private static let commitInterval = Duration.seconds(1)

  /// - Parameters:
  ///   - index: What is brought into line.
  ///   - roots: The paths that are read.
  ///   - options: How to go about it.
  ///   - isDry: Whether only to tell what would be done.
  /// - Throws: ``SQLiteError``.
  init(_ index: IndexConnection, _ roots: SourceRoots, _ options: ReindexOptions, isDry: Bool = false) throws
  {
    self.index = index
    self.roots = roots
    self.options = options
    self.isDry = isDry
    intake = try ArticleIntake(
      index, roots, isDry: isDry, only: options.scope.selection, onRejection: options.onRejection)
    if options.jobs > 1 { intake.writer.useThread() }
    guard !isDry else {
      log = nil
      return
    }
    try index.prepareWriting()
    log = try LogCheckpoints(index.connection, path: index.path)
  }

  /// Does all of it, once.
  ///
  /// - Throws: What keeps the index from being written; the batch at hand is rolled back.
  mutating func run(
    _ paths: [String], totalBytes: Int, _ progress: (ReindexProgress) -> Void
  ) throws {
    // What is said of a run would be read, and with a watch set off the next one, if it were written among the sources.
    let leftOut = ["", "-wal", "-shm", "-journal", "-lock"].map { index.path + $0 } + FileStatus.outputFiles
    let order = ArticleBatches.Order(
      files: ArticleFiles(paths, leavingOut: leftOut, only: options.scope.selection),
      roots: roots, indexPath: try index.isEmpty() ? nil : index.path, isExact: options.prune,
      unsettled: options.scope.unsettled, format: isDry ? .plain : intake.writer.format)
    let feed = ArticleFeed(jobs: options.jobs, analyzes: !index.isStaging) { ArticleBatches(order) }
    feed.isAnalysisWanted = !isDry
    do {
      try begin()
      var isEndNear = false
      while let batch = feed.next() {
        if options.isEndAsked {
          intake.summary.isCancelled = true
          break
        }
        try take(batch, from: feed)
        progress(
          ReindexProgress(articles: summary.articles, bytes: batch.bytesRead, totalBytes: totalBytes))
        if !isDry, !isEndNear, feed.isAllRead {
          isEndNear = true
          try intake.writer.prepareEnd()
        }
        if !isEndNear, ContinuousClock().now - transactionStart > Self.commitInterval {
          try commit()
          try begin()
        }
      }
      if options.prune, !summary.isCancelled { try prune(totalBytes, progress) }
      if !isDry { try finish() }
      try commit()
      if !isDry { try merge() }
    } catch {
      index.connection.rollBack()
      log?.wait()
      throw error
    }
    if !isDry { takeLogIn() }
  }

  private mutating func take(_ batch: PreparedBatch, from feed: ArticleFeed) throws {
    let done = summary.added + summary.changed
    if !isDry { intake.writer.format = batch.format }
    let isWritten = try batch.elements.map { try intake.take($0) }
    if !isDry { intake.writer.vocabulary.count(batch, isWritten) }
    feed.isAnalysisWanted = !isDry && summary.added + summary.changed > done
    intake.summary.bytes = batch.bytesRead
  }

  /// Merges what was written, unless the end is asked for: all is found without it, and the next run makes up for it.
  private func merge() throws {
    // What was committed is taken in first: so what a run does is always the same.
    log?.wait()
    _ = try SegmentMerging(index.connection).settle {
      log?.limitLog()
      return summary.isCancelled || options.isEndAsked
    }
  }

  private mutating func begin() throws {
    try index.connection.execute(isDry ? "BEGIN" : "BEGIN IMMEDIATE")
    transactionStart = ContinuousClock().now
  }

  private mutating func commit() throws {
    if !isDry { try intake.writer.finish() }
    try index.connection.execute("COMMIT")
    if let log {
      log.noteCommit()
    } else if !isDry, try index.useLog() {
      log = try LogCheckpoints(index.connection, path: index.path)
    }
  }

  /// Writes what is collected over the run; meanwhile texts, which are most of it, are on their way to the disk.
  private mutating func finish() throws {
    let (connection, log) = (index.connection, log)
    try intake.writer.finishRun {
      guard let log else { return }
      try connection.writeChangedPages()
      log.synchronizeLog()
    }
  }

  /// Takes out what lies under the given paths and was not found.
  private mutating func prune(_ totalBytes: Int, _ progress: (ReindexProgress) -> Void) throws {
    let gone = try intake.coverage.gone(from: index.connection)
    intake.summary.removed = gone.count
    if !gone.isEmpty {
      progress(
        ReindexProgress(
          articles: summary.articles, bytes: summary.bytes, totalBytes: totalBytes, removing: gone.count))
    }
    guard !isDry else { return }
    for id in gone { try intake.writer.remove(id) }
    try intake.files.forgetGone()
  }

  /// Takes the log into the file.
  ///
  /// A search is waited for; a reader that takes longer puts it off to another time.
  private func takeLogIn() {
    index.connection.setBusyTimeout(milliseconds: 500)
    try? index.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    index.connection.setBusyTimeout(milliseconds: IndexConnection.busyTimeout)
  }
}
