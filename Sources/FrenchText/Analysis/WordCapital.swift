/// What the capital that a word begins with says.
package enum WordCapital {
  /// Whether the word that begins at `start` has a capital that nothing but its being a name explains: not one that begins a
  /// sentence, and not in a word that is all in capitals.
  ///
  /// Complexity: linear in the signs and spaces before the word.
  @inline(__always)
  static func marksName(at start: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard isCapital(text, start) else { return false }
    return !isCapital(text, text[start] < 0x80 ? start + 1 : start + 2) && !beginsSentence(text, start)
  }

  /// Whether the word that begins at `start` has a capital that any word would have there: at the beginning of a text, a line
  /// or a sentence, whatever marks and spaces stand before it.
  ///
  /// Complexity: linear in the signs and spaces before the word.
  @inline(__always)
  package static func marksSentence(at start: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    isCapital(text, start) && beginsSentence(text, start)
  }

  /// A to Z, À to Þ, Œ.
  private static func isCapital(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index < text.count else { return false }
    if text[index] < 0x80 { return text[index] &- UInt8(ascii: "A") < 26 }
    guard index + 1 < text.count else { return false }
    return text[index] == 0xC3 && text[index + 1] < 0x9F && text[index + 1] != 0x97
      || text[index] == 0xC5 && text[index + 1] == 0x92
  }

  private static func beginsSentence(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var end = start
    while end > 0 {
      var index = end - 1
      while index > 0, text[index] & 0xC0 == 0x80, end - index < 4 { index -= 1 }
      guard let (scalar, _) = UTF8Scalar.decode(text, at: index) else { return false }
      switch scalar {
      // . ! ? : … – — « “ " and the end of a line.
      case 0x2E, 0x21, 0x3F, 0x3A, 0x2026, 0x2013, 0x2014, 0xAB, 0x201C, 0x22, 0x0A: return true
      // Spaces, brackets, marks of emphasis, and what is not seen.
      case 0x20, 0x09, 0xA0, 0x202F, 0x28, 0x5B, 0x23, 0x2A, 0x5F, 0x200B...0x200F, 0xFEFF: end = index
      default: return false
      }
    }
    return true
  }
}
