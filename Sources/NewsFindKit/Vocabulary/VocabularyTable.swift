import SQLiteStore

/// The rows of `vocabulary`.
struct VocabularyTable {
  private let connection: Connection

  /// What a segment holds.
  enum Part: Int64 {
    /// The most frequent words: what suggestions are made from.
    case frequent = 0
    /// The other words of the same articles.
    case rare = 1
    /// The words of articles that came later.
    case appended = 2
  }

  /// As many words are looked through in a few milliseconds.
  static let frequentLimit = 1 << 17

  /// So many appended segments are read beside the frequent words at most, once a run is over.
  private static let appendedLimit = 8

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// The numbers of the segments that suggestions are made from, which change with their content.
  func frequentSegments() throws(SQLiteError) -> [Int64] {
    let rows = try connection.cached("SELECT segment FROM vocabulary WHERE part <> 1 ORDER BY segment")
    defer { rows.reset() }
    var numbers: [Int64] = []
    while try rows.step() { numbers.append(rows.integer(0)) }
    return numbers
  }

  /// The segments of some parts.
  func segments(_ parts: Set<Part>) throws(SQLiteError) -> [VocabularySegment] {
    let rows = try connection.cached("SELECT part, word_count, words FROM vocabulary ORDER BY segment")
    defer { rows.reset() }
    var segments: [VocabularySegment] = []
    while try rows.step() {
      guard let part = Part(rawValue: rows.integer(0)), parts.contains(part) else { continue }
      segments.append(VocabularySegment(bytes: rows.bytes(2), wordCount: Int(rows.integer(1))))
    }
    return segments
  }

  /// Adds a segment; one without words is left out.
  func insert(_ segment: VocabularySegment, as part: Part) throws(SQLiteError) {
    guard segment.wordCount > 0 else { return }
    // Never a number that was used before: readers tell by it whether what they keep in memory still holds.
    try connection.cached(
      "INSERT INTO vocabulary(segment, part, word_count, words) VALUES (?1, ?2, ?3, ?4)"
    )
    .bind(.random(in: 1 ... .max), at: 1).bind(part.rawValue, at: 2)
    .bind(Int64(segment.wordCount), at: 3).bind(segment.bytes, at: 4).run()
  }

  /// Merges all segments if those that were appended are many, or hold many words.
  func tidy() throws(SQLiteError) {
    let rows = try connection.cached("SELECT part, word_count FROM vocabulary")
    defer { rows.reset() }
    var appended = 0
    var appendedWords: Int64 = 0
    var otherWords: Int64 = 0
    while try rows.step() {
      if rows.integer(0) == Part.appended.rawValue {
        appended += 1
        appendedWords += rows.integer(1)
      } else {
        otherWords += rows.integer(1)
      }
    }
    rows.reset()
    if appended > Self.appendedLimit || appended > 0 && appendedWords * 16 > otherWords {
      try replaceAll(by: segments([.frequent, .rare, .appended]))
    }
  }

  /// Puts the words of some segments in the place of all that is there.
  func replaceAll(by segments: [VocabularySegment]) throws(SQLiteError) {
    let (frequent, rare) = VocabularySegment.merged(segments, limit: Self.frequentLimit)
    try connection.execute("DELETE FROM vocabulary")
    try insert(frequent, as: .frequent)
    try insert(rare, as: .rare)
  }

  /// Whether words of articles are missing because a run was broken off.
  func isIncomplete() throws(SQLiteError) -> Bool {
    try connection.integer("SELECT count(*) FROM property WHERE name = 'vocabulary'") == 1
  }

  /// States whether words of articles are missing.
  func set(isIncomplete: Bool) throws(SQLiteError) {
    try connection.execute(
      isIncomplete
        ? "INSERT OR IGNORE INTO property(name, value) VALUES ('vocabulary', 'incomplete')"
        : "DELETE FROM property WHERE name = 'vocabulary'")
  }
}
