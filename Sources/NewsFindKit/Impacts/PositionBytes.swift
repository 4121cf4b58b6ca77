/// Up to eight bytes of an article's positions, looked at together.
///
/// Source: Lamport, "Multiple Byte Processing with Full-Word Instructions" (1975).
struct PositionBytes {
  /// The highest bit of each byte that is there and ends a number.
  private let ends: UInt64
  /// Whether one of them says that a column's number follows.
  let nameColumn: Bool

  private static let lowBits: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// - Parameters:
  ///   - place: Where a number begins, and eight bytes may be read.
  ///   - count: So many of them, if there are so many, are positions; at least 1.
  @inline(__always)
  init(_ place: UnsafePointer<UInt8>, count: Int) {
    let word = UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
    let there = count >= 8 ? Self.highBits : Self.highBits & ((1 &<< UInt64(count &* 8)) &- 1)
    let continuing = word & there
    ends = there & ~continuing
    // The highest bit of each byte that is not 1.
    let rest = word ^ Self.lowBits
    let others = ((rest & ~Self.highBits) &+ ~Self.highBits) | rest
    nameColumn = ~others & there & ~(continuing << 8) != 0
  }

  /// The number of positions that end in them.
  @inline(__always)
  var positionCount: Int { Int(truncatingIfNeeded: (ends >> 7 &* Self.lowBits) >> 56) }

  /// So many bytes they take; what goes on behind the eighth is not counted.
  @inline(__always)
  var wholeCount: Int { 8 &- ends.leadingZeroBitCount / 8 }
}
