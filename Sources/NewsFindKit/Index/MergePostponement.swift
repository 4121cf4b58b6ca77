import SQLiteStore

/// Keeps FTS5 from merging its segments while much is written, and has them merged once, at the end.
///
/// Left alone FTS5 merges four segments as soon as there are four, then four of those, and so on: of a large load each part
/// is written three times and more.
///
/// Related SQLite documentation: <https://www.sqlite.org/fts5.html#the_automerge_configuration_option>
struct MergePostponement {
  private let connection: Connection
  /// Whether merging is off; also where a run that turned it off was killed.
  private(set) var isOn: Bool

  /// So many segments a search may go through without its taking notably longer.
  private static let segmentLimit = 16
  /// FTS5 writes about so many pages, of 4 KB, in one transaction of merging: the log stays small.
  private static let mergedPages = 4_000

  /// - Throws: ``SQLiteError``.
  init(_ connection: Connection) throws {
    self.connection = connection
    isOn = try connection.integer("SELECT v FROM article_text_config WHERE k = 'automerge'") == 0
  }

  /// Turns merging off; in a transaction.
  mutating func begin() throws {
    guard !isOn else { return }
    isOn = true
    try set(automerge: 0, crisismerge: 1_000)
  }

  /// Turns merging on again, and merges what there is where that is much; in no transaction.
  ///
  /// - Parameter merges: Whether there is time to merge; later runs will do some of it.
  /// - Throws: ``SQLiteError``.
  mutating func end(merges: Bool) throws {
    guard isOn else { return }
    isOn = false
    let segments = try connection.integer("SELECT count(DISTINCT segid) FROM article_text_idx") ?? 0
    if merges, segments > Self.segmentLimit {
      // The first takes all segments together, whatever their sizes; the others go on with it.
      var pages = -Self.mergedPages
      while true {
        let before = connection.totalChanges
        try connection.execute("INSERT INTO article_text(article_text, rank) VALUES ('merge', \(pages))")
        // The command itself counts as a change.
        if connection.totalChanges - before < 2 { break }
        pages = abs(pages)
      }
    }
    try set(automerge: 4, crisismerge: 16)
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
