/// The encoding of texts from older Windows programs.
///
/// Source: <https://encoding.spec.whatwg.org/index-windows-1252.txt>
enum Windows1252 {
  /// What the bytes from 0x80 to 0x9F stand for; 0 where they stand for nothing.
  private static let signs: [UInt16] = [
    0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D,
    0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E,
    0x178,
  ]

  /// Whether a byte stands for something.
  static func isDefined(_ byte: UInt8) -> Bool {
    !(0x80...0x9F).contains(byte) || signs[Int(byte) - 0x80] != 0
  }

  /// Whether French texts use what a byte beyond ASCII stands for: à â ç é … œ, « » ’ “ ” – — … € ° and the hard space.
  static func isUsualInFrench(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x80, 0x85, 0x8C, 0x91...0x97, 0x9C, 0xA0, 0xAB, 0xB0, 0xB2, 0xB3, 0xBB, 0xC0, 0xC2, 0xC6...0xCB,
      0xCE,
      0xCF, 0xD4, 0xD9, 0xDB, 0xDC, 0xE0, 0xE2, 0xE4, 0xE6...0xEB, 0xEE, 0xEF, 0xF1, 0xF4, 0xF6, 0xF9, 0xFB,
      0xFC:
      true
    default: false
    }
  }

  /// The text of some bytes; a byte that stands for nothing becomes U+FFFD.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      guard (0x80...0x9F).contains(byte) else {
        text.append(Unicode.Scalar(byte))
        continue
      }
      let sign = signs[Int(byte) - 0x80]
      text.append(Unicode.Scalar(sign == 0 ? 0xFFFD : sign) ?? "\u{FFFD}")
    }
    return String(text)
  }
}
