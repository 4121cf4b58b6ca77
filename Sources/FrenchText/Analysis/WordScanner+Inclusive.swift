/// Inclusive writing: étudiant·e·s, étudiant.e.s, élu(e)s, lecteur·rice·s, tou·te·s are read as their first form.
extension WordScanner {
  /// Reads on over the endings behind a word; the word in the buffer stays as it is before them.
  mutating func readInclusiveEnding(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ end: inout Int
  ) {
    guard word.count >= 2, let sign = InclusiveSign(text, index), index + sign.length < text.count,
      // Most dots end a sentence: nothing is read on for those.
      text[index + sign.length] >= 0x80 || FoldTables.ascii(text[index + sign.length]) != 0
    else { return }
    guard let ending = ending(text, index + sign.length, sign) else { return }
    var behind = ending
    // The s of the plural: behind another dot, or at once behind the bracket.
    if let again = InclusiveSign(text, behind), again.kind == sign.kind,
      again.kind != .bracket, behind + again.length < text.count,
      text[behind + again.length] | 0x20 == UInt8(ascii: "s"), isEnd(text, behind + again.length + 1)
    {
      behind += again.length + 1
    } else if sign.kind == .bracket, behind < text.count, text[behind] | 0x20 == UInt8(ascii: "s"),
      isEnd(text, behind + 1)
    {
      behind += 1
    }
    guard isEnd(text, behind) else { return }
    // tou·te·s, tou·s·tes: the lexicon knows tous.
    if word.holds("tou") { word.append(UInt8(ascii: "s")) }
    index = behind
    end = behind
  }

  /// The signs that part a word from its feminine ending.
  private struct InclusiveSign {
    enum Kind { case middleDot, dot, bracket, hyphen, slash }

    let kind: Kind
    let length: Int

    init?(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) {
      guard index < text.count else { return nil }
      switch text[index] {
      case UInt8(ascii: "."): (kind, length) = (.dot, 1)
      case UInt8(ascii: "("): (kind, length) = (.bracket, 1)
      case UInt8(ascii: "-"): (kind, length) = (.hyphen, 1)
      case UInt8(ascii: "/"): (kind, length) = (.slash, 1)
      // · and, typed by mistake, • ‧ ⋅
      case 0xC2 where index + 1 < text.count && text[index + 1] == 0xB7: (kind, length) = (.middleDot, 2)
      case 0xE2 where index + 2 < text.count && Self.isLikeMiddleDot(text[index + 1], text[index + 2]):
        (kind, length) = (.middleDot, 3)
      default: return nil
      }
    }

    private static func isLikeMiddleDot(_ second: UInt8, _ third: UInt8) -> Bool {
      second == 0x80 && (third == 0xA2 || third == 0xA7) || second == 0x8B && third == 0x85
    }
  }

  /// The place behind a feminine ending, its closing bracket included; `nil` where none stands.
  private func ending(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ sign: InclusiveSign) -> Int? {
    var letters = WordBuffer()
    var index = start
    while index < text.count, letters.count < 8 {
      let scalar = FoldedScalar.read(text, at: index)
      guard scalar.kind == .letter else { break }
      letters.append(scalar)
      index += scalar.length
    }
    switch sign.kind {
    case .middleDot:
      guard InclusiveEndings.all.contains(where: { letters.holds($0) }) else { return nil }
    case .bracket:
      guard InclusiveEndings.all.contains(where: { letters.holds($0) }), index < text.count,
        text[index] == UInt8(ascii: ")")
      else { return nil }
      return index + 1
    // A dot or a hyphen may be just that: the surest endings only, unless the s of the plural follows.
    case .dot:
      let endings = isPluralDot(text, index) ? InclusiveEndings.all : InclusiveEndings.sure
      guard endings.contains(where: { letters.holds($0) }) else { return nil }
    // danseur/euse; km/h and et/ou are none.
    case .slash:
      guard InclusiveEndings.sure.contains(where: { letters.holds($0) }), word.count > 3 else { return nil }
    case .hyphen:
      let isPlural =
        index + 1 < text.count && text[index] == UInt8(ascii: "-") && text[index + 1] == UInt8(ascii: "s")
      guard letters.holds("e") && isPlural || letters.holds("es") else { return nil }
    }
    return index
  }

  /// Whether the .s of the plural stands at `index`: the end of sportif.ve.s.
  private func isPluralDot(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index + 1 < text.count && text[index] == UInt8(ascii: ".")
      && text[index + 1] | 0x20 == UInt8(ascii: "s") && isEnd(text, index + 2)
  }

  private func isEnd(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index >= text.count || !FoldedScalar.read(text, at: index).continuesWord
  }
}

/// The feminine endings of inclusive writing, folded.
private enum InclusiveEndings {
  static let sure: [StaticString] = [
    "e", "es", "ne", "nes", "rice", "rices", "trice", "trices", "euse", "euses", "ice", "ices",
  ]
  static let all: [StaticString] =
    sure + [
      "le", "les", "te", "tes", "se", "ses", "ve", "ves", "ive", "ives", "ere", "eres", "iere", "ieres",
      "ine", "ines",
      "elle", "elles",
      "ale", "ales", "s", "x", "fe", "que", "ques", "sse", "sses", "esse", "esses", "onne", "onnes", "enne",
      "ennes", "he", "che", "ches", "ette", "ettes", "olle", "olles",
    ]
}
