/// Room for decoded postings, in columns: what a hot loop reads one after the other lies side by side.
///
/// Invariant: each column has room for `capacity` elements, of which the first `count` are set.
final class PostingBuffer {
  let articles: UnsafeMutablePointer<UInt32>
  let textFrequencies: UnsafeMutablePointer<UInt16>
  let titleFrequencies: UnsafeMutablePointer<UInt8>
  let capacity: Int
  var count = 0

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

  /// The first place whose article is not below one.
  func place(notBelow article: UInt32) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if articles[middle] < article { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
