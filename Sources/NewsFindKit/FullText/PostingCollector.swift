import SQLiteStore

/// Counts where something stands in articles, one after the other.
struct PostingCollector {
  /// In how many articles something was found.
  private(set) var total = 0
  private let impacts: ImpactReader
  private let covered: Int64
  /// So many tokens what is counted takes.
  private let length: Int
  private var row: Int64 = 0
  private var inText = 0
  private var inTitle = 0
  /// Before this token of a text it stands in what is taken for the title.
  private var openingEnd: UInt64 = 0
  /// The lengths of the articles around the one at hand.
  private var norms: WindowNorms?
  private var window = -1

  init(_ impacts: ImpactReader, length: Int) {
    self.impacts = impacts
    self.length = length
    covered = min(impacts.covered, Int64(UInt32.max))
  }

  mutating func begin(_ row: Int64) throws(SQLiteError) {
    self.row = row
    inText = 0
    inTitle = 0
    guard row <= covered else { return }
    if window != Int(row >> 11) {
      window = Int(row >> 11)
      norms = try impacts.norms(ofWindow: window)
    }
    let isTitled = norms.map { $0[Int(row & 2047)].title > 0 } ?? false
    openingEnd = isTitled ? 0 : UInt64(RankingWeights.standard.openingEnd(forLength: length))
  }

  /// Whether it matters only in which column something stands.
  var needsNoPlaces: Bool { openingEnd == 0 }

  mutating func count(inText count: Int) { inText += count }

  /// Counts a place where it begins.
  @inline(__always)
  mutating func count(_ place: UInt64) {
    if place >> 32 == UInt64(IndexSchema.TextColumn.title.rawValue) {
      inTitle += 1
    } else {
      inText += 1
      if place & 0xFFFF_FFFF < openingEnd { inTitle += 1 }
    }
  }

  /// Counts the places in an article.
  ///
  /// - Returns: Its posting; `nil` where there are none, or no list covers it.
  mutating func posting(
    at row: Int64, _ places: some Collection<UInt64>
  ) throws(SQLiteError) -> Posting? {
    guard !places.isEmpty else { return nil }
    try begin(row)
    for place in places { count(place) }
    return end()
  }

  /// Ends the article.
  ///
  /// - Returns: Its posting; `nil` where nothing was found, or no list covers it.
  mutating func end() -> Posting? {
    guard inText + inTitle > 0 else { return nil }
    total += 1
    guard row <= covered else { return nil }
    return Posting(
      article: UInt32(truncatingIfNeeded: row), textFrequency: UInt16(clamping: inText),
      titleFrequency: UInt8(clamping: inTitle))
  }
}
