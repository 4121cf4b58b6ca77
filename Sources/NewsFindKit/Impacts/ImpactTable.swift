import SQLiteStore

/// The tables that hold the lists of impacts.
struct ImpactTable {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// The segments, in the order of their articles; none where they were made by another formula, for then they say nothing.
  func segments() throws(SQLiteError) -> [ImpactSegment] {
    let rows = try connection.cached(
      """
      SELECT id, first_article, last_article, articles, deleted, first_chunk, end_chunk, text_tokens, title_tokens,
        text_mean, title_mean, leaves_out_rare
      FROM impact_segment WHERE weights = ?1 ORDER BY first_article
      """)
    defer { rows.reset() }
    try rows.bind(RankingWeights.standard.impactVersion, at: 1)
    var segments: [ImpactSegment] = []
    while try rows.step() {
      guard rows.integer(1) > 0, rows.integer(2) < UInt32.max else { throw PostingListReader.damaged }
      segments.append(
        ImpactSegment(
          id: rows.integer(0), articles: rows.integer(1)...max(rows.integer(1), rows.integer(2)),
          articleCount: rows.integer(3), deletedCount: rows.integer(4),
          chunks: rows.integer(5)..<max(rows.integer(5), rows.integer(6)), textTokens: rows.integer(7),
          titleTokens: rows.integer(8),
          scale: ImpactScale(titleMean: Self.mean(rows.text(10)), textMean: Self.mean(rows.text(9))),
          leavesOutRare: rows.integer(11) != 0))
    }
    return segments
  }

  /// Writes a segment's row.
  func insert(_ segment: ImpactSegment) throws(SQLiteError) {
    let row = try connection.cached(
      """
      INSERT INTO impact_segment(
        id, first_article, last_article, articles, deleted, first_chunk, end_chunk, text_tokens, title_tokens,
        text_mean, title_mean, leaves_out_rare, weights)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
      """)
    try row.bind(segment.id, at: 1).bind(segment.articles.lowerBound, at: 2)
      .bind(segment.articles.upperBound, at: 3).bind(segment.articleCount, at: 4)
      .bind(segment.deletedCount, at: 5).bind(segment.chunks.lowerBound, at: 6)
      .bind(segment.chunks.upperBound, at: 7).bind(segment.textTokens, at: 8)
      .bind(segment.titleTokens, at: 9).bind("\(segment.scale.textMean)", at: 10)
      .bind("\(segment.scale.titleMean)", at: 11).bind(segment.leavesOutRare ? 1 : 0, at: 12)
      .bind(RankingWeights.standard.impactVersion, at: 13).run()
  }

  /// Writes rows of a segment.
  func insert(_ rows: [ImpactRow], of segment: Int64) throws(SQLiteError) {
    for row in rows {
      switch row {
      case .leaf(let firstTerm, let entries):
        try connection.cached("INSERT INTO impact_leaf(segment, first_term, entries) VALUES (?1, ?2, ?3)")
          .bind(segment, at: 1).bind(firstTerm, at: 2).bind(entries, at: 3).run()
      case .chunk(let id, let bytes):
        try connection.cached("INSERT INTO impact_chunk(id, bytes) VALUES (?1, ?2)")
          .bind(id, at: 1).bind(bytes, at: 2).run()
      }
    }
  }

  /// The number that the next segment gets: above all that are there.
  func nextSegment() throws(SQLiteError) -> Int64 {
    (try connection.integer("SELECT max(id) FROM impact_segment") ?? 0) + 1
  }

  /// The number that the next chunk gets.
  func nextChunk() throws(SQLiteError) -> Int64 {
    (try connection.integer("SELECT max(id) FROM impact_chunk") ?? 0) + 1
  }

  /// Removes a segment and its lists.
  func remove(_ segment: ImpactSegment) throws(SQLiteError) {
    try connection.cached("DELETE FROM impact_segment WHERE id = ?1").bind(segment.id, at: 1).run()
    try connection.cached("DELETE FROM impact_leaf WHERE segment = ?1").bind(segment.id, at: 1).run()
    try connection.cached("DELETE FROM impact_chunk WHERE id >= ?1 AND id < ?2")
      .bind(segment.chunks.lowerBound, at: 1).bind(segment.chunks.upperBound, at: 2).run()
  }

  /// Removes all segments, also those made by another formula.
  func removeAll() throws(SQLiteError) {
    try connection.execute(
      """
      DELETE FROM impact_segment; DELETE FROM impact_leaf; DELETE FROM impact_chunk; DELETE FROM impact_window
      """)
  }

  /// Counts an article of a segment as taken out.
  func noteDeletion(of article: Int64) throws(SQLiteError) {
    try connection.cached(
      "UPDATE impact_segment SET deleted = deleted + 1 WHERE first_article <= ?1 AND last_article >= ?1"
    ).bind(article, at: 1).run()
  }

  private static func mean(_ text: String) -> Double {
    let mean = Double(text) ?? 1
    return mean.isFinite && mean >= 1 ? mean : 1
  }
}
