import SQLiteStore

/// Says which segments the full-text index has, in a record that FTS5 reads before all else.
///
/// Source: the comments "Structure Records" and "The Averages Record" in SQLite's ext/fts5/fts5_index.c.
enum FullTextStructure {
  struct Segment: Hashable {
    let id: Int64
    /// The numbers of its pages.
    let pages: ClosedRange<Int>
  }

  /// FTS5 takes no more segments than so many.
  static let segmentLimit = 2_000

  /// A number by which FTS5 knows whether its configuration was changed.
  static let cookieCount = 4

  /// Whether there is not a single segment, and never was one.
  static func isEmpty(_ connection: Connection) throws(SQLiteError) -> Bool {
    let bytes = try record(connection)
    // The numbers of levels and segments, and how much was written.
    return bytes.count >= cookieCount + 3 && bytes.dropFirst(cookieCount).allSatisfy { $0 == 0 }
  }

  /// Writes the record.
  ///
  /// - Parameters:
  ///   - levels: The segments, the oldest of each level first; on the first those that were written last.
  ///   - connection: A connection to the index.
  /// - Throws: ``SQLiteError``.
  static func write(_ levels: [[Segment]], _ connection: Connection) throws(SQLiteError) {
    var bytes = Array(try record(connection).prefix(cookieCount))
    for number in [levels.count, levels.reduce(0) { $0 + $1.count }, 0] {
      SQLiteVarint.append(UInt64(number), to: &bytes)
    }
    for level in levels {
      // None of them is being merged.
      SQLiteVarint.append(0, to: &bytes)
      SQLiteVarint.append(UInt64(level.count), to: &bytes)
      for segment in level {
        SQLiteVarint.append(UInt64(segment.id), to: &bytes)
        SQLiteVarint.append(UInt64(segment.pages.lowerBound), to: &bytes)
        SQLiteVarint.append(UInt64(segment.pages.upperBound), to: &bytes)
      }
    }
    try put(bytes, in: FullTextTables.structureRow, connection)
  }

  /// The record; empty where there is none.
  static func record(_ connection: Connection) throws(SQLiteError) -> [UInt8] {
    let row = try connection.cached("SELECT block FROM \(FullTextTables.data) WHERE id = ?1")
    defer { row.reset() }
    return try row.bind(FullTextTables.structureRow, at: 1).step() ? row.bytes(0) : []
  }

  /// Writes how many articles the index holds, and how many tokens each column of them.
  static func writeAverages(
    articles: Int, tokens: [Int], _ connection: Connection
  ) throws(SQLiteError) {
    var bytes: [UInt8] = []
    for number in [articles] + tokens { SQLiteVarint.append(UInt64(number), to: &bytes) }
    try put(bytes, in: FullTextTables.averagesRow, connection)
  }

  /// Removes the pages of a segment.
  static func remove(_ segment: Segment, _ connection: Connection) throws(SQLiteError) {
    let rows = FullTextTables.rows(of: segment.id)
    try connection.cached("DELETE FROM \(FullTextTables.data) WHERE id BETWEEN ?1 AND ?2")
      .bind(rows.lowerBound, at: 1).bind(rows.upperBound, at: 2).run()
    try connection.cached("DELETE FROM \(FullTextTables.index) WHERE segid = ?1")
      .bind(segment.id, at: 1).run()
  }

  private static func put(_ bytes: [UInt8], in row: Int64, _ connection: Connection) throws(SQLiteError) {
    try connection.cached("INSERT OR REPLACE INTO \(FullTextTables.data)(id, block) VALUES (?1, ?2)")
      .bind(row, at: 1).bind(bytes, at: 2).run()
  }
}
