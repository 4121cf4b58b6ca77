import SQLiteStore

/// Reads leaves of a segment, best one after the other.
final class LeafCursor {
  let segment: FullTextSegment
  /// The number of the leaf at hand; 0 before the first.
  private(set) var number: Int64 = 0
  private(set) var leaf = SegmentLeaf.none

  private let statement: Statement
  private let pool: LeafStatements
  private let connection: Connection
  /// What reads leaves once one was far from the one before.
  private var blob: RowBlob?
  private var read = UnsafeMutableRawBufferPointer.allocate(byteCount: 0, alignment: 8)
  private var gathered = UnsafeMutablePointer<UInt8>.allocate(capacity: 0)
  private var capacity = 0
  private var gatheredCount = 0

  /// So many leaves are rather stepped over than looked up.
  private static let nearDistance: Int64 = 5

  init(_ segment: FullTextSegment, _ pool: LeafStatements, _ connection: Connection) throws(SQLiteError) {
    self.segment = segment
    self.pool = pool
    self.connection = connection
    statement = try pool.take()
  }

  deinit {
    pool.give(back: statement)
    read.deallocate()
    gathered.deallocate()
  }

  /// Goes to a leaf.
  ///
  /// - Throws: ``SQLiteError``, also where the file has no such leaf.
  func move(to wanted: Int64) throws(SQLiteError) {
    if wanted == number { return }
    guard segment.leaves.contains(wanted) else { throw FullTextSegment.damaged }
    let last = number
    // Where it throws no pointer into a row that is gone stays.
    number = 0
    leaf = .none
    let isNear = last == 0 || (last + 1...last + Self.nearDistance).contains(wanted)
    let bytes = try blob == nil && isNear ? step(to: wanted, from: last) : jump(to: wanted)
    guard let found = SegmentLeaf(bytes) else { throw FullTextSegment.damaged }
    leaf = found
    number = wanted
  }

  /// Reads a leaf that is the first, or a little behind the last one that was read.
  private func step(to wanted: Int64, from last: Int64) throws(SQLiteError) -> UnsafeRawBufferPointer {
    var last = last
    if last == 0 {
      statement.reset()
      try statement.bind(segment.row(ofLeaf: wanted), at: 1)
      last = wanted - 1
    }
    while last < wanted {
      last += 1
      guard try statement.step(), statement.integer(0) == segment.row(ofLeaf: last) else {
        throw FullTextSegment.damaged
      }
    }
    return statement.unsafeBytes(1)
  }

  /// Reads a leaf wherever it is.
  private func jump(to wanted: Int64) throws(SQLiteError) -> UnsafeRawBufferPointer {
    let row = segment.row(ofLeaf: wanted)
    do {
      if let blob {
        try blob.move(to: row)
      } else {
        blob = try RowBlob(connection, table: FullTextTables.data, column: "block", row: row)
      }
    } catch {
      // It is of no use any more.
      blob = nil
      // There is no such leaf.
      throw error.code.primary == .error ? FullTextSegment.damaged : error
    }
    guard let blob else { throw FullTextSegment.damaged }
    if blob.count > read.count {
      read.deallocate()
      read = .allocate(byteCount: max(blob.count, 2 * read.count), alignment: 8)
    }
    guard let start = read.baseAddress else { throw FullTextSegment.damaged }
    try blob.read(into: start)
    return UnsafeRawBufferPointer(start: start, count: blob.count)
  }

  // MARK: - What spans leaves

  /// Begins to put together what lies on several leaves.
  func beginGathering() { gatheredCount = 0 }

  /// Adds bytes of the leaf at hand.
  ///
  /// - Parameters:
  ///   - place: Where they begin.
  ///   - count: Their number; the leaf holds them.
  func gather(_ place: Int, count: Int) {
    guard count > 0 else { return }
    if gatheredCount + count > capacity {
      let larger = max(2 * capacity, gatheredCount + count, 8192)
      let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
      copy.update(from: gathered, count: gatheredCount)
      gathered.deallocate()
      gathered = copy
      capacity = larger
    }
    (gathered + gatheredCount).update(from: leaf.start + place, count: count)
    gatheredCount += count
  }

  /// What was put together: valid until the next beginning.
  var gatheredBytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: gathered, count: gatheredCount) }
}
