/// Counts in doclists how often articles hold a term.
struct DoclistPostings {
  private let lengths: SegmentLengths

  /// - Parameter lengths: Those of all articles that doclists will name.
  init(_ lengths: SegmentLengths) {
    self.lengths = lengths
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
      doclist.forEachEntry { row, positions in
        guard let article = UInt32(exactly: row), article < .max else { return }
        postings.append(posting(article, positions))
      }
    }
  }

  @inline(__always)
  private func posting(_ article: UInt32, _ positions: UnsafeBufferPointer<UInt8>) -> Posting {
    // What stands for the title of an article without one; see RankingWeights.
    let openingLength = lengths[article].title > 0 ? 0 : UInt64(RankingWeights.standard.openingLength)
    var inText = 0
    var inTitle = 0
    var isTitle = false
    var offset: UInt64 = 0
    guard var place = positions.baseAddress else {
      return Posting(article: article, textFrequency: 0, titleFrequency: 0)
    }
    let end = place + positions.count
    _ = SQLiteVarint.take(from: &place)
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
}
