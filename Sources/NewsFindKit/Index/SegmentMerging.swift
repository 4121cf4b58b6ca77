import SQLiteStore

/// When FTS5 merges the segments of its index: a search looks its terms up in each of them.
///
/// At the end of a run there is one of each level at most, so as many as the logarithm of what was written since all was one. While
/// much is written to an index that is there already nothing is merged; else of a large load each part is written again and again.
///
/// Related SQLite documentation: <https://www.sqlite.org/fts5.html#the_automerge_configuration_option>,
/// <https://www.sqlite.org/fts5.html#the_merge_command>
struct SegmentMerging {
  private let connection: Connection
  /// Whether nothing is merged; also where a run that wanted it so was broken off.
  private(set) var isPostponed: Bool

  /// So many segments of a level are merged; of FTS5's own value, 4, three would be left of each.
  @TaskLocal static var mergedCount = 2
  /// More segments than these are made one.
  private static let segmentLimit = 16
  /// FTS5 writes about so many pages, of 4 KB, in one transaction of merging.
  private let mergedPages: Int

  /// - Parameters:
  ///   - connection: A connection to the index.
  ///   - mergedPages: How much is merged in one transaction: so the log stays small, and an end that is asked for comes soon.
  /// - Throws: ``SQLiteError``.
  init(_ connection: Connection, mergedPages: Int = 4_000) throws {
    self.connection = connection
    self.mergedPages = mergedPages
    isPostponed = try Self.value("automerge", connection) == 0
  }

  /// Has FTS5 merge as it should.
  static func configure(_ connection: Connection) throws(SQLiteError) {
    try set(automerge: mergedCount, crisismerge: 16, connection)
  }

  /// Has nothing merged until the run ends; in a transaction.
  mutating func postpone() throws {
    guard !isPostponed else { return }
    isPostponed = true
    try Self.set(automerge: 0, crisismerge: 1_000, connection)
  }

  /// Merges what has to be merged; in no transaction.
  ///
  /// - Parameter isCancelled: Whether to leave what is not merged yet to the end of the next run; asked before each step.
  /// - Returns: Whether all is merged.
  /// - Throws: ``SQLiteError``.
  mutating func settle(unless isCancelled: () -> Bool) throws -> Bool {
    var pages = mergedPages
    if isPostponed {
      let count = try connection.integer("SELECT count(DISTINCT segid) FROM article_text_idx")
      // The first step takes all segments together, whatever their levels; the others go on with it.
      if count ?? 0 > Self.segmentLimit { pages = -mergedPages }
    } else if try Self.value("automerge", connection) != Int64(Self.mergedCount) {
      // An index of an earlier version merges four.
      try Self.configure(connection)
    }
    guard try merge(first: pages, unless: isCancelled) else { return false }
    if isPostponed { try Self.configure(connection) }
    isPostponed = false
    return true
  }

  /// Merges until nothing is left to merge.
  ///
  /// - Parameters:
  ///   - first: The pages of the first step; of all segments, whatever their levels, where it is negative.
  ///   - isCancelled: Whether to stop.
  /// - Returns: Whether nothing is left.
  /// - Throws: ``SQLiteError``.
  private func merge(first: Int, unless isCancelled: () -> Bool) throws -> Bool {
    var pages = first
    while true {
      if isCancelled() { return false }
      let before = connection.totalChanges
      try connection.execute("INSERT INTO article_text(article_text, rank) VALUES ('merge', \(pages))")
      // The command itself counts as a change.
      if connection.totalChanges - before < 2 { return true }
      pages = mergedPages
    }
  }

  private static func value(_ name: String, _ connection: Connection) throws(SQLiteError) -> Int64? {
    try connection.integer("SELECT v FROM article_text_config WHERE k = '\(name)'")
  }

  /// FTS5's own values are 4, 4 and 16.
  private static func set(
    automerge: Int, crisismerge: Int, _ connection: Connection
  ) throws(SQLiteError) {
    try connection.execute(
      """
      INSERT INTO article_text(article_text, rank)
      VALUES ('automerge', \(automerge)), ('usermerge', \(mergedCount)), ('crisismerge', \(crisismerge))
      """)
  }
}
