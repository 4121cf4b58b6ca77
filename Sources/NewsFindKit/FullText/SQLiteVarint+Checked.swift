extension SQLiteVarint {
  /// Reads one, and moves behind it.
  ///
  /// - Parameters:
  ///   - bytes: Valid up to `end`.
  ///   - place: Where it begins; afterwards where it ends.
  ///   - end: It has to end there or before.
  /// - Returns: The number; `nil` where it does not end in time.
  @inline(__always)
  static func read(_ bytes: UnsafePointer<UInt8>, _ place: inout Int, end: Int) -> UInt64? {
    guard place < end else { return nil }
    let first = bytes[place]
    if first < 0x80 {
      place += 1
      return UInt64(first)
    }
    return readLong(bytes, &place, end: end)
  }

  /// Reads one of which all bytes there may be are there.
  ///
  /// - Parameters:
  ///   - bytes: At least ``maximalCount`` of them are valid behind `place`.
  ///   - place: Where it begins; afterwards where it ends.
  /// - Returns: The number.
  @inline(__always)
  static func readWhole(_ bytes: UnsafePointer<UInt8>, _ place: inout Int) -> UInt64 {
    let first = bytes[place]
    if first < 0x80 {
      place += 1
      return UInt64(first)
    }
    let second = bytes[place + 1]
    if second < 0x80 {
      place += 2
      return UInt64(first & 0x7F) << 7 | UInt64(second)
    }
    return readLong(bytes, &place, end: place + maximalCount) ?? 0
  }

  @inline(never)
  private static func readLong(_ bytes: UnsafePointer<UInt8>, _ place: inout Int, end: Int) -> UInt64? {
    var value: UInt64 = 0
    for number in 0..<maximalCount {
      guard place + number < end else { return nil }
      let byte = bytes[place + number]
      if number == maximalCount - 1 {
        place += maximalCount
        return value << 8 | UInt64(byte)
      }
      value = value << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 {
        place += number + 1
        return value
      }
    }
    return nil
  }
}
