import NewsArticles
import SQLiteStore

/// Keeps the lists of impacts in step with the articles: collects what a run writes and makes a segment of it.
///
/// A run that is broken off leaves articles behind that no segment covers; searches find them through FTS5, and the next run
/// covers them.
final class ImpactWriter {
  private let index: IndexConnection
  private let table: ImpactTable
  private let norms: NormWindows
  private let collector = DoclistCollector()
  /// The articles that wait for a segment: those in the collector, or in a full-text index that is being built.
  private var waiting: [Waiting] = []
  private var segments: [ImpactSegment]

  private struct Waiting {
    let article: UInt32
    let lengths: ArticleLengths
    let minutes: Int32
  }

  /// The number that the next article gets: above all that are there, and above all that lists may still name.
  private(set) var nextArticle: Int64

  /// - Throws: ``SQLiteError``.
  init(_ index: IndexConnection) throws {
    self.index = index
    table = ImpactTable(index.connection)
    norms = NormWindows(index.connection)
    segments = try table.segments()
    let last = try index.connection.integer("SELECT max(id) FROM article") ?? 0
    nextArticle = max(last, segments.last?.articles.upperBound ?? 0) + 1
  }

  /// A writer of articles that lie between the segments of another and what it has collected.
  private init(_ other: ImpactWriter) {
    index = other.index
    table = other.table
    norms = other.norms
    segments = other.segments
    nextArticle = other.nextArticle
  }

  /// The last article that the segments cover.
  private var covered: Int64 { segments.last?.articles.upperBound ?? 0 }

  /// Adds an article with the number ``nextArticle``.
  func add(_ stream: TermStream, minutes: Int32?) throws {
    if collector.isFull { try flush() }
    add(nextArticle, stream, minutes)
    nextArticle += 1
  }

  /// Adds an article with the number ``nextArticle``, whose terms a full-text index will give to ``finish(_:)``.
  func addBuilt(_ stream: TermStream, minutes: Int32?) {
    wait(nextArticle, stream, minutes)
    nextArticle += 1
  }

  /// Counts on without adding: the article is only collected.
  func skip() {
    nextArticle += 1
  }

  private func add(_ article: Int64, _ stream: TermStream, _ minutes: Int32?) {
    if wait(article, stream, minutes) { collector.add(article, stream) }
  }

  @discardableResult
  private func wait(_ article: Int64, _ stream: TermStream, _ minutes: Int32?) -> Bool {
    // Rows beyond are found through FTS5.
    guard let row = UInt32(exactly: article), row < .max else { return false }
    waiting.append(
      Waiting(article: row, lengths: ArticleLengths(stream), minutes: minutes ?? ArticleTraits.noDate))
    return true
  }

  /// Takes an article out.
  func remove(_ article: Int64) throws {
    if article <= covered {
      try norms.remove(article)
      try table.noteDeletion(of: article)
    } else {
      collector.remove(article)
      waiting.removeAll { Int64($0.article) == article }
    }
  }

  /// Makes ready for a commit in the midst of a run.
  func prepareCommit() throws {
    try norms.flush()
  }

  /// Makes ready for the last commit of a run: all articles are covered then.
  ///
  /// - Parameters:
  ///   - fullText: The full-text index that is being built of all articles, if there is one: it is finished too.
  ///   - writeOthers: Writes something else, while another thread may still sort terms.
  /// - Throws: ``SQLiteError``, ``NewsIndexError``, and what `writeOthers` throws.
  func finish(_ fullText: FullTextBuilder? = nil, meanwhile writeOthers: () throws -> Void = {}) throws {
    if let fullText {
      try writeSegment(leavesOutRare: segments.isEmpty) {
        try fullText.finish(preparing: $0, writing: $1, meanwhile: writeOthers)
      }
    } else {
      try writeOthers()
      try flush()
    }
    while true {
      segments = try table.segments()
      let due = ImpactMerge.due(segments)
      guard !due.isEmpty else { break }
      try ImpactMerge(index, norms).run(due, isWhole: due.count == segments.count)
    }
    try norms.flush()
  }

