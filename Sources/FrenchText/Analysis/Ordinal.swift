/// Ordinal numbers: 1er, 1re, 75e, 75ème, 2nde are one term each, whatever their ending; so are XXe and 20e.
enum Ordinal {
  /// The number of digits that an ordinal begins with; `nil` for any other word.
  static func digitCount(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let letter = word.firstIndex(where: { $0 &- UInt8(ascii: "0") >= 10 }), letter > 0 else {
      return nil
    }
    let ending = UnsafeBufferPointer(rebasing: word[letter...])
    return endings.contains(where: { matches(ending, $0) }) ? letter : nil
  }

  private static let endings: [StaticString] = [
    "e", "es", "eme", "emes", "ieme", "iemes", "er", "ers", "ere", "eres", "re", "res", "nd", "nde", "nds",
    "ndes",
  ]

  /// The term of an ordinal in Roman figures that is no word besides: "20e" for xxe, xxeme.
  static func number(ofRoman word: UnsafeBufferPointer<UInt8>) -> String? {
    guard word.count >= 3, word.count <= 10, let first = word.first,
      first == UInt8(ascii: "x") || first == UInt8(ascii: "v") || first == UInt8(ascii: "i")
    else { return nil }
    let figures = word.prefix {
      $0 == UInt8(ascii: "x") || $0 == UInt8(ascii: "v") || $0 == UInt8(ascii: "i")
    }
    let ending = UnsafeBufferPointer(rebasing: word[figures.count...])
    guard let value = values[String(decoding: figures, as: UTF8.self)],
      matches(ending, "e") || matches(ending, "es") || matches(ending, "eme") || matches(ending, "emes")
    else { return nil }
    // vie and ive are words, or may be; so is xe.
    return figures.count == 1 || value == 4 || value == 6 ? nil : "\(value)e"
  }

  /// Whether a word would be such an ordinal if its figures were capitals, and is or may be another word: vie, ive, ier.
  static func mayBeRoman(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count <= 8, let first = word.first, first == 0x69 || first == 0x76 || first == 0x78 else {
      return false
    }
    let figures = word.prefix { $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }.count
    return number(figures: word[..<figures], ending: word[figures...]) != nil
      // The i of ième is an ending, too: Vième.
      || figures > 1 && number(figures: word[..<(figures - 1)], ending: word[(figures - 1)...]) != nil
  }

  /// The term of an ordinal whose figures, and only they, are capitals: "6e" for VIe, "1e" for Ier.
  static func number(ofRomanCapitals surface: UnsafeBufferPointer<UInt8>) -> String? {
    guard let figures = surface.firstIndex(where: { $0 &- UInt8(ascii: "A") >= 26 }), figures > 0 else {
      return nil
    }
    let folded = surface.map { $0 | 0x20 }
    // The accents of ère and ème are two bytes each.
    let ending = FrenchFolding.fold(String(decoding: surface[figures...], as: UTF8.self))
    return folded.withUnsafeBufferPointer { folded in
      var ending = ending
      return ending.withUTF8 { number(figures: folded[..<figures], ending: $0[...]) }
    }
  }

  private static func number(
    figures: Slice<UnsafeBufferPointer<UInt8>>, ending: Slice<UnsafeBufferPointer<UInt8>>
  ) -> String? {
    guard let value = values[String(decoding: figures, as: UTF8.self)] else { return nil }
    let ending = UnsafeBufferPointer(rebasing: ending)
    let isOrdinal =
      value == 1
      ? firstEndings.contains { matches(ending, $0) } : romanEndings.contains { matches(ending, $0) }
    return isOrdinal ? "\(value)e" : nil
  }

  private static let firstEndings: [StaticString] = ["er", "ers", "re", "res", "ere", "eres"]
  private static let romanEndings: [StaticString] = ["e", "es", "eme", "emes", "ieme", "iemes"]

  private static let values: [String: Int] = {
    let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    var values: [String: Int] = [:]
    for tens in 0...3 {
      for (one, text) in ones.enumerated() where tens + one > 0 {
        values[String(repeating: "x", count: tens) + text] = tens * 10 + one
      }
    }
    return values
  }()

  private static func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ text: StaticString) -> Bool {
    bytes.count == text.utf8CodeUnitCount && (0..<bytes.count).allSatisfy { bytes[$0] == text.utf8Start[$0] }
  }
}
