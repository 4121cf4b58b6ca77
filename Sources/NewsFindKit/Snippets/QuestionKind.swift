import FrenchText

/// What a question asks for, as far as its words tell: such a thing mostly stands in the sentence that answers it.
enum QuestionKind: Hashable {
  /// combien: a number.
  case quantity
  /// quand, quelle année: a year or a month.
  case date
  /// qui, où: a name.
  case name

  /// The kind of a query; `nil` where it is no such question.
  init?(_ sequence: [TypedWord]) {
    let words = sequence.prefix(Self.readCount).map { String(decoding: $0.foldedWord, as: UTF8.self) }
    func mayAsk(_ place: Int) -> Bool {
      place == 0 || place == 1 && QuestionWords.prepositions.contains(words[0])
    }
    for (place, word) in words.enumerated() {
      switch word {
      case "combien":
        self = .quantity
        return
      // Elsewhere they join clauses: "l'homme qui rit", "ce qui change".
      case "quand" where mayAsk(place):
        self = .date
        return
      case "qui" where mayAsk(place), "ou" where mayAsk(place) && sequence[place].isWhere:
        self = .name
        return
      case "quel", "quelle", "quels", "quelles":
        guard let kind = Self.kind(ofAny: words.dropFirst(place + 1).prefix(3)) else { continue }
        self = kind
        return
      default: break
      }
    }
    return nil
  }

  /// Questions that are longer ask at their beginning.
  private static let readCount = 12

  /// What "quel" asks for, by the words behind it.
  private static func kind(ofAny words: some Collection<String>) -> QuestionKind? {
    let nouns = words.flatMap { [$0, $0.last == "s" ? String($0.dropLast()) : $0] }
    if nouns.contains(where: QuestionWords.times.contains) { return .date }
    if nouns.contains(where: QuestionWords.measures.contains) { return .quantity }
    return nouns.contains(where: QuestionWords.named.contains) ? .name : nil
  }

  /// Whether a token may be what is asked for.
  ///
  /// - Parameters:
  ///   - surface: The token as it is written.
  ///   - foldedWord: Without case and accents.
  ///   - isFirst: Whether it begins a sentence, where a capital tells nothing.
  /// - Returns: Whether it is a number, a date or a name, as the kind has it.
  func isAnswered(
    by surface: UnsafeBufferPointer<UInt8>, _ foldedWord: UnsafeBufferPointer<UInt8>, isFirst: Bool
  ) -> Bool {
    switch self {
    case .quantity:
      surface.contains { Self.isDigit($0) }
        || QuestionWords.numerals.contains(String(decoding: foldedWord, as: UTF8.self))
    case .date:
      (3...4).contains(surface.count) && surface.allSatisfy { Self.isDigit($0) }
        || QuestionWords.months.contains(String(decoding: foldedWord, as: UTF8.self))
        || foldedWord.elementsEqual("siecle".utf8)
    case .name:
      !isFirst && Self.isCapital(surface)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// A to Z, or À to Þ.
  private static func isCapital(_ surface: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = surface.first else { return false }
    if first < 0x80 { return first &- UInt8(ascii: "A") < 26 }
    return first == 0xC3 && surface.count > 1 && surface[1] < 0x9F
  }
}

extension TypedWord {
  /// Whether it is « où », not « ou ».
  fileprivate var isWhere: Bool { surface.contains { $0 >= 0x80 } }
}
