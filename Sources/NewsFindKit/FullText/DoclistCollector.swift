import FrenchText

/// Collects where terms stand, article after article, and gives it back term by term, as FTS5 keeps it.
final class DoclistCollector {
  private struct Entry {
    let article: Int64
    /// Where its places end.
    let end: Int
  }

  private let terms = TermNumbers()
  private var entries: [Entry] = []
  private var removed: Set<Int64> = []
  /// For each token the number of its term, then its column and offset.
  ///
  /// Invariant: room for `capacity`, of which the first `count` are initialized.
  private var places: UnsafeMutablePointer<UInt64>
  private var capacity = 1 << 12
  private var count = 0

  private let tokenLimit: Int

  /// So many tokens, of some fifteen thousand articles, take 96 MB while they are sorted.
  static let standardLimit = 6 << 20
  /// The lower bits of a place are the offset in its column: no article has so many tokens.
  private static let offsetBits: UInt32 = 30

  /// - Parameter tokenLimit: How many tokens are collected before it says that it is full.
  init(tokenLimit: Int = standardLimit) {
    self.tokenLimit = tokenLimit
    places = LargeMemory.allocate(UInt64.self, capacity: capacity)
  }

  deinit {
    places.deallocate()
  }

  var isEmpty: Bool { entries.isEmpty }

  /// Whether it should be emptied before more is added.
  var isFull: Bool { count >= tokenLimit }

  /// The articles that it has, first and last.
  var articles: ClosedRange<Int64>? {
    guard let first = entries.first, let last = entries.last else { return nil }
    return first.article...last.article
  }

  /// Adds an article.
  ///
  /// - Parameters:
  ///   - article: Its row, above all rows before it.
  ///   - stream: Its terms.
  func add(_ article: Int64, _ stream: TermStream) {
    reserve(stream.tokenLimit)
    for column in stream.columns.indices {
      let start = UInt32(column) << Self.offsetBits
      // A name or a part of a compound has the offset of the word before it.
      var next: UInt32 = 0
      stream.forEachBatch(ofColumn: column) { batch in
        terms.forEachNumber(of: batch) { number, isColocated in
          if !isColocated { next &+= 1 }
          places[count] = UInt64(number) << 32 | UInt64(start | (next &- 1))
          count &+= 1
        }
      }
    }
    entries.append(Entry(article: article, end: count))
  }

  /// Takes an article out again, if it is there.
  ///
  /// - Returns: Whether it was.
  @discardableResult
  func remove(_ article: Int64) -> Bool {
    guard let articles, articles.contains(article) else { return false }
    removed.insert(article)
    return true
  }

  /// Calls `body` with each term, in the order of their bytes, and where it stands; then empties itself.
  ///
  /// - Parameters:
  ///   - asDeletions: Whether to give articles without positions, marked as taken out.
  ///   - body: Its doclist lives until it returns.
  ///
  /// Complexity: linear in the tokens, O(n log n) in the terms.
  func drain(
    asDeletions: Bool = false, _ body: (UnsafeBufferPointer<UInt8>, Doclist) throws -> Void
  ) rethrows {
    defer { removeAll() }
    let (starts, sorted) = placesByTerm()
    defer { sorted.deallocate() }
    var encoder = DoclistEncoder(isOfDeletions: asDeletions)
    for number in terms.sorted() {
      let own = UnsafeBufferPointer(
        rebasing: UnsafeBufferPointer(sorted)[starts[number]..<starts[number + 1]])
      let isThere = encoder.encode(own) { entry in
        let article = entries[Int(entry)].article
        return removed.isEmpty || !removed.contains(article) ? article : nil
      }
      guard isThere else { continue }
      try terms.withTerm(number) { term in try encoder.withDoclist { try body(term, $0) } }
    }
  }

  /// The places of each term in the order of the articles, each with the number of its entry instead of the term's, and where
  /// those of each term begin: a counting sort.
  private func placesByTerm() -> (starts: [Int], sorted: UnsafeMutableBufferPointer<UInt64>) {
    var starts = [Int](repeating: 0, count: terms.count + 1)
    for index in 0..<count { starts[Int(places[index] >> 32) + 1] += 1 }
    for number in starts.indices.dropFirst() { starts[number] += starts[number - 1] }
    let sorted = UnsafeMutableBufferPointer(
      start: LargeMemory.allocate(UInt64.self, capacity: count), count: count)
    var next = starts
    var index = 0
    next.withUnsafeMutableBufferPointer { next in
      for (number, entry) in entries.enumerated() {
        while index < entry.end {
          let term = Int(places[index] >> 32)
          sorted.initializeElement(
            at: next[term], to: UInt64(number) << 32 | places[index] & UInt64(UInt32.max))
          next[term] += 1
          index += 1
        }
      }
    }
    return (starts, sorted)
  }

  private func removeAll() {
    terms.removeAll()
    entries.removeAll(keepingCapacity: true)
    removed.removeAll()
    count = 0
  }

  private func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    capacity = max(capacity * 2, count + more)
    let larger = LargeMemory.allocate(UInt64.self, capacity: capacity)
    larger.moveInitialize(from: places, count: count)
    places.deallocate()
    places = larger
  }
}
