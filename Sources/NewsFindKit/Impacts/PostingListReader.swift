import SQLiteStore

/// Reads whole lists, for merging and checking.
struct PostingListReader {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// All postings of a list, in the order of their articles.
  ///
  /// - Throws: ``SQLiteError``, also where the file holds less than the list's head says.
  func postings(of list: PostingList) throws(SQLiteError) -> [Posting] {
    var postings: [Posting] = []
    try forEachBlock(of: list) { buffer in
      for place in 0..<buffer.count { postings.append(buffer[place]) }
    }
    return postings
  }

  /// Calls `body` with each block of a list, in the order of its articles.
  ///
  /// - Throws: ``SQLiteError``, also where the file holds less than the list's head says.
  func forEachBlock(of list: PostingList, _ body: (PostingBuffer) -> Void) throws(SQLiteError) {
    // Nothing that is damaged may ask for any amount of memory.
    guard list.count < 1 << 32 else { throw Self.damaged }
    let buffer = PostingBuffer(capacity: PostingEncoding.blockSize)
    var last: UInt32 = 0
    func take(_ blocks: Range<Int>, _ bytes: UnsafeRawBufferPointer, at place: Int) {
      var decoder = PostingDecoder(bytes, at: place)
      for block in blocks {
        let rest = list.count - block * PostingEncoding.blockSize
        buffer.removeAll()
        if rest >= PostingEncoding.blockSize {
          decoder.block(after: last, into: buffer)
        } else {
          decoder.rest(rest, after: last, into: buffer)
        }
        if buffer.count > 0 { last = buffer.articles[buffer.count - 1] }
        body(buffer)
      }
    }
    switch list.storage {
    case .short(let bytes):
      guard list.blockCount <= bytes.count else { throw Self.damaged }
      bytes.withUnsafeBytes { take(0..<list.blockCount, $0, at: list.blockCount) }
    case .long(let firstChunk):
      for (chunk, blocks) in try blocksOfChunks(list, firstChunk).enumerated() {
        let row = try connection.cached("SELECT bytes FROM impact_chunk WHERE id = ?1")
        defer { row.reset() }
        guard try row.bind(firstChunk + 1 + Int64(chunk), at: 1).step() else { throw Self.damaged }
        row.withBytes(0) { take(blocks, $0, at: 0) }
      }
    }
  }

  /// Which blocks each row of a long list has.
  private func blocksOfChunks(
    _ list: PostingList, _ firstChunk: Int64
  ) throws(SQLiteError) -> [Range<Int>] {
    let row = try connection.cached("SELECT bytes FROM impact_chunk WHERE id = ?1")
    defer { row.reset() }
    guard try row.bind(firstChunk, at: 1).step() else { throw Self.damaged }
    let head = row.bytes(0)
    let size = ImpactSegmentWriter.skipSize
    guard list.blockCount > 0, head.count >= list.blockCount * size else { throw Self.damaged }
    let starts = (0..<list.blockCount).filter { $0 == 0 || (head[size * $0 + 5] | head[size * $0 + 6]) == 0 }
    return zip(starts, starts.dropFirst() + [list.blockCount]).map { $0..<$1 }
  }

  /// Whether the head of a list tells of its postings what is so: the last article and the greatest impact of each block, and of
  /// each range.
  func isHeadSound(
    of list: PostingList, _ postings: [Posting], _ norms: NormWindows, _ inverse: InverseNorms
  ) throws(SQLiteError) -> Bool {
    guard case .long(let firstChunk) = list.storage else { return true }
    let row = try connection.cached("SELECT bytes FROM impact_chunk WHERE id = ?1")
    defer { row.reset() }
    guard try row.bind(firstChunk, at: 1).step(), let last = postings.last else { return false }
    let head = row.bytes(0)
    let skipCount = list.blockCount * 7
    let rangeCount = head.count - skipCount
    guard rangeCount >= 0 else { return false }
    let firstRange = Int(last.article >> SearchWindow.rangeShift) + 1 - rangeCount
    for (place, posting) in postings.enumerated() {
      let lengths = try norms.lengths(of: Int64(posting.article))
      let block = place / PostingEncoding.blockSize
      if place % PostingEncoding.blockSize == PostingEncoding.blockSize - 1 || place == postings.count - 1 {
        let stated = (0..<4).reduce(UInt32(0)) { $0 | UInt32(head[7 * block + $1]) << UInt32(8 * $1) }
        guard stated == posting.article else { return false }
      }
      // Of what was taken out nobody knows the impact.
      guard lengths != .none else { continue }
      let step = ImpactScale.step(
        notBelow: InverseNorms.saturated(
          inverse.frequency(text: posting.textFrequency, title: posting.titleFrequency, in: lengths)))
      guard head[7 * block + 4] >= step else { return false }
      guard rangeCount > 0 else { continue }
      let range = Int(posting.article >> SearchWindow.rangeShift) - firstRange
      guard range >= 0, range < rangeCount, head[skipCount + range] >= step else { return false }
    }
    return true
  }

  static let damaged = SQLiteError(code: .corrupt, message: "a list of postings is not complete")
}
