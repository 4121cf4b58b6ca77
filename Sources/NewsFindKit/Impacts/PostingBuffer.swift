/// Room for decoded postings, in columns: what a hot loop reads one after the other lies side by side.
///
/// Invariant: each column has room for `capacity` elements, of which the first `count` are set.
final class PostingBuffer {
  let articles: UnsafeMutablePointer<UInt32>
  let textFrequencies: UnsafeMutablePointer<UInt16>
  let titleFrequencies: UnsafeMutablePointer<UInt8>
  let capacity: Int
  @exclusivity(unchecked) var count = 0

  init(capacity: Int) {
    self.capacity = capacity
    articles = .allocate(capacity: capacity)
    textFrequencies = .allocate(capacity: capacity)
    titleFrequencies = .allocate(capacity: capacity)
    articles.initialize(repeating: 0, count: capacity)
    textFrequencies.initialize(repeating: 0, count: capacity)
    titleFrequencies.initialize(repeating: 0, count: capacity)
  }

  deinit {
    articles.deallocate()
    textFrequencies.deallocate()
    titleFrequencies.deallocate()
  }

  /// Forgets all postings.
  func removeAll() {
    count = 0
  }

  subscript(place: Int) -> Posting {
    precondition(place >= 0 && place < count)
    return Posting(
      article: articles[place], textFrequency: textFrequencies[place],
      titleFrequency: titleFrequencies[place])
  }

  /// Appends a posting.
  ///
  /// There must be room for it.
  @inline(__always)
  func append(_ posting: Posting) {
    precondition(count < capacity)
    articles[count] = posting.article
    textFrequencies[count] = posting.textFrequency
    titleFrequencies[count] = posting.titleFrequency
    count += 1
  }

  /// The first place, of some, whose article is not below one; behind them where there is none.
  ///
  /// Without a branch that could be foretold wrongly.
  func place(notBelow article: UInt32, in places: Range<Int>) -> Int {
    precondition(places.lowerBound >= 0 && places.upperBound <= count)
    var first = places.lowerBound
    var rest = places.count
    while rest > 1 {
      let half = rest / 2
      first &+= half & (0 &- isBelow(article, first &+ half &- 1))
      rest -= half
    }
    if rest == 1 { first &+= isBelow(article, first) }
    return first
  }

  /// 1 where the article of a place is below one, else 0: a number, for of a comparison the compiler makes a branch.
  @inline(__always)
  private func isBelow(_ article: UInt32, _ place: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(articles[place]) &- UInt64(article)) >> 63)
  }

  /// Finds in a block the first article that is not below one.
  ///
  /// Compares more than a binary search does, but nothing that has to wait for another comparison.
  ///
  /// - Parameters:
  ///   - article: The one.
  ///   - start: Where the block begins.
  /// - Returns: Its place; behind the block where there is none.
  func place(notBelow article: UInt32, inBlockAt start: Int) -> Int {
    let size = PostingEncoding.blockSize
    let group = 16
    precondition(start >= 0 && start + size <= count)
    let articles = articles + start
    var groups = 0
    for last in stride(from: group - 1, to: size, by: group) where articles[last] < article { groups += 1 }
    let first = min(groups, size / group - 1) * group
    var place = first
    for index in first..<first + group where articles[index] < article { place += 1 }
    return start + place
  }

  /// The first place whose article is not below one.
  func place(notBelow article: UInt32) -> Int { place(notBelow: article, in: 0..<count) }
}
