/// Where a term stands in an article: reads positions one after the other.
///
/// Varints: the distance to the position before it plus two; a 1 and the number of a column where the next one begins.
struct PositionList {
  private let bytes: UnsafePointer<UInt8>
  private let end: Int
  private var place = 0
  private var last: UInt64 = 0
  /// Whether it ended amid a number, or holds what none does.
  private(set) var isDamaged = false

  /// - Parameter bytes: Must stay valid.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes.baseAddress ?? SegmentLeaf.none.start
    end = bytes.count
  }

  /// The next position: the column in the upper 32 bits, the token's place in the lower.
  @inline(__always)
  mutating func next() -> UInt64? {
    while place < end {
      guard let number = SQLiteVarint.read(bytes, &place, end: end) else { break }
      if number > 1 {
        last &+= (number - 2) & 0x7FFF_FFFF
        return last
      }
      guard number == 1, let column = SQLiteVarint.read(bytes, &place, end: end), column < 1 << 16 else {
        isDamaged = true
        return nil
      }
      last = column << 32
    }
    if place != end { isDamaged = true }
    return nil
  }
}
