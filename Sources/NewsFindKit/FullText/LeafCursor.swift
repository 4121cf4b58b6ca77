import SQLiteStore

/// Reads leaves of a segment, best one after the other.
final class LeafCursor {
  let segment: FullTextSegment
  /// The number of the leaf at hand; 0 before the first.
  private(set) var number: Int64 = 0
  private(set) var leaf = SegmentLeaf.none

  private let statement: Statement
  private let pool: LeafStatements
  private var gathered = UnsafeMutablePointer<UInt8>.allocate(capacity: 0)
  private var capacity = 0
  private var gatheredCount = 0

  /// So many leaves are rather stepped over than looked up.
  private static let nearDistance: Int64 = 5

  init(_ segment: FullTextSegment, _ pool: LeafStatements) throws(SQLiteError) {
    self.segment = segment
    self.pool = pool
    statement = try pool.take()
  }

  deinit {
    pool.give(back: statement)
    gathered.deallocate()
  }

  /// Goes to a leaf.
  ///
  /// - Throws: ``SQLiteError``, also where the file has no such leaf.
  func move(to wanted: Int64) throws(SQLiteError) {
    if wanted == number { return }
    guard segment.leaves.contains(wanted) else { throw FullTextSegment.damaged }
    let isNear = number > 0 && wanted > number && wanted - number <= Self.nearDistance
    var last = number
    // Where it throws no pointer into a row that is gone stays.
    number = 0
    leaf = .none
    if !isNear {
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
    guard let found = SegmentLeaf(statement.unsafeBytes(1)) else { throw FullTextSegment.damaged }
    leaf = found
    number = wanted
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
