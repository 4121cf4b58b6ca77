/// Acronyms written with dots: O.N.U., O. N. U., P.-D.G. and J.-C. are one word each.
extension WordScanner {
  /// Reads on over the letters of an acronym, behind its first.
  ///
  /// The last dot stays outside, for it may end the sentence.
  mutating func extendAcronym(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ end: inout Int) {
    if isSpacedAcronym(text, index) {
      while let letter = spacedLetter(text, index) { take(letter, &index, &end) }
    } else {
      while let letter = nextLetter(text, index) { take(letter, &index, &end) }
    }
  }

  /// A letter of an acronym, and where it ends.
  private struct AcronymLetter {
    let scalar: FoldedScalar
    let end: Int
  }

  private mutating func take(_ letter: AcronymLetter, _ index: inout Int, _ end: inout Int) {
    word.append(letter.scalar)
    index = letter.end
    end = letter.end
  }

  /// The letter behind the dot at `index`, or behind a dot and a hyphen.
  private func nextLetter(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> AcronymLetter? {
    guard index + 1 < text.count, text[index] == UInt8(ascii: ".") else { return nil }
    if let hyphen = Self.hyphenLength(text, index + 1) {
      // P.-D.G., but not M.-le-comte.
      let letter = singleLetter(text, index + 1 + hyphen)
      return letter.flatMap { $0.end < text.count && text[$0.end] == UInt8(ascii: ".") ? $0 : nil }
    }
    return singleLetter(text, index + 1)
  }

  /// Whether three capitals begin before `index`, a dot behind each and a space between them: those of the United Nations.
  private func isSpacedAcronym(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index > 0, text[index - 1] &- UInt8(ascii: "A") < 26, let second = spacedLetter(text, index) else {
      return false
    }
    return spacedLetter(text, second.end) != nil
  }

  /// The capital that stands behind a dot and a space at `index`, and before another dot.
  private func spacedLetter(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> AcronymLetter? {
    guard index + 3 < text.count, text[index] == UInt8(ascii: ".") else { return nil }
    let start: Int
    switch text[index + 1] {
    case UInt8(ascii: " "): start = index + 2
    case 0xC2 where text[index + 2] == 0xA0: start = index + 3
    default: return nil
    }
    guard start < text.count, text[start] &- UInt8(ascii: "A") < 26, let letter = singleLetter(text, start),
      letter.end < text.count, text[letter.end] == UInt8(ascii: ".")
    else { return nil }
    return letter
  }

  /// The letter at `start` if it is alone.
  private func singleLetter(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> AcronymLetter? {
    guard start < text.count else { return nil }
    let letter = FoldedScalar.read(text, at: start)
    guard letter.kind == .letter, letter.byteCount == 1 else { return nil }
    var behind = start + letter.length
    // A mark belongs to its letter: É may be written as two characters.
    while behind < text.count, FoldedScalar.read(text, at: behind).kind == .mark {
      behind += FoldedScalar.read(text, at: behind).length
    }
    guard behind == text.count || !FoldedScalar.read(text, at: behind).continuesWord else { return nil }
    return AcronymLetter(scalar: letter, end: behind)
  }
}
