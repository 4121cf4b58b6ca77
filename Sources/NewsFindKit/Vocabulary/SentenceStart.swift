/// Tells capitals that a sentence gives its first word from those of names.
enum SentenceStart {
  /// Whether a word begins with a capital, and stands where every word would: at the beginning of a text, a line or a
  /// sentence, whatever marks and spaces stand before it.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - start: Where the word begins.
  /// - Returns: Whether the capital says nothing of the word.
  @inline(__always)
  static func isCapital(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    let first = text[start]
    guard first &- UInt8(ascii: "A") < 26 || first >= 0xC3 else { return false }
    return isUpperCase(text, at: start) && isAfterEnd(text, start)
  }

  /// A to Z, À to Þ, Œ.
  private static func isUpperCase(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    let first = text[start]
    if first < 0x80 { return true }
    guard start + 1 < text.count else { return false }
    return first == 0xC3 && text[start + 1] < 0x9F || first == 0xC5 && text[start + 1] == 0x92
  }

  private static func isAfterEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var index = start
    while index > 0 {
      let byte = text[index - 1]
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: "-"): index -= 1
      case UInt8(ascii: "\n"), UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"):
        return true
      case 0xA0 where index > 1 && text[index - 2] == 0xC2,
        0xAB where index > 1 && text[index - 2] == 0xC2:  // a space, «
        index -= 2
      case 0x93, 0x94, 0x9C, 0xAF:  // – — “ and the narrow space
        guard index > 2, text[index - 2] == 0x80, text[index - 3] == 0xE2 else { return false }
        index -= 3
      case 0xA6:  // …
        return index > 2 && text[index - 2] == 0x80 && text[index - 3] == 0xE2
      default: return false
      }
    }
    return true
  }
}
