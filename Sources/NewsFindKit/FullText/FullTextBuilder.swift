import SQLiteStore

/// Makes the full-text index of an empty file: in memory, in sorted runs, and at the end in one segment.
///
/// FTS5 would write a segment for each sixteen megabytes of terms, and merge it with others, again and again. Here each term is
/// sorted once and written once, and the lists of impacts are made in the same pass. While others search in the file already, each
/// commit also leaves a segment of its own, which the last one replaces.
///
/// The connection must not have given articles to FTS5, which would not see these segments. Others see them as those of FTS5.
final class FullTextBuilder {
  private let connection: Connection
  private let scratchPath: String
  private let isVisible: Bool
  /// Whether terms are made ready by another thread while they are written.
  var usesThread = false
  private let tokenLimit: Int
  private var collector: DoclistCollector
  /// May be at work on the last of the runs.
  private let sorter = DoclistSorter()
  private var runs: DoclistRuns?
  /// Whether no segment has what the last run has.
  private var isLastRunHidden = false
  private var segments: [FullTextStructure.Segment] = []
  private var lastSegment: Int64 = 0
  private var isFinished = false
  private var articleCount = 0
  private var tokenCounts: [Int]
  /// The articles that segments have and that were taken out.
  private var removed: Set<Int64> = []
  /// Those of them that no segment says so of.
  private var unmarked: [Int64: TermStream] = [:]

  /// Begins; `nil` where the index is not empty.
  ///
  /// - Parameters:
  ///   - connection: A connection to the file; with it nobody else may write until ``finish(preparing:writing:)``.
  ///   - scratchPath: Where a file may be made that is gone at once.
  ///   - isVisible: Whether what is added can be found after the next commit; else after ``finish(preparing:writing:)``.
  ///   - tokenLimit: How many tokens are kept in memory.
  /// - Throws: ``SQLiteError``.
  init?(
    _ connection: Connection, scratchPath: String, isVisible: Bool,
    tokenLimit: Int = DoclistCollector.standardLimit
  ) throws {
    guard try FullTextStructure.isEmpty(connection) else { return nil }
    self.connection = connection
    self.scratchPath = scratchPath
    self.isVisible = isVisible
    self.tokenLimit = tokenLimit
    collector = DoclistCollector(tokenLimit: tokenLimit)
    tokenCounts = IndexSchema.TextColumn.allCases.map { _ in 0 }
  }

  /// Adds an article.
  ///
  /// - Parameters:
  ///   - article: Its row, above all rows before it.
  ///   - stream: Its terms.
  /// - Throws: ``SQLiteError``, ``NewsIndexError``.
  func add(_ article: Int64, _ stream: TermStream) throws {
    if collector.isFull { try flush() }
    collector.add(article, stream)
    count(stream, 1)
  }

  /// Takes an article out that was added.
  func remove(_ article: Int64, _ stream: TermStream) {
    count(stream, -1)
    guard !collector.remove(article) else { return }
    removed.insert(article)
    unmarked[article] = stream
  }

  private func count(_ stream: TermStream, _ sign: Int) {
    articleCount += sign
    for (column, end) in stream.columns.enumerated() { tokenCounts[column] += sign * end.termCount }
  }

  /// Has another thread sort what was added while the last articles come.
  ///
  /// What was added so far is not found by others before ``finish(preparing:writing:meanwhile:)``: that should be near.
  ///
  /// - Throws: ``NewsIndexError``.
  func sortAhead() throws {
    guard usesThread, !collector.isEmpty else { return }
    let runs = try self.runs ?? DoclistRuns(at: scratchPath)
    self.runs = runs
    try sorter.wait()
    sorter.begin(collector, to: runs)
    collector = DoclistCollector(tokenLimit: tokenLimit)
    isLastRunHidden = true
  }

  /// Makes ready for a commit in the midst of a run.
  ///
  /// - Throws: ``SQLiteError``, ``NewsIndexError``.
  func prepareCommit() throws {
    guard isVisible, !isFinished else { return }
    if isLastRunHidden {
      try sorter.wait()
      try makeOneSegment()
    }
    try flush()
    try writeDeletions()
    try writeRecords(levels: [segments])
  }

