extension WordScanner {
  /// Decides about the apostrophes that follow the word in the buffer, and reads on over those that join.
  mutating func readApostrophes(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ end: inout Int, followsApostrophe: Bool
  ) -> Outcome {
    while index < text.count {
      let apostrophe = FoldedScalar.read(text, at: index)
      guard apostrophe.kind == .apostrophe else { return .word }
      var behind = index + apostrophe.length
      guard behind < text.count else { return .word }
      let next = FoldedScalar.read(text, at: behind)
      guard next.kind == .letter || next.kind == .digit else {
        // l’« Express », l'"Aquarius": the article stands before the quotation mark.
        guard isElidable, Self.isOpeningQuotationMark(text, at: behind) else { return .word }
        index = behind
        return .nothing
      }
      if isElidable, followsApostrophe || !isNameBeginning(before: next) {
        index = behind
        return .nothing
      }
      let prefix = word.count
      let endOfNext = readRun(text, &behind)
      guard joins(prefix: prefix) else {
        word.truncate(to: prefix)
        return .word
      }
      index = behind
      end = endOfNext
    }
    return .word
  }

  /// Whether the buffer holds a word that loses its vowel before another: l’, d’, qu’, jusqu’ and so on.
  private var isElidable: Bool {
    switch word.count {
    case 1:
      switch word.byte(at: 0) {
      case UInt8(ascii: "l"), UInt8(ascii: "d"), UInt8(ascii: "j"), UInt8(ascii: "m"), UInt8(ascii: "t"),
        UInt8(ascii: "s"), UInt8(ascii: "n"), UInt8(ascii: "c"):
        true
      default: false
      }
    case 2: word.holds("qu")
    case 5: word.holds("jusqu")
    case 6: word.holds("lorsqu") || word.holds("puisqu") || word.holds("quoiqu")
    default: false
    }
  }

  /// N’Djamena, N’Golo, M’Bow: n and m elide before a vowel or h; before a consonant they begin a name.
  private func isNameBeginning(before next: FoldedScalar) -> Bool {
    guard word.holds("n") || word.holds("m"), next.kind == .letter else { return false }
    switch UInt8(truncatingIfNeeded: next.bytes) {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "h"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      return false
    case let byte: return byte < 0x80
    }
  }

  /// Whether the two words in the buffer, of which the first has `prefix` bytes, are one word in spite of the
  /// apostrophe between them.
  private func joins(prefix: Int) -> Bool {
    switch prefix {
    // O’Brien; N’Djamena and M’Bow.
    case 1: ["o", "n", "m"].contains { word.begins(with: $0) }
    // prud’homme, prud’homal; entr’acte, now written entracte.
    case 4: word.begins(with: "prudhom") || word.begins(with: "entr") || isGenitive(prefix)
    case 6:
      word.holds("quelquun") || word.holds("quelquune") || word.holds("quelquuns") || word.holds("quelquunes")
        || word.begins(with: "presquil") || isGenitive(prefix)
    case 7: word.holds("aujourdhui") || isGenitive(prefix)
    default: isGenitive(prefix)
    }
  }

  /// McDonald’s, Levi’s: the ’s belongs to the name.
  private func isGenitive(_ prefix: Int) -> Bool {
    prefix > 1 && word.holds("s", from: prefix)
  }

  private static func isOpeningQuotationMark(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard let (scalar, _) = UTF8Scalar.decode(text, at: index) else { return false }
    return scalar == 0x22 || scalar == 0xAB || scalar == 0x201C || scalar == 0x2039
  }
}
