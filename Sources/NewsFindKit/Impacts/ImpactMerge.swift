import SQLiteStore

/// Makes one segment of several whose articles follow one another, without the articles that were taken out.
struct ImpactMerge {
  private let index: IndexConnection
  private var connection: Connection { index.connection }
  private let norms: NormWindows

  init(_ index: IndexConnection, _ norms: NormWindows) {
    self.index = index
    self.norms = norms
  }

  /// Which of the last segments are to be merged: of each two that follow one another the second is to have a quarter of the
  /// articles of the first at most, so that there are few and none is written often.
  static func due(_ segments: [ImpactSegment]) -> [ImpactSegment] {
    guard var articles = segments.last?.livingCount else { return [] }
    var first = segments.count - 1
    while first > 0, articles * 4 > segments[first - 1].livingCount {
      first -= 1
      articles += segments[first].livingCount
    }
    // What was taken out still costs time and memory.
    if segments[first...].contains(where: \.isWorn) { return Array(segments[first...]) }
    if let worn = segments.firstIndex(where: \.isWorn) { return Array(segments[worn...]) }
    return first < segments.count - 1 ? Array(segments[first...]) : []
  }

  /// Merges segments.
  ///
  /// - Parameters:
  ///   - segments: In the order of their articles; at least one.
  ///   - isWhole: Whether they are all that there are: then the mean lengths are taken anew.
  /// - Throws: ``SQLiteError``.
  ///
  /// Complexity: linear in their postings.
  func run(_ segments: [ImpactSegment], isWhole: Bool) throws {
    guard let first = segments.first, let last = segments.last else { return }
    let table = ImpactTable(connection)
    var merged = ImpactSegment(
      id: try table.nextSegment(), articles: first.articles.lowerBound...last.articles.upperBound,
      articleCount: segments.reduce(0) { $0 + $1.livingCount }, deletedCount: 0, chunks: 0..<0,
      textTokens: segments.reduce(0) { $0 + $1.textTokens },
      titleTokens: segments.reduce(0) { $0 + $1.titleTokens }, scale: first.scale,
      leavesOutRare: isWhole)
    if isWhole {
      // What was taken out is counted among the tokens: the mean hardly changes.
      merged = merged.with(
        scale: ImpactScale.mean(
          textTokens: merged.textTokens, titleTokens: merged.titleTokens,
          articles: segments.reduce(0) { $0 + $1.articleCount }))
    }
    try norms.flush()
    try index.impacts.refresh()
    let lengths = try SegmentLengths(of: merged.articles, norms)
    var writer = ImpactSegmentWriter(firstChunk: try table.nextChunk(), scale: merged.scale, lengths)
    let limit = RareTerms.limit(of: merged.articleCount)
    let least = merged.leavesOutRare ? limit + 1 : 1
    var readers = try segments.map { segment throws(SQLiteError) in
      try ImpactSegmentReader(connection, segment: segment.id)
    }
    while let term = readers.compactMap(\.term).min(by: { $0.lexicographicallyPrecedes($1) }) {
      var postings: [Posting] = []
      let isLeftOut = first.leavesOutRare && readers[0].term != term
      for number in readers.indices where readers[number].term == term {
        let own = try readers[number].postings()
        if segments[number].deletedCount == 0 {
          postings += own
        } else {
          for posting in own where lengths[posting.article] != .none { postings.append(posting) }
        }
        try readers[number].advance()
      }
      // Where only a few are known there are hardly enough altogether.
      if isLeftOut, postings.count > limit / 4 {
        // What this run has taken out FTS5 may not have written yet.
        postings =
          try index.fullText.postings(ofTerm: String(decoding: term, as: UTF8.self), in: first.articles)
          .filter { lengths[$0.article] != .none } + postings
      }
      guard postings.count >= least else { continue }
      term.withUnsafeBufferPointer { writer.add($0, postings) }
      try table.insert(writer.takeRows(), of: merged.id)
    }
    readers.removeAll()
    merged.chunks = writer.finish()
    try table.insert(writer.takeRows(), of: merged.id)
    for segment in segments { try table.remove(segment) }
    try table.insert(merged)
  }
}

extension ImpactSegment {
  /// The same with another scale.
  fileprivate func with(scale: ImpactScale) -> ImpactSegment {
    ImpactSegment(
      id: id, articles: articles, articleCount: articleCount, deletedCount: deletedCount, chunks: chunks,
      textTokens: textTokens, titleTokens: titleTokens, scale: scale, leavesOutRare: leavesOutRare)
  }
}
