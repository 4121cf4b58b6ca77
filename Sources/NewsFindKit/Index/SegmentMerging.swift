import SQLiteStore

/// Merges the segments of FTS5's index at the end of a run: a search looks its terms up in each of them.
///
/// Afterwards each is more than four times as large as all newer ones together, so there are as many as the logarithm of the index,
/// mostly two or three, and what is written is written some four times again as the index grows. FTS5 itself would merge segments of
/// one level, while a run writes: of a large load each part would be written again and again, and many would be left.
///
/// Related SQLite documentation: <https://www.sqlite.org/fts5.html#the_merge_command>
struct SegmentMerging {
  private let connection: Connection
  /// FTS5 writes about so many pages, of 4 KB, in one transaction of merging.
  private let mergedPages: Int

  /// Segments so many times as large as all newer ones are left alone.
  @TaskLocal static var ratio = 4

  /// - Parameters:
  ///   - connection: A connection to the index.
  ///   - mergedPages: How much is merged in one transaction: so the log stays small, and an end that is asked for comes soon.
  init(_ connection: Connection, mergedPages: Int = 4_000) {
    self.connection = connection
    self.mergedPages = mergedPages
  }

  /// Has FTS5 merge only when it is told to.
  static func configure(_ connection: Connection) throws(SQLiteError) {
    try connection.execute(
      """
      INSERT INTO article_text(article_text, rank)
      VALUES ('automerge', 0), ('usermerge', 2), ('crisismerge', 1000)
      """)
  }

  /// Merges what has to be merged; in no transaction.
  ///
  /// - Parameter isCancelled: Whether to leave what is not merged yet to the end of the next run; asked before each step.
  /// - Returns: Whether all is merged.
  /// - Throws: ``SQLiteError``.
  func settle(unless isCancelled: () -> Bool) throws -> Bool {
    if try connection.integer("SELECT v FROM article_text_config WHERE k = 'automerge'") != 0 {
      // The index is one of an earlier version.
      try Self.configure(connection)
    }
    let segments = try self.segments()
    guard !segments.contains(where: \.isBeingMerged) else {
      // A run was broken off.
      return try merge(unless: isCancelled) && settle(unless: isCancelled)
    }
    let count = Self.mergedCount(segments.map(\.leaves.count))
    if count < 2 { return true }
    if isCancelled() { return false }
    try arrange(segments, merging: count)
    return try merge(unless: isCancelled)
  }

  /// How many segments have to become one.
  ///
  /// - Parameter sizes: Those of the segments, the newest first.
  /// - Returns: So many of the newest; 0 where none has to.
  static func mergedCount(_ sizes: [Int]) -> Int {
    var count = 0
    var sum = 0
    for (number, size) in sizes.enumerated() {
      if number > 0, size <= ratio * sum { count = number + 1 }
      sum += size
    }
    return count
  }

  /// The segments, the newest first; none where FTS5 writes a record of another version, and is left alone.
  private func segments() throws(SQLiteError) -> [FullTextSegment] {
    FullTextStructure.segments(in: try FullTextStructure.record(connection)) ?? []
  }

  /// Puts the newest segments on one level, which FTS5 then merges, and each of the others on its own.
  private func arrange(_ segments: [FullTextSegment], merging count: Int) throws {
    let segments = segments.map { segment in
      FullTextStructure.Segment(
        id: segment.id, pages: Int(segment.leaves.lowerBound)...Int(segment.leaves.upperBound))
    }
    // What is made of them comes to the second level.
    let levels = [segments.prefix(count).reversed(), []] + segments.dropFirst(count).map { [$0] }
    try connection.transaction(.immediate) { try FullTextStructure.write(levels, connection) }
    // What FTS5 remembers of the record it forgets with a transaction that it takes part in and that is taken back.
    try connection.execute(
      "BEGIN; INSERT INTO article_text(article_text, rank) VALUES ('usermerge', 2); ROLLBACK")
  }

  /// Merges until no level has two segments.
  ///
  /// - Returns: Whether nothing is left to merge.
  private func merge(unless isCancelled: () -> Bool) throws -> Bool {
    while true {
      if isCancelled() { return false }
      let before = connection.totalChanges
      try connection.execute("INSERT INTO article_text(article_text, rank) VALUES ('merge', \(mergedPages))")
      // The command itself counts as a change.
      if connection.totalChanges - before < 2 { return true }
    }
  }
}
