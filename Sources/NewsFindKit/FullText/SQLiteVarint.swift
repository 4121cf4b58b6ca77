/// SQLite's numbers of variable length: seven bits a byte, the highest first; a ninth byte has eight.
///
/// Source: <https://www.sqlite.org/fileformat2.html#varint>
enum SQLiteVarint {
  /// No number takes more bytes.
  static let maximalCount = 9

  /// Writes a number.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - place: Where ``maximalCount`` bytes may be written.
  /// - Returns: Where the next byte goes.
  @inline(__always)
  static func put(_ value: UInt64, at place: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
    if value < 0x80 {
      place.pointee = UInt8(truncatingIfNeeded: value)
      return place + 1
    }
    if value < 0x4000 {
      place[0] = UInt8(truncatingIfNeeded: value >> 7) | 0x80
      place[1] = UInt8(truncatingIfNeeded: value) & 0x7F
      return place + 2
    }
    return putLong(value, at: place)
  }

  private static func putLong(
    _ value: UInt64, at place: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    let bits = 64 - value.leadingZeroBitCount
    var rest = value
    let count = min((bits + 6) / 7, maximalCount)
    var index = count - 1
    if bits > 56 {
      place[index] = UInt8(truncatingIfNeeded: rest)
      rest >>= 8
      index -= 1
    }
    let last = index
    while index >= 0 {
      place[index] = UInt8(truncatingIfNeeded: rest) & 0x7F | (index < last || bits > 56 ? 0x80 : 0)
      rest >>= 7
      index -= 1
    }
    return place + count
  }

  /// Appends a number.
  static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: maximalCount) { buffer in
      guard let start = buffer.baseAddress else { return }
      bytes.append(contentsOf: buffer[..<(put(value, at: start) - start)])
    }
  }

  /// Reads a number of bytes that were written by ``put(_:at:)``, and moves behind it.
  @inline(__always)
  static func take(from place: inout UnsafePointer<UInt8>) -> UInt64 {
    let first = place.pointee
    place += 1
    guard first >= 0x80 else { return UInt64(first) }
    return takeLong(UInt64(first & 0x7F), &place)
  }

  private static func takeLong(_ first: UInt64, _ place: inout UnsafePointer<UInt8>) -> UInt64 {
    var value = first
    for _ in 1..<maximalCount - 1 {
      let byte = place.pointee
      place += 1
      value = value << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { return value }
    }
    value = value << 8 | UInt64(place.pointee)
    place += 1
    return value
  }
}
