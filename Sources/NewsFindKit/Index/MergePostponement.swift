import SQLiteStore

/// Keeps FTS5 from merging its segments while much is written to an index that is there already, and has them merged once, at the end.
///
/// Left alone FTS5 merges four segments as soon as there are four, then four of those, and so on: of a large load each part
/// is written three times and more.
///
/// Related SQLite documentation: <https://www.sqlite.org/fts5.html#the_automerge_configuration_option>
struct MergePostponement {
  private let connection: Connection
  /// Whether merging is off; also where a run that turned it off was broken off.
  private(set) var isOn: Bool

  /// So many segments a search may go through without its taking notably longer.
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
    isOn = try connection.integer("SELECT v FROM article_text_config WHERE k = 'automerge'") == 0
  }

  /// Turns merging off; in a transaction.
  mutating func begin() throws {
    guard !isOn else { return }
    isOn = true
    try set(automerge: 0, crisismerge: 1_000)
  }

  /// Merges what there is, where that is much, and turns merging on again; in no transaction.
  ///
  /// - Parameter isCancelled: Whether to leave what is not merged yet to the end of the next run; asked before each step.
  /// - Returns: Whether all is merged.
  /// - Throws: ``SQLiteError``.
  mutating func end(unless isCancelled: () -> Bool) throws -> Bool {
    guard isOn else { return true }
    if try connection.integer("SELECT count(DISTINCT segid) FROM article_text_idx") ?? 0 > Self.segmentLimit {
      // The first takes all segments together, whatever their sizes; the others go on with it.
      var pages = -mergedPages
      while true {
        if isCancelled() { return false }
        let before = connection.totalChanges
        try connection.execute("INSERT INTO article_text(article_text, rank) VALUES ('merge', \(pages))")
        // The command itself counts as a change.
        if connection.totalChanges - before < 2 { break }
        pages = mergedPages
      }
    } else if isCancelled() {
      return false
    }
    isOn = false
    try set(automerge: 4, crisismerge: 16)
    return true
  }

  /// FTS5's own values are 4 and 16.
  private func set(automerge: Int, crisismerge: Int) throws {
    try connection.execute(
      """
      INSERT INTO article_text(article_text, rank)
      VALUES ('automerge', \(automerge)), ('crisismerge', \(crisismerge))
      """)
  }
}
