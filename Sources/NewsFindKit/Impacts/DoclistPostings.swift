/// Counts in doclists how often articles hold a term.
struct DoclistPostings {
  private let lengths: SegmentLengths

  /// - Parameter lengths: Those of all articles that doclists will name.
  init(_ lengths: SegmentLengths) {
    self.lengths = lengths
  }

  /// Whether doclists are long enough for so many articles: each takes a row, the size of its positions, and one position.
  static func haveRoom(for articles: Int, _ doclists: [Doclist]) -> Bool {
    doclists.reduce(0) { $0 + $1.bytes.count } >= articles * 3
  }

  /// The postings of a term.
  ///
  /// - Parameters:
  ///   - doclists: Of articles one behind the other.
  ///   - postings: What is appended to.
  ///
  /// Complexity: linear in the bytes.
  func append(_ doclists: [Doclist], to postings: inout [Posting]) {
    for doclist in doclists {
      guard let start = doclist.bytes.baseAddress else { continue }
      let limit = start + doclist.bytes.count
      doclist.forEachEntry { row, positions in
        guard let article = UInt32(exactly: row), article < .max else { return }
        postings.append(posting(article, positions, limit))
      }
    }
  }

  @inline(__always)
  private func posting(
    _ article: UInt32, _ positions: UnsafeBufferPointer<UInt8>, _ limit: UnsafePointer<UInt8>
  ) -> Posting {
    // What stands for the title of an article without one; see RankingWeights.
    let openingLength = lengths[article].title > 0 ? 0 : UInt64(RankingWeights.standard.openingLength)
    guard var place = positions.baseAddress else {
      return Posting(article: article, textFrequency: 0, titleFrequency: 0)
    }
    let end = place + positions.count
    _ = SQLiteVarint.take(from: &place)
    guard openingLength > 0 else { return Self.posting(article, place, end, limit) }
    var inText = 0
    var inTitle = 0
    var isTitle = false
    var offset: UInt64 = 0
    while place < end {
      let value = SQLiteVarint.take(from: &place)
      if value == 1 {
        isTitle = SQLiteVarint.take(from: &place) == UInt64(IndexSchema.TextColumn.title.rawValue)
        offset = 0
        continue
      }
      offset &+= value &- 2
      if isTitle {
        inTitle += 1
      } else {
        inText += 1
        if offset < openingLength { inTitle += 1 }
      }
    }
    return Posting(
      article: article, textFrequency: UInt16(clamping: inText), titleFrequency: UInt8(clamping: inTitle))
  }

  /// The posting of an article with a title: its positions need only be counted, and each has one byte below 128, its last.
  ///
  /// - Parameters:
  ///   - article: Its row.
  ///   - start: Where its positions begin.
  ///   - end: Where they end.
  ///   - limit: Bytes may be read up to there.
  /// - Returns: Its row, and how often it holds the term.
  @inline(__always)
  private static func posting(
    _ article: UInt32, _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>,
    _ limit: UnsafePointer<UInt8>
  ) -> Posting {
    var counts = (text: 0, title: 0)
    var place = start
    // Up to the first column that is named, eight bytes at a time.
    while place < end, limit - place >= 8 {
      let bytes = PositionBytes(place, count: end - place)
      guard !bytes.nameColumn, bytes.wholeCount > 0 else { break }
      counts.text += bytes.positionCount
      place += bytes.wholeCount
    }
    var isWithin = false
    var isTitle = false
    while place < end {
      let byte = place.pointee
      place += 1
      if byte >= 0x80 {
        isWithin = true
      } else if byte == 1, !isWithin {
        // A column, whose number takes one byte.
        isTitle = place.pointee == UInt8(IndexSchema.TextColumn.title.rawValue)
        place += 1
      } else {
        if isTitle { counts.title += 1 } else { counts.text += 1 }
        isWithin = false
      }
    }
    return Posting(
      article: article, textFrequency: UInt16(clamping: counts.text),
      titleFrequency: UInt8(clamping: counts.title))
  }
}
