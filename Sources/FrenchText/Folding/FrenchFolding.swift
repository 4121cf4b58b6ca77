/// Texts without case, accents and ligatures, for comparing names.
package enum FrenchFolding {
  /// The folded text: letters and digits as in terms, everything else one space, none at the ends.
  ///
  /// Complexity: linear in the bytes.
  package static func fold(_ text: String) -> String {
    var text = text
    return text.withUTF8 { utf8 in
      var folded: [UInt8] = []
      var index = 0
      while index < utf8.count {
        let scalar = FoldedScalar.read(utf8, at: index)
        index += scalar.length
        switch scalar.kind {
        case .letter, .digit, .ideograph:
          var bytes = scalar.bytes
          for _ in 0..<scalar.byteCount {
            folded.append(UInt8(truncatingIfNeeded: bytes))
            bytes >>= 8
          }
        case .separator, .apostrophe:
          if let last = folded.last, last != UInt8(ascii: " ") { folded.append(UInt8(ascii: " ")) }
        case .mark, .invisible: break
        }
      }
      if folded.last == UInt8(ascii: " ") { folded.removeLast() }
      return String(decoding: folded, as: UTF8.self)
    }
  }
}
