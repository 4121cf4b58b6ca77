/// Up to eight bytes of an article's positions, looked at together.
///
/// Source: Lamport, "Multiple Byte Processing with Full-Word Instructions" (1975).
struct PositionBytes {
  /// The highest bit of each byte that is there and goes on in the next one.
  private let continuing: UInt64
  /// The highest bit of each byte that is there.
  private let there: UInt64
  /// Whether one of them says that a column's number follows.
  let nameColumn: Bool

  private static let lowBits: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// - Parameters:
  ///   - place: Where eight bytes may be read.
  ///   - count: So many of them, if there are so many, are positions; at least 1.
  ///   - isWithin: Whether the first goes on from a byte before it.
  @inline(__always)
  init(_ place: UnsafePointer<UInt8>, count: Int, isWithin: Bool) {
    let word = UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
    there = count >= 8 ? Self.highBits : Self.highBits & ((1 &<< UInt64(count &* 8)) &- 1)
    continuing = word & there
    let ends = continuing << 8 | (isWithin ? 0x80 : 0)
    // The highest bit of each byte that is not 1.
    let rest = word ^ Self.lowBits
    let others = ((rest & ~Self.highBits) &+ ~Self.highBits) | rest
    nameColumn = ~others & there & ~ends != 0
  }

  /// The number of positions that end in them.
  @inline(__always)
  var positionCount: Int {
    Int(truncatingIfNeeded: ((there & ~continuing) >> 7 &* Self.lowBits) >> 56)
  }

  /// Whether the eighth of them goes on in the byte behind it.
  @inline(__always)
  var isLastWithin: Bool { continuing >> 63 != 0 }
}
