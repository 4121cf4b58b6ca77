import SQLiteStore

/// Writes the lists of a segment, term after term.
///
/// A row of `impact_leaf` holds successive terms, front-coded, with their lists where those are short; the postings of a long one
/// are in rows of `impact_chunk` of their own, 32 blocks each, behind one that says for each block its last article, the greatest
/// impact in it, and where it begins: what a search needs to pass it over. Of a frequent term that row goes on with the greatest
/// impact in each range of 64 articles, from that of the first on.
struct ImpactSegmentWriter {
  private let connection: Connection
  private let segment: Int64
  private let lengths: SegmentLengths
  private let inverse: InverseNorms
  private let firstChunk: Int64
  private var nextChunk: Int64
  private var leaf: [UInt8] = []
  private var firstTerm: [UInt8] = []
  private var lastTerm: [UInt8] = []
  /// How much each posting of the term at hand counts, not saturated.
  private var frequencies: [Float] = []

  /// A leaf of this size fills a page of the file.
  private static let leafSize = 7_000
  /// Where one article in so many holds a term, ranges tell more than blocks do.
  private static let rangedShare = 16
  /// Lists of more postings are long.
  static let shortLimit = 512
  static let blocksOfChunk = 32

  init(_ connection: Connection, segment: Int64, scale: ImpactScale, _ lengths: SegmentLengths) throws {
    self.connection = connection
    self.segment = segment
    self.lengths = lengths
    inverse = InverseNorms(scale)
    firstChunk = try ImpactTable(connection).nextChunk()
    nextChunk = firstChunk
  }

  /// Writes the postings of a term.
  ///
  /// - Parameters:
  ///   - term: Behind all that were written before, by their bytes.
  ///   - postings: In the order of their articles, whose lengths are known; not empty.
  /// - Throws: ``SQLiteError``.
  mutating func add(_ term: UnsafeBufferPointer<UInt8>, _ postings: [Posting]) throws {
    frequencies.removeAll(keepingCapacity: true)
    for posting in postings {
      frequencies.append(
        inverse.frequency(
          text: posting.textFrequency, title: posting.titleFrequency, in: lengths[posting.article]))
    }
    if leaf.count >= Self.leafSize { try flushLeaf() }
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
      try addLong(postings)
    }
  }

  /// Writes what is left.
  ///
  /// - Returns: The rows of `impact_chunk` that were written.
  /// - Throws: ``SQLiteError``.
  mutating func finish() throws -> Range<Int64> {
    try flushLeaf()
    return firstChunk..<nextChunk
  }

  private mutating func addLong(_ postings: [Posting]) throws {
    var skips: [UInt8] = []
    var chunks: [[UInt8]] = []
    var chunk: [UInt8] = []
    var count = 0
    forEachBlock(postings) { block, previous in
      if count == Self.blocksOfChunk {
        chunks.append(chunk)
        chunk.removeAll(keepingCapacity: true)
        count = 0
      }
      guard let last = block.last?.article else { return }
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        skips.append(UInt8(truncatingIfNeeded: last >> shift))
      }
      skips.append(step(of: block.indices))
      skips.append(UInt8(truncatingIfNeeded: chunk.count))
      skips.append(UInt8(truncatingIfNeeded: chunk.count >> 8))
      Self.append(block, after: previous, to: &chunk)
      count += 1
    }
    chunks.append(chunk)
    if let first = postings.first?.article, let last = postings.last?.article,
      Int(last - first) < postings.count * Self.rangedShare
    {
      skips += rangeSteps(
        postings, from: first >> SearchWindow.rangeShift, to: last >> SearchWindow.rangeShift)
    }
    for bytes in [skips] + chunks {
      try connection.cached("INSERT INTO impact_chunk(id, bytes) VALUES (?1, ?2)")
        .bind(nextChunk, at: 1).bind(bytes, at: 2).run()
      nextChunk += 1
    }
  }

  private mutating func flushLeaf() throws {
    guard !leaf.isEmpty else { return }
    try connection.cached("INSERT INTO impact_leaf(segment, first_term, entries) VALUES (?1, ?2, ?3)")
      .bind(segment, at: 1).bind(firstTerm, at: 2).bind(leaf, at: 3).run()
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
