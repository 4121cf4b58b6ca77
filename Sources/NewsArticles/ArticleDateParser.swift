/// Reads dates as people and machines write them.
///
/// A text is taken apart into numbers, words and signs; one of a few orders of them makes a date. Everything has to fit:
/// a text that only holds a date somewhere names none.
struct ArticleDateParser {
  private enum Piece: Equatable {
    case number(Int, digits: Int)
    case word(String)
    case sign(Character)
  }

  private var pieces: ArraySlice<Piece>

  static func parse(_ text: String) -> ArticleDate? {
    // No date is longer; a long text is not taken apart in vain.
    guard text.utf8.count <= 64, let pieces = pieces(of: text) else { return nil }
    var iso = ArticleDateParser(pieces: pieces[...])
    if let date = iso.isoDate() { return date }
    var french = ArticleDateParser(pieces: pieces[...])
    return french.writtenDate()
  }

  private static func pieces(of text: String) -> [Piece]? {
    var pieces: [Piece] = []
    var rest = text.lowercased()[...]
    while let first = rest.first {
      if first.isASCII, first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard digits.count <= 9, let number = Int(digits) else { return nil }
        pieces.append(.number(number, digits: digits.count))
        rest = rest.dropFirst(digits.count)
      } else if first.isLetter {
        let letters = rest.prefix { $0.isLetter }
        pieces.append(.word(String(letters)))
        rest = rest.dropFirst(letters.count)
      } else {
        if !first.isWhitespace { pieces.append(.sign(first)) }
        rest = rest.dropFirst()
      }
    }
    return pieces
  }

  /// 2023-09-13T11:05:00.000+02:00, its beginnings 2023 and 2023-09, and 20230913.
  private mutating func isoDate() -> ArticleDate? {
    if case .number(let number, digits: 8) = pieces.first {
      pieces.removeFirst()
      return finished(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
    guard let year = number(digits: 4...4) else { return nil }
    guard let separator = sign("-", "/", ".") else {
      return pieces.isEmpty ? ArticleDate(year: year) : nil
    }
    guard let month = number(digits: 1...2) else { return nil }
    if pieces.isEmpty { return ArticleDate(year: year, month: month) }
    guard sign(separator) != nil, let day = number(digits: 1...2) else { return nil }
    return finished(year: year, month: month, day: day)
  }

  /// 13/09/2023, 13 septembre 2023, septembre 2023, Wed, 13 Sep 2023: with a time behind or not.
  private mutating func writtenDate() -> ArticleDate? {
    _ = word("le")
    if case .word(let name) = pieces.first, DateWords.isDay(name) {
      pieces.removeFirst()
      _ = sign(".")
      _ = sign(",")
    }
    if let month = month() {
      guard let year = number(digits: 4...4), pieces.isEmpty else { return nil }
      return ArticleDate(year: year, month: month)
    }
    guard let day = number(digits: 1...2) else { return nil }
    _ = word("er") ?? word("st") ?? word("th")
    if let separator = sign("/", ".", "-"), month(followedBy: separator) == nil {
      guard let month = number(digits: 1...2), sign(separator) != nil, let year = number(digits: 2...4) else {
        return nil
      }
      return finished(year: year < 100 ? 2000 + year : year, month: month, day: day)
    }
    guard let month = month() else { return nil }
    _ = sign("-")
    guard let year = number(digits: 4...4) else { return nil }
    return finished(year: year, month: month, day: day)
  }

  /// The day, with the time that follows it, if nothing else follows.
  private mutating func finished(year: Int, month: Int, day: Int) -> ArticleDate? {
    _ = sign(",")
    _ = word("t") ?? word("à") ?? word("a")
    _ = sign("-")
    if pieces.isEmpty { return ArticleDate(year: year, month: month, day: day) }
    guard let minute = time() else { return nil }
    let offset = offset()
    guard pieces.isEmpty else { return nil }
    return ArticleDate(year: year, month: month, day: day, minuteOfDay: minute, offset: offset)
  }

  /// 11:05, 11:05:00.000, 11h05, 11 h 05, 11 h.
  private mutating func time() -> Int? {
    guard let hour = number(digits: 1...2), hour < 24 else { return nil }
    if word("h") != nil {
      let minute = number(digits: 1...2) ?? 0
      _ = word("min")
      return minute < 60 ? hour * 60 + minute : nil
    }
    guard sign(":") != nil, let minute = number(digits: 2...2), minute < 60 else { return nil }
    if sign(":") != nil {
      guard number(digits: 2...2) != nil else { return nil }
      if sign(".", ",") != nil { _ = number(digits: 1...9) }
    }
    return hour * 60 + minute
  }

  /// Z, +02:00, +0200, +02, GMT.
  private mutating func offset() -> Int? {
    if word("z") != nil || word("gmt") != nil || word("utc") != nil { return 0 }
    guard let direction = sign("+", "-", "\u{2212}"), case .number(let number, let digits) = pieces.first
    else {
      return nil
    }
    pieces.removeFirst()
    var minutes = digits == 4 ? number / 100 * 60 + number % 100 : number * 60
    if digits == 2, sign(":") != nil { minutes += self.number(digits: 2...2) ?? 0 }
    return direction == "+" ? minutes : -minutes
  }

  private mutating func number(digits range: ClosedRange<Int>) -> Int? {
    guard case .number(let number, let digits) = pieces.first, range.contains(digits) else { return nil }
    pieces.removeFirst()
    return number
  }

  private mutating func word(_ wanted: String) -> String? {
    guard pieces.first == .word(wanted) else { return nil }
    pieces.removeFirst()
    return wanted
  }

  private mutating func sign(_ wanted: Character...) -> Character? {
    guard case .sign(let sign) = pieces.first, wanted.contains(sign) else { return nil }
    pieces.removeFirst()
    return sign
  }

  private mutating func month() -> Int? {
    guard case .word(let name) = pieces.first, let month = DateWords.month(name) else { return nil }
    pieces.removeFirst()
    _ = sign(".")
    return month
  }

  /// Whether a month's name comes next, as in 13-sept-2023; it is left where it is.
  private func month(followedBy separator: Character) -> Int? {
    guard separator == "-", case .word(let name) = pieces.first else { return nil }
    return DateWords.month(name)
  }
}
