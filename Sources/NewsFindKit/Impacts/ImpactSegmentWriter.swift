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
  private let norms: NormWindows
  private let inverse: InverseNorms
  private let firstChunk: Int64
  private var nextChunk: Int64
  private var leaf: [UInt8] = []
  private var firstTerm: [UInt8] = []
  private var lastTerm: [UInt8] = []

  /// A leaf of this size fills a page of the file.
  private static let leafSize = 7_000
  /// Where one article in so many holds a term, ranges tell more than blocks do.
  private static let rangedShare = 16
  /// Lists of more postings are long.
  static let shortLimit = 512
  static let blocksOfChunk = 32

  init(_ connection: Connection, segment: Int64, scale: ImpactScale, _ norms: NormWindows) throws {
    self.connection = connection
    self.segment = segment
    self.norms = norms
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
  mutating func add(_ term: ArraySlice<UInt8>, _ postings: ArraySlice<Posting>) throws {
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
      try forEachBlock(postings) { block, previous in
        steps.append(try step(of: block))
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

  private mutating func addLong(_ postings: ArraySlice<Posting>) throws {
    var skips: [UInt8] = []
    var chunks: [[UInt8]] = []
    var chunk: [UInt8] = []
    var count = 0
    try forEachBlock(postings) { block, previous in
      if count == Self.blocksOfChunk {
        chunks.append(chunk)
        chunk.removeAll(keepingCapacity: true)
        count = 0
      }
      guard let last = block.last?.article else { return }
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        skips.append(UInt8(truncatingIfNeeded: last >> shift))
      }
      skips.append(try step(of: block))
      skips.append(UInt8(truncatingIfNeeded: chunk.count))
      skips.append(UInt8(truncatingIfNeeded: chunk.count >> 8))
      Self.append(block, after: previous, to: &chunk)
      count += 1
    }
    chunks.append(chunk)
    if let first = postings.first?.article, let last = postings.last?.article,
      Int(last - first) < postings.count * Self.rangedShare
    {
      skips += try rangeSteps(
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
    _ postings: ArraySlice<Posting>, _ body: (ArraySlice<Posting>, UInt32) throws -> Void
  ) rethrows {
    var previous: UInt32 = 0
    var start = postings.startIndex
    while start < postings.endIndex {
      let end = min(start + PostingEncoding.blockSize, postings.endIndex)
      try body(postings[start..<end], previous)
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
  private func rangeSteps(_ postings: ArraySlice<Posting>, from first: UInt32, to last: UInt32) throws
    -> [UInt8]
  {
    var steps = [UInt8](repeating: 0, count: Int(last - first) + 1)
    var start = postings.startIndex
    while start < postings.endIndex {
      let range = postings[start].article >> SearchWindow.rangeShift
      var end = start + 1
      while end < postings.endIndex, postings[end].article >> SearchWindow.rangeShift == range { end += 1 }
      steps[Int(range - first)] = try step(of: postings[start..<end])
      start = end
    }
    return steps
  }

  /// The greatest impact of a block.
  private func step(of block: ArraySlice<Posting>) throws -> UInt8 {
    var greatest: Float = 0
    for posting in block {
      let lengths = try norms.lengths(of: Int64(posting.article))
      // Saturation keeps the order.
      greatest = max(
        greatest,
        inverse.frequency(text: posting.textFrequency, title: posting.titleFrequency, in: lengths))
    }
    return ImpactScale.step(notBelow: InverseNorms.saturated(greatest))
  }
}
