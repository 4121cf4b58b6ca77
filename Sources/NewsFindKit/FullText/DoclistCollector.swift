import FrenchText

/// Collects where terms stand, article after article, and gives it back term by term, as FTS5 keeps it.
final class DoclistCollector {
  private struct Entry {
    let article: Int64
    /// Which chunk has its places, and where they end there.
    let chunk: Int
    let end: Int
  }

  /// For each token the number of its term, then its column and offset.
  ///
  /// Invariant: room for `capacity`, of which the first `count` are initialized.
  private struct Chunk {
    let places: UnsafeMutablePointer<UInt64>
    let capacity: Int
    var count = 0

    init(capacity: Int) {
      places = LargeMemory.allocate(UInt64.self, capacity: capacity)
      self.capacity = capacity
    }
  }

  private let terms = TermNumbers()
  private var entries: [Entry] = []
  private var removed: Set<Int64> = []
  /// Places, an article's in one chunk: what is there is never moved, for memory that is touched first costs most.
  private var chunks: [Chunk] = []
  /// The chunk that is filled; those before it are full.
  private var current = 0
  private var count = 0

  private let tokenLimit: Int

  /// So many tokens, of some fifteen thousand articles, take 96 MB while they are sorted.
  static let standardLimit = 6 << 20
  /// Places of chunks, but for articles that have more.
  private static let smallestChunk = 1 << 12
  private static let largestChunk = 1 << 20
  /// The lower bits of a place are the offset in its column: no article has so many tokens.
  private static let offsetBits: UInt32 = 30

  /// - Parameter tokenLimit: How many tokens are collected before it says that it is full.
  init(tokenLimit: Int = standardLimit) {
    self.tokenLimit = tokenLimit
  }

  deinit {
    for chunk in chunks { chunk.places.deallocate() }
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
    let number = chunk(with: stream.tokenLimit)
    let places = chunks[number].places
    var end = chunks[number].count
    let start = end
    for column in stream.columns.indices {
      let columnBits = UInt32(column) << Self.offsetBits
      // A name or a part of a compound has the offset of the word before it.
      var next: UInt32 = 0
      stream.forEachBatch(ofColumn: column) { batch in
        terms.forEachNumber(of: batch) { number, isColocated in
          if !isColocated { next &+= 1 }
          places[end] = UInt64(number) << 32 | UInt64(columnBits | (next &- 1))
          end &+= 1
        }
      }
    }
    chunks[number].count = end
    count += end - start
    entries.append(Entry(article: article, chunk: number, end: end))
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
    for chunk in chunks {
      for index in 0..<chunk.count { starts[Int(chunk.places[index] >> 32) + 1] += 1 }
    }
    for number in starts.indices.dropFirst() { starts[number] += starts[number - 1] }
    let sorted = UnsafeMutableBufferPointer(
      start: LargeMemory.allocate(UInt64.self, capacity: count), count: count)
    var next = starts
    var (chunk, index) = (0, 0)
    next.withUnsafeMutableBufferPointer { next in
      for (number, entry) in entries.enumerated() {
        if entry.chunk != chunk { (chunk, index) = (entry.chunk, 0) }
        let places = chunks[chunk].places
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
    for number in chunks.indices { chunks[number].count = 0 }
    current = 0
    count = 0
  }

  /// The number of a chunk that has room for so many places.
  private func chunk(with room: Int) -> Int {
    while current < chunks.count {
      if chunks[current].count + room <= chunks[current].capacity { return current }
      current += 1
    }
    let capacity = min(2 * (chunks.last?.capacity ?? Self.smallestChunk), Self.largestChunk)
    chunks.append(Chunk(capacity: max(capacity, room)))
    return current
  }
}
