/// Collects the postings of articles in memory until they are written together.
struct PostingAccumulator {
  /// An article, and where its postings begin.
  private struct Entry {
    let article: UInt32
    let start: Int
  }

  /// Whose `article` is the number of the term, for now.
  private var postings: [Posting] = []
  private var entries: [Entry] = []
  private let numbers = TermNumbers()
  private var removed: Set<UInt32> = []

  /// So many postings, of some 40,000 articles, are collected at most: some hundred megabytes while they are sorted.
  static let limit = 6 << 20

  /// Whether it should be emptied before more is added.
  var isFull: Bool { postings.count >= Self.limit }

  /// The articles whose postings it has, first and last.
  var articles: ClosedRange<Int64>? {
    guard let first = entries.first, let last = entries.last else { return nil }
    return Int64(first.article)...Int64(last.article)
  }

  /// The number of articles that it has and that were not removed again.
  var articleCount: Int { entries.count - removed.count }

  /// Adds an article.
  ///
  /// - Parameters:
  ///   - article: Its row, above all rows before it.
  ///   - stream: Its terms.
  mutating func add(_ article: UInt32, _ stream: TermStream) {
    let start = UInt32(postings.count)
    entries.append(Entry(article: article, start: postings.count))
    let title = IndexSchema.TextColumn.title.rawValue
    // What stands for the title of an article without one; see RankingWeights.
    let openingLength = stream.termCount(.title) > 0 ? 0 : RankingWeights.standard.openingLength
    for column in stream.columns.indices {
      var offset = -1
      stream.forEachTerm(ofColumn: column) { term, isColocated in
        if !isColocated { offset += 1 }
        let next = UInt32(postings.count)
        let noted = numbers.note(term, from: start, next: next)
        if noted.posting == next {
          postings.append(Posting(article: noted.term, textFrequency: 0, titleFrequency: 0))
        }
        let posting = Int(noted.posting)
        if column == title {
          postings[posting].titleFrequency = Self.more(postings[posting].titleFrequency)
        } else {
          postings[posting].textFrequency = Self.more(postings[posting].textFrequency)
          if offset < openingLength {
            postings[posting].titleFrequency = Self.more(postings[posting].titleFrequency)
          }
        }
        return true
      }
    }
  }

  /// Takes an article out again, if it is there.
  mutating func remove(_ article: UInt32) {
    if let articles, articles.contains(Int64(article)) { removed.insert(article) }
  }

  /// Calls `body` with each term, in the order of their bytes, and its postings, in the order of the articles; then empties
  /// itself.
  ///
  /// Complexity: linear in the postings, O(n log n) in the terms.
  mutating func drain(_ body: (ArraySlice<UInt8>, ArraySlice<Posting>) throws -> Void) rethrows {
    let terms = numbers.sorted()
    var starts = [Int](repeating: 0, count: numbers.count + 1)
    for posting in postings { starts[Int(posting.article) + 1] += 1 }
    for number in starts.indices.dropFirst() { starts[number] += starts[number - 1] }
    var next = starts
    // A counting sort: the articles come in their order.
    let sorted = [Posting](unsafeUninitializedCapacity: postings.count) { sorted, count in
      for (place, entry) in entries.enumerated() {
        let end = place + 1 < entries.count ? entries[place + 1].start : postings.count
        for posting in postings[entry.start..<end] {
          let number = Int(posting.article)
          sorted.initializeElement(
            at: next[number],
            to: Posting(
              article: entry.article, textFrequency: posting.textFrequency,
              titleFrequency: posting.titleFrequency))
          next[number] += 1
        }
      }
      count = postings.count
    }
    postings.removeAll(keepingCapacity: true)
    for number in terms {
      let own = sorted[starts[number]..<starts[number + 1]]
      if removed.isEmpty {
        try body(numbers.term(number), own)
      } else {
        let left = own.filter { !removed.contains($0.article) }
        if !left.isEmpty { try body(numbers.term(number), left[...]) }
      }
    }
    numbers.removeAll()
    entries.removeAll(keepingCapacity: true)
    removed.removeAll()
  }

  @inline(__always)
  private static func more<Count: FixedWidthInteger>(_ count: Count) -> Count {
    count == .max ? .max : count + 1
  }
}
