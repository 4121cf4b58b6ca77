/// Makes texts from outside fit to be printed: no control character reaches the terminal.
enum PrintableText {
  /// The text with its control characters made visible; a line break and a tab become a space.
  ///
  /// C0 controls and DEL become Unicode's control pictures (U+2400 and following), C1 controls and the marks that turn
  /// the direction of writing become U+FFFD.
  static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    var printable = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { printable.append(Self.scalar(scalar)) }
    return String(printable)
  }

  /// Whether a terminal may obey a scalar instead of showing it.
  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
    default: false
    }
  }

  /// The scalar as it is printed in a line.
  static func scalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: " "
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case _ where isHarmful(scalar): "\u{FFFD}"
    default: scalar
    }
  }
}
