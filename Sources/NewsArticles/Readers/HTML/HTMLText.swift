/// Text of a page as it is shown: runs of spaces are one, the hard ones stay.
enum HTMLText {
  /// Whether HTML shows a byte as a space that may be joined with others.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || 0x09...0x0D ~= byte
  }

  /// A text on one line, without spaces at its ends.
  static func line(_ bytes: some Sequence<UInt8>) -> String {
    var line: [UInt8] = []
    append(bytes, to: &line)
    return PlainText.line(String(decoding: line, as: UTF8.self))
  }

  /// Appends a text; a space that follows another or begins a line is left out.
  static func append(_ bytes: some Sequence<UInt8>, to line: inout [UInt8]) {
    for byte in bytes {
      if !isSpace(byte) {
        line.append(byte)
      } else if let last = line.last, last != 0x20, last != 0x0A {
        line.append(0x20)
      }
    }
  }
}

extension HTMLText {
  /// A text on one line of which some is still written as HTML: `L&#039;été`, `<i>Le Relais</i>`.
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }),
      let tree = try? HTMLTreeBuilder.tree(of: Array(text.utf8))
    else { return line(text.utf8) }
    return tree.line(of: 0)
  }
}