  /// Writes all terms as one segment.
  ///
  /// - Parameters:
  ///   - prepare: Makes rows of lists of each term, in the order of their bytes, and its doclists, of articles one behind the other;
  ///     perhaps on another thread.
  ///   - writeRows: Writes them.
  ///   - writeOthers: Writes something else before, while another thread may sort terms already.
  /// - Throws: ``SQLiteError``, ``NewsIndexError``, and what `writeRows` and `writeOthers` throw.
  func finish(
    preparing prepare: DoclistPipe.Prepare, writing writeRows: ([ImpactRow]) throws -> Void,
    meanwhile writeOthers: () throws -> Void = {}
  ) throws {
    isFinished = true
    let visible = segments
    segments = []
    func begin() throws {
      try writeOthers()
      for segment in visible { try FullTextStructure.remove(segment, connection) }
    }
    var writer = FullTextSegmentWriter(connection, segment: nextSegment())
    func write(_ term: UnsafeBufferPointer<UInt8>, _ doclists: [Doclist]) throws {
      try writer.begin(term)
      for doclist in doclists { try writer.append(doclist) }
    }
    if usesThread {
      try DoclistPipe.run(takeTerms, prepare, meanwhile: begin, write, writeRows)
    } else {
      try begin()
      try takeTerms { term, doclists in
        try write(term, doclists)
        try writeRows(prepare(term, doclists))
      }
    }
    runs = nil
    let pages = try writer.finish()
    guard pages > 0 else { return try writeRecords(levels: []) }
    try writeRecords(levels: [[FullTextStructure.Segment(id: lastSegment, pages: 1...pages)]])
  }

  /// Gives all terms that were collected.
  private func takeTerms(_ body: DoclistPipe.Body) throws {
    if runs == nil {
      try collector.drain { try body($0, [$1]) }
    } else {
      try sorter.wait()
      try flush(isLast: true)
      try mergeRuns(body)
    }
  }

  private func mergeRuns(_ body: (UnsafeBufferPointer<UInt8>, [Doclist]) throws -> Void) throws {
    guard let runs else { return }
    var merge = try DoclistMerge(runs)
    guard !removed.isEmpty else { return try merge.forEachTerm(body) }
    try merge.forEachTerm { term, doclists in
      try DoclistFilter.without(removed, doclists) { left in
        if !left.isEmpty { try body(term, left) }
      }
    }
  }

  /// Writes what is collected to a run, and to a segment where it is to be found.
  private func flush(isLast: Bool = false) throws {
    guard !collector.isEmpty else { return }
    try sorter.wait()
    let runs = try self.runs ?? DoclistRuns(at: scratchPath)
    self.runs = runs
    if isVisible, !isLast {
      try makeRoom()
      var writer = FullTextSegmentWriter(connection, segment: nextSegment())
      try collector.drain { term, doclist in
        try runs.append(term, doclist)
        try writer.begin(term)
        try writer.append(doclist)
      }
      try runs.endRun()
      try note(pages: writer.finish())
    } else {
      try runs.appendRun(collector)
    }
  }

  /// Writes a segment that says which articles were taken out.
  private func writeDeletions() throws {
    guard !unmarked.isEmpty else { return }
    let deletions = DoclistCollector()
    for (article, stream) in unmarked.sorted(by: { $0.key < $1.key }) { deletions.add(article, stream) }
    unmarked = [:]
    var writer = FullTextSegmentWriter(connection, segment: nextSegment())
    try deletions.drain(asDeletions: true) { term, doclist in
      try writer.begin(term)
      try writer.append(doclist)
    }
    try note(pages: writer.finish())
  }

  /// Makes one of the segments where there are so many that FTS5 soon takes no more.
  private func makeRoom() throws {
    guard segments.count >= FullTextStructure.segmentLimit / 4 else { return }
    try makeOneSegment()
  }

  private func makeOneSegment() throws {
    isLastRunHidden = false
    for segment in segments { try FullTextStructure.remove(segment, connection) }
    segments = []
    var writer = FullTextSegmentWriter(connection, segment: nextSegment())
    try mergeRuns { term, doclists in
      try writer.begin(term)
      for doclist in doclists { try writer.append(doclist) }
    }
    unmarked = [:]
    try note(pages: writer.finish())
  }

  private func note(pages: Int) {
    guard pages > 0 else { return }
    segments.append(FullTextStructure.Segment(id: lastSegment, pages: 1...pages))
  }

  private func nextSegment() -> Int64 {
    lastSegment += 1
    return lastSegment
  }

  private func writeRecords(levels: [[FullTextStructure.Segment]]) throws {
    try FullTextStructure.write(levels, connection)
    try FullTextStructure.writeAverages(articles: articleCount, tokens: tokenCounts, connection)
  }
}
