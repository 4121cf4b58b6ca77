/// A set of articles of one window.
final class WindowBits {
  private static let wordCount = SearchWindow.size / 64

  /// Invariant: ``wordCount`` words, each of them the articles of a range; see ``SearchWindow``.
  private let words: UnsafeMutablePointer<UInt64>

  init() {
    words = .allocate(capacity: Self.wordCount)
    words.initialize(repeating: 0, count: Self.wordCount)
  }

  deinit {
    words.deallocate()
  }

  /// Empties it.
  func removeAll() {
    words.update(repeating: 0, count: Self.wordCount)
  }

  @inline(__always)
  func insert(_ slot: Int) {
    words[slot >> 6 & 15] |= 1 << UInt64(slot & 63)
  }

  @inline(__always)
  func remove(_ slot: Int) {
    words[slot >> 6 & 15] &= ~(1 << UInt64(slot & 63))
  }

  @inline(__always)
  func contains(_ slot: Int) -> Bool {
    words[slot >> 6 & 15] & 1 << UInt64(slot & 63) != 0
  }

  /// 1 if an article is in it, else 0.
  @inline(__always)
  func bit(_ slot: Int) -> Int {
    Int(truncatingIfNeeded: words[slot >> 6 & 15] >> UInt64(slot & 63) & 1)
  }

  /// Becomes another set, with all articles of some ranges besides.
  ///
  /// - Parameters:
  ///   - other: The other set.
  ///   - ranges: A bit for each range.
  func become(_ other: WindowBits, with ranges: UInt16) {
    for range in 0..<Self.wordCount {
      words[range] = other.words[range] | (0 &- UInt64(ranges >> UInt16(range) & 1))
    }
  }

  /// Becomes the set of articles in a row.
  func become(_ slots: WindowSlots) {
    removeAll()
    slots.forEach { insert($0) }
  }

  /// Keeps what is in another set, too.
  func formIntersection(_ other: WindowBits) {
    for index in 0..<Self.wordCount { words[index] &= other.words[index] }
  }

  var count: Int { (0..<Self.wordCount).reduce(0) { $0 + words[$1].nonzeroBitCount } }

  /// From where to where some ranges lie.
  ///
  /// - Parameter ranges: A bit for each range.
  /// - Returns: The slots from the first to the last of them; none where there are none.
  static func span(of ranges: UInt16) -> Range<Int> {
    guard ranges != 0 else { return 0..<0 }
    return ranges.trailingZeroBitCount << 6..<(16 - ranges.leadingZeroBitCount) << 6
  }

  var isEmpty: Bool {
    var all: UInt64 = 0
    for index in 0..<Self.wordCount { all |= words[index] }
    return all == 0
  }

  /// Takes out the articles for which `isLeftOut` is true, without a branch that could be foretold wrongly.
  ///
  /// - Parameter isLeftOut: Is given the range and the slot of each article.
  @inline(__always)
  func removeAll(where isLeftOut: (_ range: Int, _ slot: Int) -> Bool) {
    for range in 0..<Self.wordCount {
      var rest = words[range]
      var kept = rest
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        kept &= ~((isLeftOut(range, range << 6 | bit) ? 1 : 0) << UInt64(bit))
        rest &= rest &- 1
      }
      words[range] = kept
    }
  }

  /// Calls `body` with each article, in order; it may take that one out.
  @inline(__always)
  func forEach<Failure: Error>(_ body: (Int) throws(Failure) -> Void) throws(Failure) {
    for index in 0..<Self.wordCount {
      var word = words[index]
      while word != 0 {
        try body(index << 6 | word.trailingZeroBitCount)
        word &= word &- 1
      }
    }
  }
}
