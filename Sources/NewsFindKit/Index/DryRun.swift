import NewsArticles

/// Counts what a reindexing would do.
struct DryRun {
  private let index: IndexConnection
  private let roots: SourceRoots
  private let options: ReindexOptions
  private let known: ArticleWriter
  private(set) var summary = ReindexSummary()
  private var coverage: SourceCoverage
  /// The hashes of the articles that would be added or changed, by the bytes of their ids: as the index compares them.
  private var written: [[UInt8]: [UInt8]] = [:]

  init(_ index: IndexConnection, _ roots: SourceRoots, _ options: ReindexOptions) throws {
    self.index = index
    self.roots = roots
    self.options = options
    known = try ArticleWriter(index)
    coverage = SourceCoverage(roots)
  }

  /// Goes through the articles, and leaves what it found in ``summary``.
  ///
  /// - Throws: ``SQLiteError``.
  mutating func run(_ paths: [String], totalBytes: Int, _ progress: (ReindexProgress) -> Void) throws {
    let feed = ArticleFeed(
      ArticleFiles(paths, leavingOut: ["", "-wal", "-shm"].map { index.path + $0 }), roots,
      jobs: options.jobs,
      format: .plain)
    feed.isAnalysisWanted = false
    while let batch = feed.next() {
      if Task.isCancelled {
        summary.isCancelled = true
        return
      }
      for element in batch.elements { try compare(element) }
      summary.bytes = batch.bytesRead
      progress(ReindexProgress(articles: summary.articles, bytes: batch.bytesRead, totalBytes: totalBytes))
    }
    if options.prune { summary.removed = try coverage.gone(from: index.connection).count }
  }

  private mutating func reject(_ rejection: Rejection) {
    summary.reject(rejection)
    options.onRejection?(rejection)
  }

  private mutating func compare(_ element: PreparedBatch.Element) throws {
    switch element {
    case .rejection(let rejection, let path):
      reject(rejection)
      coverage.addDoubtful(path)
    case .article(let prepared):
      let read = prepared.read
      let id = Array(read.article.id.utf8)
      let row = try known.row(of: read.article.id)
      if (written[id] ?? row?.hash) == prepared.hash {
        summary.count(.unchanged)
      } else if written[id] != nil || row.map({ coverage.holds($0.id) }) ?? false {
        return reject(.repeatedID(of: read))
      } else {
        summary.count(row == nil ? .added : .changed)
        written[id] = prepared.hash
      }
      if let row { coverage.add(row.id) }
      if read.isRepaired { summary.repaired += 1 }
    }
  }
}
