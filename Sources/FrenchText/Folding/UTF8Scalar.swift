/// UTF-8 by hand: one code point at a time, from bytes that may be anything.
///
/// Source: RFC 3629; well-formed sequences as in table 3-7 of the Unicode Standard.
package enum UTF8Scalar {
  /// The code point at `index` and the number of its bytes, or `nil` where no well-formed sequence begins.
  package static func decode(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int)? {
    let first = text[index]
    switch first {
    case 0..<0x80:
      return (UInt32(first), 1)
    case 0xC2...0xDF:
      guard let second = continuation(text, index + 1) else { return nil }
      return (UInt32(first & 0x1F) << 6 | second, 2)
    case 0xE0...0xEF:
      guard let second = continuation(text, index + 1), let third = continuation(text, index + 2) else {
        return nil
      }
      let scalar = UInt32(first & 0x0F) << 12 | second << 6 | third
      guard scalar >= 0x800, !(0xD800...0xDFFF).contains(scalar) else { return nil }
      return (scalar, 3)
    case 0xF0...0xF4:
      guard let second = continuation(text, index + 1), let third = continuation(text, index + 2),
        let fourth = continuation(text, index + 3)
      else { return nil }
      let scalar = UInt32(first & 0x07) << 18 | second << 12 | third << 6 | fourth
      guard (0x10000...0x10FFFF).contains(scalar) else { return nil }
      return (scalar, 4)
    default:
      return nil
    }
  }

  /// The UTF-8 bytes of a code point, the first in the lowest eight bits, and their number.
  static func encode(_ scalar: UInt32) -> (bytes: UInt32, count: Int) {
    switch scalar {
    case ..<0x80: return (scalar, 1)
    case ..<0x800: return (0xC0 | scalar >> 6 | (0x80 | scalar & 0x3F) << 8, 2)
    case ..<0x10000:
      return (0xE0 | scalar >> 12 | (0x80 | scalar >> 6 & 0x3F) << 8 | (0x80 | scalar & 0x3F) << 16, 3)
    default:
      return (
        0xF0 | scalar >> 18 | (0x80 | scalar >> 12 & 0x3F) << 8 | (0x80 | scalar >> 6 & 0x3F) << 16
          | (0x80 | scalar & 0x3F) << 24, 4
      )
    }
  }

  @inline(__always)
  private static func continuation(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32? {
    guard index < text.count, text[index] & 0xC0 == 0x80 else { return nil }
    return UInt32(text[index] & 0x3F)
  }
}