  /// Makes all lists anew from the texts of the articles.
  func rebuild() throws {
    try table.removeAll()
    segments = []
    try finish()
    if let first = segments.first, !first.leavesOutRare {
      try ImpactMerge(index, norms).run(segments, isWhole: true)
      segments = try table.segments()
      try norms.flush()
    }
  }

  private func flush() throws {
    try coverGap()
    try writeCollected()
  }

  /// Covers the articles that an earlier run has left uncovered.
  private func coverGap() throws {
    let end = waiting.first.map { Int64($0.article) } ?? nextArticle
    guard
      try index.connection.integer(
        "SELECT 1 FROM article WHERE id > \(covered) AND id < \(end) LIMIT 1") == 1
    else { return }
    if covered == 0 { try table.removeAll() }
    let gap = ImpactWriter(self)
    let rows = try index.connection.prepare(
      "SELECT id, date, texts FROM article WHERE id > ?1 AND id < ?2 ORDER BY id")
    try rows.bind(covered, at: 1).bind(end, at: 2)
    while try rows.step() {
      if gap.collector.isFull { try gap.writeCollected() }
      var words = WordCounter()
      let stream = TermStream(
        try index.texts.texts(rows, column: 2).columns, index.analyzer, counting: &words)
      gap.add(rows.integer(0), stream, rows.optionalText(1).flatMap { ArticleDate($0) }?.minutes)
    }
    try gap.writeCollected()
    segments = gap.segments
  }

  private func writeCollected() throws {
    try writeSegment(leavesOutRare: false) { prepare, write in
      try collector.drain { try write(prepare($0, [$1])) }
    }
  }

  /// Writes the lists of the articles that wait.
  ///
  /// - Parameters:
  ///   - leavesOutRare: Whether to leave out what few of them hold.
  ///   - forEachTerm: Has rows prepared of each of their terms, in the order of their bytes, and written.
  /// - Throws: ``SQLiteError``, and what `forEachTerm` throws.
  private func writeSegment(
    leavesOutRare: Bool,
    _ forEachTerm: (
      _ prepare: (UnsafeBufferPointer<UInt8>, [Doclist]) -> [ImpactRow],
      _ write: ([ImpactRow]) throws -> Void
    ) throws -> Void
  ) throws {
    guard let last = waiting.last else { return try forEachTerm({ _, _ in [] }, { _ in }) }
    let articles = covered + 1...Int64(last.article)
    let lengths = SegmentLengths(of: articles)
    var textTokens: Int64 = 0
    var titleTokens: Int64 = 0
    for article in waiting {
      try norms.set(article.lengths, minutes: article.minutes, of: Int64(article.article))
      lengths[article.article] = article.lengths
      textTokens += Int64(article.lengths.text)
      titleTokens += Int64(article.lengths.title)
    }
    var segment = ImpactSegment(
      id: try table.nextSegment(), articles: articles,
      articleCount: Int64(waiting.count), deletedCount: 0, chunks: 0..<0, textTokens: textTokens,
      titleTokens: titleTokens,
      scale: segments.first?.scale
        ?? ImpactScale.mean(
          textTokens: textTokens, titleTokens: titleTokens, articles: Int64(waiting.count)),
      leavesOutRare: leavesOutRare)
    let least = leavesOutRare ? RareTerms.limit(of: segment.articleCount) + 1 : 1
    var writer = ImpactSegmentWriter(
      firstChunk: try table.nextChunk(), scale: segment.scale, lengths)
    let counting = DoclistPostings(lengths)
    var postings: [Posting] = []
    try forEachTerm(
      { term, doclists in
        guard ListedTerms.contains(term), DoclistPostings.haveRoom(for: least, doclists) else { return [] }
        postings.removeAll(keepingCapacity: true)
        counting.append(doclists, to: &postings)
        guard postings.count >= least else { return [] }
        writer.add(term, postings)
        return writer.takeRows()
      }, { try table.insert($0, of: segment.id) })
    segment.chunks = writer.finish()
    try table.insert(writer.takeRows(), of: segment.id)
    try table.insert(segment)
    segments.append(segment)
    waiting.removeAll(keepingCapacity: true)
    try norms.flush()
  }
}
