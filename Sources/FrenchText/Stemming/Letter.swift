/// Letters as the stemmer sees them: Windows-1252, lower case.
enum Letter {
  static let cCedilla: UInt8 = 0xE7
  static let eAcute: UInt8 = 0xE9
  static let eGrave: UInt8 = 0xE8
  static let eDiaeresis: UInt8 = 0xEB
  static let iDiaeresis: UInt8 = 0xEF
  private static let oe: UInt8 = 0x9C

  /// Whether a letter is a vowel; the capitals that mark semivowels are none.
  static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "y"), 0xE2, 0xE0, eDiaeresis, eAcute, 0xEA, eGrave, iDiaeresis, 0xEE, 0xF4, 0xFB, 0xF9:
      true
    default: false
    }
  }

  /// The letters of a word; `nil` if it has others than Windows-1252 has.
  static func letters(of word: String) -> [UInt8]? {
    var letters: [UInt8] = []
    for scalar in word.unicodeScalars {
      switch scalar.value {
      case 0x153: letters.append(oe)
      case 0..<0x80, 0xA0...0xFF: letters.append(UInt8(scalar.value))
      default: return nil
      }
    }
    return letters
  }

  /// The word that letters make.
  static func text(of letters: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for letter in letters { text.append(letter == oe ? "œ" : Unicode.Scalar(letter)) }
    return String(text)
  }
}

extension Letter {
  /// A letter without its accent.
  static func folded(_ letter: UInt8) -> UInt8 {
    switch letter {
    case 0xE0, 0xE2: UInt8(ascii: "a")
    case cCedilla: UInt8(ascii: "c")
    case eGrave, eAcute, 0xEA, eDiaeresis: UInt8(ascii: "e")
    case 0xEE, iDiaeresis: UInt8(ascii: "i")
    case 0xF4: UInt8(ascii: "o")
    case 0xF9, 0xFB: UInt8(ascii: "u")
    default: letter
    }
  }
}
