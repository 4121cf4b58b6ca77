import Glibc

extension JSONCursor {
  /// The text that begins here, a quote before it.
  @inline(__always)
  mutating func readString() throws(JSONFailure) -> String {
    let (content, isEscaped) = try takeString()
    return isEscaped ? try unescaped(content) : try Self.text(content)
  }

  private static func text(_ content: UnsafeBufferPointer<UInt8>) throws(JSONFailure) -> String {
    guard let utf8 = try? UTF8Span(validating: content.span) else { throw .notUTF8 }
    return String(copying: utf8)
  }

  /// Passes over a text; it has to be UTF-8 as well.
  mutating func skipString() throws(JSONFailure) {
    let (content, _) = try takeString()
    if (try? UTF8Span(validating: content.span)) == nil { throw .notUTF8 }
  }

  /// What stands between two quotes, and whether a backslash is among it.
  private mutating func takeString() throws(JSONFailure) -> (UnsafeBufferPointer<UInt8>, isEscaped: Bool) {
    index += 1
    let start = index
    var isEscaped = false
    while true {
      index = endOfPlainText(from: index)
      guard index < bytes.count else { throw .syntax }
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return (UnsafeBufferPointer(rebasing: bytes[start..<index - 1]), isEscaped)
      case UInt8(ascii: "\\"):
        isEscaped = true
        index += 2
      default: throw .syntax
      }
    }
  }

  /// Where the next quote, backslash or control character is, or the end.
  private func endOfPlainText(from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    while index + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let quotes = word ^ (ones &* 0x22)
      let backslashes = word ^ (ones &* 0x5C)
      // In each the lowest bit that is set is right; those above it may be carries.
      let found =
        ((quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes | (word &- ones &* 0x20) & ~word)
        & highs
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < raw.count, raw[index] >= 0x20, raw[index] != 0x22, raw[index] != 0x5C { index += 1 }
    return index
  }

  private mutating func unescaped(_ content: UnsafeBufferPointer<UInt8>) throws(JSONFailure) -> String {
    var isRepaired = false
    var isWrong = false
    // An escape is never shorter than what it stands for.
    // An escape is never shorter than what it stands for.
    let text = [UInt8](unsafeUninitializedCapacity: content.count) { buffer, count in
      let raw = UnsafeRawBufferPointer(content)
      var index = 0
      while index < content.count {
        let run = Self.firstBackslash(raw, from: index) - index
        if run > 0 {
          UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
            .copyMemory(from: UnsafeRawBufferPointer(rebasing: raw[index..<index + run]))
          index += run
          count += run
          continue
        }
        // No string ends with a single backslash: the quote behind it would not be its end.
        let (scalar, length) = Self.escape(content, index)
        guard let scalar else {
          isWrong = true
          return
        }
        if scalar == Self.halfPair { isRepaired = true }
        index += length
        for unit in UTF8.encode(scalar == Self.halfPair ? "\u{FFFD}" : scalar)
          ?? UTF8.encodedReplacementCharacter
        {
          buffer[count] = unit
          count += 1
        }
      }
    }
    guard !isWrong else { throw .syntax }
    if isRepaired { self.isRepaired = true }
    return try text.withUnsafeBufferPointer { content throws(JSONFailure) in try Self.text(content) }
  }

  private static func firstBackslash(_ content: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let base = content.baseAddress, start < content.count,
      let found = memchr(base + start, 0x5C, content.count - start)
    else { return content.count }
    return UnsafeRawPointer(found) - base
  }

  /// Stands for half a surrogate pair: a character that no text has.
  private static let halfPair: Unicode.Scalar = "\u{10FFFF}"

  /// The character that the escape at an index stands for, and the escape's length; `nil` where it is none.
  private static func escape(
    _ content: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (scalar: Unicode.Scalar?, length: Int) {
    guard index + 1 < content.count else { return (nil, 0) }
    switch content[index + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return (Unicode.Scalar(content[index + 1]), 2)
    case UInt8(ascii: "n"): return ("\n", 2)
    case UInt8(ascii: "t"): return ("\t", 2)
    case UInt8(ascii: "r"): return ("\r", 2)
    case UInt8(ascii: "b"): return ("\u{8}", 2)
    case UInt8(ascii: "f"): return ("\u{C}", 2)
    case UInt8(ascii: "u"): break
    default: return (nil, 0)
    }
    guard let unit = unit(content, index + 2) else { return (nil, 0) }
    switch unit {
    case 0xD800...0xDBFF:
      guard index + 7 < content.count, content[index + 6] == UInt8(ascii: "\\"),
        content[index + 7] == UInt8(ascii: "u"), let low = self.unit(content, index + 8),
        0xDC00...0xDFFF ~= low
      else { return (halfPair, 6) }
      return (Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)), 12)
    case 0xDC00...0xDFFF: return (halfPair, 6)
    default: return (Unicode.Scalar(unit), 6)
    }
  }

  /// The number that four hexadecimal digits write.
  private static func unit(_ content: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32? {
    guard index + 4 <= content.count else { return nil }
    var unit: UInt32 = 0
    for byte in content[index..<index + 4] {
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: unit = unit << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: unit = unit << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return unit
  }
}
