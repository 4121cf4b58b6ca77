import SQLiteStore

/// Finds the articles that two terms share, where both are in about as many: neither is sought in the other, both are decoded.
///
/// Rows are brought together in spans, each through a table of what one term has there: no step waits for the one before.
final class EntryPairs {
  private var one: DoclistCursor
  private var other: DoclistCursor
  private let buffers: EntryBuffers
  private let pool: EntryBuffers.Pool
  /// The first entries that were not looked at yet.
  private var onePlace = 0
  private var otherPlace = 0
  /// Of the span at hand.
  private var pairCount = 0
  private var pair = 0

  /// So many times as long a doclist may be as another for both to be decoded in little more time than one is sought in the other.
  private static let ratio = 8

  /// Makes them; `nil` where one term is much more frequent than the other, or they lie in several segments.
  ///
  /// - Parameters:
  ///   - one: A term; has not moved yet, and is not used besides.
  ///   - other: Another one; the same.
  ///   - pool: Where the memory is from.
  init?(_ one: TermCursor, _ other: TermCursor, _ pool: EntryBuffers.Pool) {
    guard min(one.size, other.size) >= max(one.size, other.size) / Self.ratio, one.others.isEmpty,
      other.others.isEmpty
    else { return nil }
    self.one = one.newest
    self.other = other.newest
    self.pool = pool
    buffers = pool.take()
    buffers.batch.removeAll()
    buffers.otherBatch.removeAll()
  }

  deinit {
    pool.give(back: buffers)
  }

  /// The next article that both are in, and where they stand there: valid until the next call.
  ///
  /// - Returns: `nil` at the end.
  func next() throws(SQLiteError) -> (row: Int64, one: PositionList, other: PositionList)? {
    while pair == pairCount {
      guard try nextSpan() else { return nil }
    }
    let found = buffers.pairs[pair]
    pair += 1
    let place = Int(found.one)
    return (
      Int64(buffers.batch.rows[place]), buffers.batch.positions(place),
      buffers.otherBatch.positions(Int(found.other))
    )
  }

  /// Brings together what both have in a span.
  ///
  /// - Returns: False at the end.
  private func nextSpan() throws(SQLiteError) -> Bool {
    pair = 0
    pairCount = 0
    let (a, b) = (buffers.batch, buffers.otherBatch)
    if onePlace == a.count {
      try one.fill(a)
      onePlace = 0
    }
    if otherPlace == b.count {
      try other.fill(b)
      otherPlace = 0
    }
    guard !a.isEmpty, !b.isEmpty else { return false }
    let first = max(a.rows[onePlace], b.rows[otherPlace])
    let start = a.place(notBelow: first, from: onePlace)
    let otherStart = b.place(notBelow: first, from: otherPlace)
    let (last, isOver) = first.addingReportingOverflow(UInt32(EntryBuffers.spanSize))
    var end = min(a.rows[a.count - 1], b.rows[b.count - 1])
    if !isOver { end = min(end, last - 1) }
    onePlace = a.place(notBelow: end &+ 1, from: start)
    otherPlace = b.place(notBelow: end &+ 1, from: otherStart)
    if onePlace - start < otherPlace - otherStart {
      pairUp(a.rows, start..<onePlace, b.rows, otherStart..<otherPlace) {
        EntryBuffers.Pair(one: UInt32(truncatingIfNeeded: $0), other: UInt32(truncatingIfNeeded: $1))
      }
    } else {
      pairUp(b.rows, otherStart..<otherPlace, a.rows, start..<onePlace) {
        EntryBuffers.Pair(one: UInt32(truncatingIfNeeded: $1), other: UInt32(truncatingIfNeeded: $0))
      }
    }
    return true
  }

  /// Finds the places of equal rows in two ranges of one span, where there are at most ``EntryBuffers/spanSize`` of them, all different.
  @inline(__always)
  private func pairUp(
    _ rows: UnsafeMutablePointer<UInt32>, _ range: Range<Int>,
    _ otherRows: UnsafeMutablePointer<UInt32>, _ otherRange: Range<Int>,
    _ pair: (Int, Int) -> EntryBuffers.Pair
  ) {
    guard !range.isEmpty else { return }
    let (table, pairs) = (buffers.table, buffers.pairs)
    let mask = UInt32(EntryBuffers.spanSize - 1)
    let start = range.lowerBound
    for place in range { table[Int(rows[place] & mask)] = UInt16(truncatingIfNeeded: place &- start) }
    let last = range.count - 1
    var count = 0
    for place in otherRange {
      let row = otherRows[place]
      let found = start &+ min(Int(table[Int(row & mask)]), last)
      pairs[count] = pair(found, place)
      // 1 where they are equal: of a comparison the compiler makes a branch.
      count &+= Int(truncatingIfNeeded: (UInt64(rows[found] ^ row) &- 1) >> 63)
    }
    pairCount = count
  }
}
