/// Texts as articles hold them: paragraphs separated by one line feed, no control characters, no space at their ends.
enum PlainText {
  /// A text of any number of paragraphs.
  ///
  /// Complexity: linear in the bytes.
  static func paragraphs(_ text: String) -> String {
    var text = text
    return isClean(&text) ? text : cleaned(text, lineFeed: UInt8(ascii: "\n"))
  }

  /// A text of one line: a title, a name.
  static func line(_ text: String) -> String {
    var text = text
    guard !isClean(&text) || text.utf8.contains(UInt8(ascii: "\n")) else { return text }
    return cleaned(text, lineFeed: UInt8(ascii: " "))
  }

  /// Whether nothing of a text has to be changed: most need no copy.
  private static func isClean(_ text: inout String) -> Bool {
    text.withUTF8 { utf8 in
      guard let first = utf8.first, let last = utf8.last else { return true }
      if first <= 0x20 || last <= 0x20 { return false }
      var index = 0
      while index < utf8.count {
        let byte = utf8[index]
        if byte <= 0x20 {
          // Single line feeds, and no space beside them; the first byte is no space, so there is one before.
          let isFeed = byte == UInt8(ascii: "\n")
          guard isFeed || byte == UInt8(ascii: " ") else { return false }
          if isFeed, utf8[index - 1] <= 0x20 || utf8[index + 1] <= 0x20 { return false }
        } else if byte == 0x7F || byte == 0xC2 || byte == 0xE2, isControl(utf8, index) {
          return false
        }
        index += 1
      }
      return true
    }
  }

  /// Whether DEL, U+0080 to U+009F (next line among them), U+2028 or U+2029 begins at `index`.
  private static func isControl(_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    if utf8[index] == 0x7F { return true }
    if utf8[index] == 0xC2 { return index + 1 < utf8.count && utf8[index + 1] < 0xA0 }
    guard index + 2 < utf8.count, utf8[index + 1] == 0x80 else { return false }
    return utf8[index + 2] == 0xA8 || utf8[index + 2] == 0xA9
  }

  private static func cleaned(_ text: String, lineFeed: UInt8) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    func trimEnd() {
      while bytes.last == UInt8(ascii: " ") || bytes.last == UInt8(ascii: "\t") { bytes.removeLast() }
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029:
        trimEnd()
        if let last = bytes.last, last != lineFeed { bytes.append(lineFeed) }
      case 0x09, 0x20:
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: " ")) }
      case 0..<0x20, 0x7F...0x9F: break
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    while bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
