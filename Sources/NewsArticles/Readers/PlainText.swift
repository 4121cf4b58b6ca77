/// Texts as articles hold them: paragraphs with one line feed between, no control characters, no outer spaces.
///
/// The hard and the zero-width spaces are spaces: they stay between words, and go at the ends of paragraphs.
enum PlainText {
  /// A text of any number of paragraphs.
  ///
  /// Complexity: linear in the bytes.
  static func paragraphs(_ text: String) -> String {
    var text = text
    return isClean(&text, isLine: false) ? text : cleaned(text, lineFeed: UInt8(ascii: "\n"))
  }

  /// A text of one line: a title, a name.
  static func line(_ text: String) -> String {
    var text = text
    return isClean(&text, isLine: true) ? text : cleaned(text, lineFeed: UInt8(ascii: " "))
  }

  /// Whether nothing of a text has to be changed: most need no copy.
  private static func isClean(_ text: inout String, isLine: Bool) -> Bool {
    text.withUTF8 { utf8 in
      guard let first = utf8.first, let last = utf8.last else { return true }
      if first <= 0x20 || last <= 0x20 { return false }
      var index = 0
      while index < utf8.count {
        index = firstUnusual(utf8, from: index)
        guard index < utf8.count else { break }
        switch utf8[index] {
        case 0x20: break
        // Single line feeds, and no space beside them; neither the first nor the last byte is one.
        case 0x0A: if isLine || utf8[index - 1] <= 0x20 || utf8[index + 1] <= 0x20 { return false }
        case ..<0x20, 0x7F: return false
        // What begins so may be a control character, or a space that stands at the end of a line.
        case 0xC2, 0xE2, 0xE3, 0xEF:
          let (value, end) = scalar(utf8, index)
          if isControl(value) || isLineEnd(value) { return false }
          if isSpace(value),
            index == 0 || utf8[index - 1] == 0x0A || end >= utf8.count || utf8[end] == 0x0A
          {
            return false
          }
        default: break
        }
        index += 1
      }
      return true
    }
  }

  /// Where the next byte is of which something may have to be changed, or the end: eight bytes at a time.
  private static func firstUnusual(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(utf8)
    let ones: UInt64 = 0x0101_0101_0101_0101
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
    var index = start
    while index + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      // In each the lowest bit that is set is right; those above it may be carries.
      var found = (word &- ones &* 0x20) & ~word | zeros(word ^ ones &* 0x7F) | zeros(word ^ ones &* 0xC2)
      found |= zeros((word | ones) ^ ones &* 0xE3) | zeros(word ^ ones &* 0xEF)
      found &= ones &* 0x80
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    return index
  }

  /// The scalar of two or three bytes that begins at `index`, and where it ends.
  private static func scalar(_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) -> (value: UInt32, end: Int) {
    let count = utf8[index] < 0xE0 ? 2 : 3
    var value = UInt32(utf8[index] & (count == 2 ? 0x1F : 0x0F))
    for byte in utf8[index...].prefix(count).dropFirst() { value = value << 6 | UInt32(byte & 0x3F) }
    return (value, index + count)
  }

  /// Spaces of any width, and what is shown as nothing: U+200B, U+2060, U+FEFF.
  private static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x20, 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
    default: false
    }
  }

  private static func isLineEnd(_ value: UInt32) -> Bool {
    0x0A...0x0D ~= value || value == 0x85 || value == 0x2028 || value == 0x2029
  }

  private static func isControl(_ value: UInt32) -> Bool { value < 0x20 || 0x7F...0x9F ~= value }

  private static func cleaned(_ text: String, lineFeed: UInt8) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    // Where the line ends so far: spaces behind it are kept only if something follows them.
    var end = 0
    var isLineStart = true
    func append(_ scalar: Unicode.Scalar) {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    for scalar in text.unicodeScalars {
      if isLineEnd(scalar.value) {
        bytes.removeLast(bytes.count - end)
        isLineStart = true
      } else if isSpace(scalar.value) {
        if !isLineStart { append(scalar == "\t" ? " " : scalar) }
      } else if !isControl(scalar.value) {
        if isLineStart, end > 0 { bytes.append(lineFeed) }
        isLineStart = false
        append(scalar)
        end = bytes.count
      }
    }
    bytes.removeLast(bytes.count - end)
    return String(decoding: bytes, as: UTF8.self)
  }
}
