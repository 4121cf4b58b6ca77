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
  private var accumulator = PostingAccumulator()
  /// The lengths and minutes of the articles in the accumulator.
  private var lengths: [(article: Int64, lengths: ArticleLengths, minutes: Int32)] = []
  private var segments: [ImpactSegment]
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

  /// The last article that the segments cover.
  private var covered: Int64 { segments.last?.articles.upperBound ?? 0 }

  /// Adds an article with the number ``nextArticle``.
  func add(_ stream: TermStream, minutes: Int32?) throws {
    if accumulator.isFull { try flush() }
    try add(nextArticle, stream, minutes)
    nextArticle += 1
  }

  /// Counts on without adding: the article is only collected.
  func skip() {
    nextArticle += 1
  }

  private func add(_ article: Int64, _ stream: TermStream, _ minutes: Int32?) throws {
    // Rows beyond are found through FTS5.
    guard let row = UInt32(exactly: article), row < .max else { return }
    accumulator.add(row, stream)
    lengths.append(
      (
        article,
        ArticleLengths(
          text: UInt16(clamping: stream.termCount(.body) + stream.termCount(.lead)),
          title: UInt8(clamping: stream.termCount(.title))), minutes ?? ArticleTraits.noDate
      ))
  }

  /// Takes an article out.
  func remove(_ article: Int64) throws {
    if article <= covered {
      try norms.remove(article)
      try table.noteDeletion(of: article)
    } else if let row = UInt32(exactly: article) {
      accumulator.remove(row)
      lengths.removeAll { $0.article == article }
    }
  }

  /// Makes ready for a commit in the midst of a run.
  func prepareCommit() throws {
    try norms.flush()
  }

  /// Makes ready for the last commit of a run: all articles are covered then.
  func finish() throws {
    try flush()
    while true {
      segments = try table.segments()
      let due = ImpactMerge.due(segments)
      guard !due.isEmpty else { break }
      try ImpactMerge(index.connection, norms).run(due, isWhole: due.count == segments.count)
    }
    try norms.flush()
  }

  /// Makes all lists anew from the texts of the articles.
  func rebuild() throws {
    try table.removeAll()
    segments = []
    accumulator = PostingAccumulator()
    lengths = []
    try finish()
  }

  private func flush() throws {
    try coverGap()
    try writeSegment()
  }

  /// Covers the articles that an earlier run has left uncovered.
  private func coverGap() throws {
    let end = accumulator.articles?.lowerBound ?? nextArticle
    guard
      try index.connection.integer(
        "SELECT 1 FROM article WHERE id > \(covered) AND id < \(end) LIMIT 1") == 1
    else { return }
    if covered == 0 { try table.removeAll() }
    let waiting = (accumulator, lengths)
    accumulator = PostingAccumulator()
    lengths = []
    let rows = try index.connection.prepare(
      "SELECT id, date, texts FROM article WHERE id > ?1 AND id < ?2 ORDER BY id")
    try rows.bind(covered, at: 1).bind(end, at: 2)
    while try rows.step() {
      if accumulator.isFull { try writeSegment() }
      var words = WordCounter()
      let stream = TermStream(
        try index.texts.texts(rows, column: 2).columns, index.analyzer, counting: &words)
      try add(rows.integer(0), stream, rows.optionalText(1).flatMap { ArticleDate($0) }?.minutes)
    }
    try writeSegment()
    (accumulator, lengths) = waiting
  }

  private func writeSegment() throws {
    guard let articles = accumulator.articles else { return }
    var textTokens: Int64 = 0
    var titleTokens: Int64 = 0
    for article in lengths {
      try norms.set(article.lengths, minutes: article.minutes, of: article.article)
      textTokens += Int64(article.lengths.text)
      titleTokens += Int64(article.lengths.title)
    }
    var segment = ImpactSegment(
      id: try table.nextSegment(), articles: covered + 1...articles.upperBound,
      articleCount: Int64(lengths.count), deletedCount: 0, chunks: 0..<0, textTokens: textTokens,
      titleTokens: titleTokens,
      scale: segments.first?.scale
        ?? ImpactScale.mean(
          textTokens: textTokens, titleTokens: titleTokens, articles: Int64(lengths.count)))
    var writer = try ImpactSegmentWriter(
      index.connection, segment: segment.id, scale: segment.scale, norms)
    try accumulator.drain { try writer.add($0, $1) }
    segment.chunks = try writer.finish()
    try table.insert(segment)
    segments.append(segment)
    lengths.removeAll(keepingCapacity: true)
    try norms.flush()
  }
}
