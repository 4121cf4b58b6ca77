/// The postings of one phrase in one window, as a hot loop reads them.
///
/// Holds pointers into what its ``PostingCursor`` keeps: valid until that loads another window.
struct WindowPostings {
  private let articles: UnsafeMutablePointer<UInt32>
  private let textFrequencies: UnsafeMutablePointer<UInt16>
  private let titleFrequencies: UnsafeMutablePointer<UInt8>
  /// Where the postings are those of packed blocks, 128 of them each; `nil` where their frequencies are decoded.
  private let blocks: UnsafeMutablePointer<PackedBlock>?
  /// Which of the decoded articles are in the window.
  let range: Range<Int>

  init(_ buffer: PostingBuffer, _ range: Range<Int>, blocks: UnsafeMutablePointer<PackedBlock>? = nil) {
    articles = buffer.articles
    textFrequencies = buffer.textFrequencies
    titleFrequencies = buffer.titleFrequencies
    self.blocks = blocks
    self.range = range
  }

  /// An article, by its place in ``range``.
  @inline(__always)
  func article(_ place: Int) -> UInt32 { articles[place] }

  /// How often the phrase occurs, by the article's place in ``range``.
  @inline(__always)
  func frequencies(_ place: Int) -> (text: UInt16, title: UInt8) {
    guard let blocks else { return (textFrequencies[place], titleFrequencies[place]) }
    let block = blocks + place >> 7
    return (
      UInt16(truncatingIfNeeded: block.pointee.textFrequency(place & 127)),
      UInt8(truncatingIfNeeded: block.pointee.titleFrequency(place & 127))
    )
  }

  /// Where an article stands; `nil` where it does not.
  @inline(__always)
  func place(of article: UInt32) -> Int? {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if articles[middle] < article { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && articles[low] == article ? low : nil
  }
}
