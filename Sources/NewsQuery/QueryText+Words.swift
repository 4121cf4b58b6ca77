extension Unicode.Scalar {
  var isSpace: Bool { isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace }

  var isLetter: Bool {
    isASCII ? (UInt32(0x61)...0x7A).contains(value | 0x20) : properties.isAlphabetic
  }

  var isDigit: Bool { isASCII ? (0x30...0x39).contains(value) : properties.numericType != nil }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isSpace }),
      let last = scalars.lastIndex(where: { !$0.isSpace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Whether it may hold anything to look for: more than signs.
  var isSearchable: Bool {
    unicodeScalars.contains { scalar in
      if scalar.isASCII { return scalar.isLetter || scalar.isDigit }
      return switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
        .spaceSeparator, .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation, .nonspacingMark, .enclosingMark:
        false
      default: true
      }
    }
  }

  /// What stands before the stars that end a word, punctuation behind them aside; `nil` where none ends it.
  var prefixBeforeStar: String? {
    var scalars = unicodeScalars[...]
    while let last = scalars.last, ",;.:!?…".unicodeScalars.contains(last) { scalars.removeLast() }
    guard scalars.last == "*" else { return nil }
    while scalars.last == "*" { scalars.removeLast() }
    return String(scalars)
  }

  /// The word without the stars that end it.
  var withoutStars: String { prefixBeforeStar ?? self }

  /// The small letters before a colon, where a letter or digit follows that: the name of a field elsewhere.
  var unknownField: String? {
    let parts = split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, (3...12).contains(parts[0].count),
      parts[0].allSatisfy({ ("a"..."z").contains($0) }),
      let first = parts[1].unicodeScalars.first, first.isLetter || first.isDigit
    else { return nil }
    return String(parts[0])
  }
}
