/// Writes the places of one term after another as doclists.
struct DoclistEncoder {
  /// What is written before it is handed on; long enough for the term at hand.
  private var bytes: [UInt8] = []
  private var count = 0
  private var last: Int64 = 0
  private let isOfDeletions: Bool

  /// A place takes an article, the size of its positions, a column and an offset.
  private static let largestPlace = 3 * SQLiteVarint.maximalCount + 2

  /// - Parameter isOfDeletions: Whether to mark articles as taken out, instead of saying where the term stands.
  init(isOfDeletions: Bool) {
    self.isOfDeletions = isOfDeletions
  }

  /// Writes the doclist of a term.
  ///
  /// - Parameters:
  ///   - places: Each the number of an entry, a column in two bits and an offset in thirty, in their order.
  ///   - article: The row of an entry; `nil` where it is left out.
  /// - Returns: Whether there is anything in it.
  mutating func encode(_ places: UnsafeBufferPointer<UInt64>, _ article: (UInt64) -> Int64?) -> Bool {
    let room = places.count * Self.largestPlace
    if bytes.count < room { bytes = [UInt8](repeating: 0, count: room * 2) }
    let isOfDeletions = isOfDeletions
    (count, last) = bytes.withUnsafeMutableBufferPointer { buffer in
      var last: Int64 = 0
      guard let start = buffer.baseAddress else { return (0, last) }
      var end = start
      var index = 0
      while index < places.count {
        let entry = places[index] >> 32
        var next = index + 1
        while next < places.count, places[next] >> 32 == entry { next += 1 }
        if let row = article(entry) {
          end = SQLiteVarint.put(UInt64(bitPattern: row &- last), at: end)
          last = row
          if isOfDeletions {
            // No positions, and the mark.
            end.pointee = 1
            end += 1
          } else {
            end = Self.putPositions(UnsafeBufferPointer(rebasing: places[index..<next]), at: end)
          }
        }
        index = next
      }
      return (end - start, last)
    }
    return count > 0
  }

  /// Gives the doclist to `body`.
  func withDoclist<Result>(_ body: (Doclist) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBufferPointer {
      try body(Doclist(bytes: UnsafeBufferPointer(rebasing: $0[..<count]), last: last))
    }
  }

  @inline(__always)
  private static func putPositions(
    _ places: UnsafeBufferPointer<UInt64>, at start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    // Nearly always the size takes one byte.
    let positions = start + 1
    var end = positions
    var column: UInt64 = 0
    var before: UInt64 = 0
    for place in places {
      let own = place >> 30 & 3
      if own != column {
        end[0] = 1
        end[1] = UInt8(truncatingIfNeeded: own)
        end += 2
        column = own
        before = 0
      }
      let offset = place & 0x3FFF_FFFF
      end = SQLiteVarint.put(offset &- before &+ 2, at: end)
      before = offset
    }
    let size = end - positions
    guard size >= 64 else {
      start.pointee = UInt8(truncatingIfNeeded: size << 1)
      return end
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: SQLiteVarint.maximalCount) { buffer in
      guard let header = buffer.baseAddress else { return end }
      let headerCount = SQLiteVarint.put(UInt64(size) << 1, at: header) - header
      (start + headerCount).update(from: positions, count: size)
      start.update(from: header, count: headerCount)
      return start + headerCount + size
    }
  }
}
