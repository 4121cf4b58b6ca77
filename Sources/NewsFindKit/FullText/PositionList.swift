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

  /// So many bytes may be read from the first one.
  private let readable: Int

  /// - Parameters:
  ///   - bytes: Must stay valid.
  ///   - readable: So many bytes may be read from the first one, if there are more than those.
  init(_ bytes: UnsafeBufferPointer<UInt8>, readable: Int = 0) {
    self.bytes = bytes.baseAddress ?? SegmentLeaf.none.start
    end = bytes.count
    self.readable = max(readable, end)
  }

  /// Passes over positions in the text, up to the first of another column, without reading each; to be called first.
  ///
  /// What ``next()`` gives afterwards is right from the first column that is named.
  ///
  /// - Returns: How many there are.
  @inline(__always)
  mutating func passInText() -> Int {
    var count = 0
    while place < end, place + 8 <= readable {
      let next = PositionBytes(bytes + place, count: end - place)
      // A number that does not end in them is left to who reads each.
      guard !next.nameColumn, next.wholeCount > 0 else { break }
      count += next.positionCount
      place += next.wholeCount
    }
    return count
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
