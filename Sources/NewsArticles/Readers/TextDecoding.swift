/// Makes text of bytes that may be UTF-8, Windows-1252, or damaged.
enum TextDecoding {
  /// The text of some bytes, and whether characters of it had to be replaced by U+FFFD.
  ///
  /// Bytes that are no UTF-8 are Windows-1252 if they read well as that: fewer UTF-8 sequences among them
  /// than stray bytes (É» and É with a hard space look like one), and their bytes beyond ASCII letters or
  /// signs that French uses. A byte order mark is left out.
  ///
  /// Complexity: linear in the bytes.
  static func decode(_ bytes: ArraySlice<UInt8>) -> (text: String, isRepaired: Bool) {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    if let text = String(validating: content, as: UTF8.self) { return (text, false) }
    let repaired = String(decoding: content, as: UTF8.self)
    // What is beyond ASCII and no replacement came from a sequence that is UTF-8.
    let (sequences, strays) = repaired.unicodeScalars.reduce(into: (0, 0)) { counts, scalar in
      if scalar == "\u{FFFD}" { counts.1 += 1 } else if !scalar.isASCII { counts.0 += 1 }
    }
    if sequences < strays, readsAsWindows1252(content) { return (Windows1252.decode(content), false) }
    return (repaired, true)
  }

  private static func readsAsWindows1252(_ bytes: ArraySlice<UInt8>) -> Bool {
    var usual = 0
    var unusual = 0
    for byte in bytes where byte >= 0x80 {
      guard Windows1252.isDefined(byte) else { return false }
      if Windows1252.isUsualInFrench(byte) { usual += 1 } else { unusual += 1 }
    }
    return usual > unusual * 4
  }
}
