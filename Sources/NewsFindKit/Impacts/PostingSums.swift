/// Adds up the postings of several terms, article by article.
///
/// What was added is cleared when it is taken: to use it again costs nothing for the articles that are not concerned.
final class PostingSums {
  /// One more than the last article.
  let capacity: Int
  /// Invariant: `capacity` elements each; a bit for each article in `found`.
  private let texts: UnsafeMutablePointer<UInt16>
  private let titles: UnsafeMutablePointer<UInt8>
  private let found: UnsafeMutablePointer<UInt64>

  private var wordCount: Int { (capacity + 63) / 64 }

  /// - Parameter articles: One more than the last of them.
  init(articles: Int) {
    capacity = articles
    texts = .allocate(capacity: articles)
    titles = .allocate(capacity: articles)
    found = .allocate(capacity: (articles + 63) / 64)
    texts.initialize(repeating: 0, count: articles)
    titles.initialize(repeating: 0, count: articles)
    found.initialize(repeating: 0, count: (articles + 63) / 64)
  }

  deinit {
    texts.deallocate()
    titles.deallocate()
    found.deallocate()
  }

  /// Adds a posting.
  @inline(__always)
  func add(_ posting: Posting) {
    let article = Int(posting.article)
    guard article < capacity else { return }
    found[article >> 6] |= 1 << UInt64(article & 63)
    let text = texts[article].addingReportingOverflow(posting.textFrequency)
    texts[article] = text.overflow ? .max : text.partialValue
    let title = titles[article].addingReportingOverflow(posting.titleFrequency)
    titles[article] = title.overflow ? .max : title.partialValue
  }

  /// Adds the postings of a buffer, which are in the order of their articles.
  func add(_ buffer: PostingBuffer) {
    // Neighbours share a word of `found`: it is written once, so that none waits for the one before it.
    var index = 0
    var bits: UInt64 = 0
    for place in 0..<buffer.count {
      let article = Int(buffer.articles[place])
      guard article < capacity else { break }
      if article >> 6 != index {
        found[index] |= bits
        index = article >> 6
        bits = 0
      }
      bits |= 1 << UInt64(article & 63)
      let text = UInt32(texts[article]) &+ UInt32(buffer.textFrequencies[place])
      texts[article] = UInt16(truncatingIfNeeded: min(text, UInt32(UInt16.max)))
      let title = UInt32(titles[article]) &+ UInt32(buffer.titleFrequencies[place])
      titles[article] = UInt8(truncatingIfNeeded: min(title, UInt32(UInt8.max)))
    }
    found[index] |= bits
  }

  /// Takes away what was added too much.
  func subtract(_ posting: Posting) {
    let article = Int(posting.article)
    guard article < capacity else { return }
    texts[article] -= min(posting.textFrequency, texts[article])
    titles[article] -= min(posting.titleFrequency, titles[article])
  }

  func subtract(_ buffer: PostingBuffer) {
    for place in 0..<buffer.count { subtract(buffer[place]) }
  }

  /// Whether anything was added of the articles of a window of 2,048.
  func isEmpty(inWindow number: Int) -> Bool {
    words(ofWindow: number).allSatisfy { found[$0] == 0 }
  }

  /// Takes away what was added of the articles of a window that are not there.
  func removeAbsent(inWindow number: Int, _ norms: WindowNorms) {
    let words = words(ofWindow: number)
    for index in words {
      var absent = found[index] & ~norms.present(inWord: index - words.lowerBound)
      found[index] ^= absent
      while absent != 0 {
        let article = index << 6 | absent.trailingZeroBitCount
        absent &= absent - 1
        texts[article] = 0
        titles[article] = 0
      }
    }
  }

  private func words(ofWindow number: Int) -> Range<Int> {
    let count = NormWindow.articleCount / 64
    return min(number * count, wordCount)..<min((number + 1) * count, wordCount)
  }

  /// The sums, in the order of their articles; then there are none.
  func takePostings() -> PostingBuffer {
    let postings = PostingBuffer(
      capacity: (0..<wordCount).reduce(0) { $0 + found[$1].nonzeroBitCount })
    var count = 0
    for index in 0..<wordCount {
      var word = found[index]
      found[index] = 0
      while word != 0 {
        let article = index << 6 | word.trailingZeroBitCount
        word &= word - 1
        // Invariant: there is room for as many as there are bits.
        postings.articles[count] = UInt32(article)
        postings.textFrequencies[count] = texts[article]
        postings.titleFrequencies[count] = titles[article]
        texts[article] = 0
        titles[article] = 0
        count += 1
      }
    }
    postings.count = count
    return postings
  }
}
