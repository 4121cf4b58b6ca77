/// Makes the rows of the lists of a segment, term after term.
///
/// A row of `impact_leaf` holds successive terms, front-coded, with their lists where those are short; the postings of a long one
/// are in rows of `impact_chunk` of their own, as many blocks as a page takes, behind one that says for each block its last article,
/// the greatest impact in it, and where in its row it begins (at 0 a row begins): what a search needs to pass it over. Of a frequent term that row goes on with the greatest
/// impact in each range of 64 articles, from that of the first on.
struct ImpactSegmentWriter {
  private let lengths: SegmentLengths
  private let inverse: InverseNorms
  private let firstChunk: Int64
  private var nextChunk: Int64
  /// What is ready to be written.
  private var rows: [ImpactRow] = []
  private var paging = ChunkPaging()
  private var leaf: [UInt8] = []
  private var firstTerm: [UInt8] = []
  private var lastTerm: [UInt8] = []
  /// How much each posting of the term at hand counts, not saturated.
  private var frequencies: [Float] = []

  /// A leaf of this size fills a page of the file.
  private static let leafSize = 7_000
  /// Where one article in so many holds a term, ranges tell more than blocks do.
  private static let rangedShare = 16
  /// What the first row of a long list says of a block takes so many bytes.
  static let skipSize = 7
  /// Lists of more postings are long.
  static let shortLimit = 512

  /// - Parameters:
  ///   - firstChunk: The number of the first row of `impact_chunk`.
  ///   - scale: What impacts are computed by.
  ///   - lengths: Those of all articles of the segment.
  init(firstChunk: Int64, scale: ImpactScale, _ lengths: SegmentLengths) {
    self.firstChunk = firstChunk
    self.lengths = lengths
    inverse = InverseNorms(scale)
    nextChunk = firstChunk
  }

  /// Adds the postings of a term.
  ///
  /// - Parameters:
  ///   - term: Behind all that were added before, by their bytes.
  ///   - postings: In the order of their articles, whose lengths are known; not empty.
  mutating func add(_ term: UnsafeBufferPointer<UInt8>, _ postings: [Posting]) {
    frequencies.removeAll(keepingCapacity: true)
    for posting in postings {
      frequencies.append(
        inverse.frequency(
          text: posting.textFrequency, title: posting.titleFrequency, in: lengths[posting.article]))
    }
    if leaf.count >= Self.leafSize { endLeaf() }
    if leaf.isEmpty {
      firstTerm = Array(term)
      lastTerm = []
    }
    var shared = 0
    for (one, other) in zip(term, lastTerm) {
      guard one == other else { break }
      shared += 1
    }
    // Terms have at most 127 bytes.
    leaf.append(UInt8(truncatingIfNeeded: shared))
    leaf.append(UInt8(truncatingIfNeeded: term.count - shared))
    leaf.append(contentsOf: term.dropFirst(shared))
    lastTerm = Array(term)
    if postings.count <= Self.shortLimit {
      PostingEncoding.appendVarint(UInt64(postings.count) << 1, to: &leaf)
      var blocks: [UInt8] = []
      var steps: [UInt8] = []
      forEachBlock(postings) { block, previous in
        steps.append(step(of: block.indices))
        Self.append(block, after: previous, to: &blocks)
      }
      PostingEncoding.appendVarint(UInt64(steps.count + blocks.count), to: &leaf)
      leaf += steps + blocks
    } else {
      PostingEncoding.appendVarint(UInt64(postings.count) << 1 | 1, to: &leaf)
      PostingEncoding.appendVarint(UInt64(nextChunk), to: &leaf)
      addLong(postings)
    }
  }

  /// Makes the last row.
  ///
  /// - Returns: The rows of `impact_chunk` that were made.
  mutating func finish() -> Range<Int64> {
    endLeaf()
    return firstChunk..<nextChunk
  }

  /// The rows that were made since it was last asked.
  mutating func takeRows() -> [ImpactRow] {
    defer { rows = [] }
    return rows
  }

  private mutating func addLong(_ postings: [Posting]) {
    guard let first = postings.first?.article, let last = postings.last?.article else { return }
    let ranges =
      Int(last - first) < postings.count * Self.rangedShare
      ? rangeSteps(postings, from: first >> SearchWindow.rangeShift, to: last >> SearchWindow.rangeShift)
      : []
    var skips: [UInt8] = []
    var chunks: [[UInt8]] = []
    var chunk: [UInt8] = []
    var packed: [UInt8] = []
    paging.add(PostingList.blockCount(of: postings.count) * Self.skipSize + ranges.count)
    var limit = paging.limit
    forEachBlock(postings) { block, previous in
      packed.removeAll(keepingCapacity: true)
      Self.append(block, after: previous, to: &packed)
      if !chunk.isEmpty, chunk.count + packed.count > limit {
        paging.add(chunk.count)
        chunks.append(chunk)
        chunk.removeAll(keepingCapacity: true)
        limit = paging.limit
      }
      guard let last = block.last?.article else { return }
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        skips.append(UInt8(truncatingIfNeeded: last >> shift))
      }
      skips.append(step(of: block.indices))
      skips.append(UInt8(truncatingIfNeeded: chunk.count))
      skips.append(UInt8(truncatingIfNeeded: chunk.count >> 8))
      chunk += packed
    }
    paging.add(chunk.count)
    chunks.append(chunk)
    for bytes in [skips + ranges] + chunks {
      rows.append(.chunk(id: nextChunk, bytes: bytes))
      nextChunk += 1
    }
  }

  private mutating func endLeaf() {
    guard !leaf.isEmpty else { return }
    rows.append(.leaf(firstTerm: firstTerm, entries: leaf))
    leaf.removeAll(keepingCapacity: true)
  }

  /// Calls `body` with each block, and the article before it.
  private func forEachBlock(
    _ postings: [Posting], _ body: (ArraySlice<Posting>, UInt32) -> Void
  ) {
    var previous: UInt32 = 0
    var start = 0
    while start < postings.count {
      let end = min(start + PostingEncoding.blockSize, postings.count)
      body(postings[start..<end], previous)
      previous = postings[end - 1].article
      start = end
    }
  }

  private static func append(_ block: ArraySlice<Posting>, after previous: UInt32, to bytes: inout [UInt8]) {
    if block.count == PostingEncoding.blockSize {
      PostingEncoding.appendBlock(block, after: previous, to: &bytes)
    } else {
      PostingEncoding.appendRest(block, after: previous, to: &bytes)
    }
  }

  /// The greatest impact of each range from one to another.
  private func rangeSteps(_ postings: [Posting], from first: UInt32, to last: UInt32) -> [UInt8] {
    var steps = [UInt8](repeating: 0, count: Int(last - first) + 1)
    var start = 0
    while start < postings.count {
      let range = postings[start].article >> SearchWindow.rangeShift
      var end = start + 1
      while end < postings.count, postings[end].article >> SearchWindow.rangeShift == range { end += 1 }
      steps[Int(range - first)] = step(of: start..<end)
      start = end
    }
    return steps
  }

  /// The greatest impact of some postings of the term at hand.
  private func step(of postings: Range<Int>) -> UInt8 {
    // Saturation keeps the order.
    var greatest: Float = 0
    for index in postings { greatest = max(greatest, frequencies[index]) }
    return ImpactScale.step(notBelow: InverseNorms.saturated(greatest))
  }
}
