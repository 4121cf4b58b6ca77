import NewsArticles

/// Counts what a reindexing would do.
struct DryRun {
  private let index: IndexConnection
  private let roots: SourceRoots
  private let options: ReindexOptions
  private let known: ArticleWriter
  private(set) var summary = ReindexSummary()
  private var coverage: SourceCoverage
  /// The ids of articles that would be added, with their hashes.
  private var added: [String: [UInt8]] = [:]

  init(_ index: IndexConnection, _ roots: SourceRoots, _ options: ReindexOptions) {
    self.index = index
    self.roots = roots
    self.options = options
    known = ArticleWriter(index)
    coverage = SourceCoverage(roots)
  }

  mutating func run(_ paths: [String], totalBytes: Int, _ progress: (ReindexProgress) -> Void) throws {
    let feed = ArticleFeed(paths, roots, jobs: options.jobs)
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

  private mutating func compare(_ element: PreparedBatch.Element) throws {
    switch element {
    case .rejection(let rejection, let path):
      summary.reject(rejection)
      coverage.addDoubtful(path)
    case .article(let prepared):
      let read = prepared.read
      if let row = try known.row(of: read.article.id) {
        let isSame = row.hash == prepared.hash
        if !isSame, coverage.holds(row.id) { return summary.reject(.repeatedID(of: read)) }
        coverage.add(row.id)
        summary.count(isSame ? .unchanged : .changed)
      } else if let hash = added[read.article.id] {
        if hash != prepared.hash { return summary.reject(.repeatedID(of: read)) }
        summary.count(.unchanged)
      } else {
        added[read.article.id] = prepared.hash
        summary.count(.added)
      }
      if read.isRepaired { summary.repaired += 1 }
    }
  }
}
