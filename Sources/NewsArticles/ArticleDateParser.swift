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

  /// 2023-09-13T11:05:00.000+02:00, its beginnings 2023 and 2023-09, 20230913, and 20230913T110500Z.
  private mutating func isoDate() -> ArticleDate? {
    if let number = number(digits: 8...8) {
      return finished(year: number / 10_000, month: number / 100 % 100, day: number % 100, isCompact: true)
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

  /// A written date, with "le" and a day of the week before or not.
  private mutating func writtenDate() -> ArticleDate? {
    _ = word("le")
    if case .word(let name) = pieces.first, DateWords.isDay(name) {
      var rest = ArticleDateParser(pieces: pieces.dropFirst())
      _ = rest.sign(".")
      _ = rest.sign(",")
      if let date = rest.dayAndMonth() { return date }
    }
    return dayAndMonth()
  }

  /// 13/09/2023, 13 septembre 2023, September 13, 2023, septembre 2023: with a time behind or not.
  private mutating func dayAndMonth() -> ArticleDate? {
    if let month = month() {
      if let year = number(digits: 4...4) {
        return pieces.isEmpty ? ArticleDate(year: year, month: month) : nil
      }
      guard let day = ordinal() else { return nil }
      _ = sign(",")
      guard let year = number(digits: 4...4) else { return nil }
      return finished(year: year, month: month, day: day)
    }
    guard let day = ordinal() else { return nil }
    if let separator = sign("/", ".", "-"), month(followedBy: separator) == nil {
      guard let month = number(digits: 1...2), sign(separator) != nil else { return nil }
      if let year = number(digits: 4...4) { return finished(year: year, month: month, day: day) }
      guard let year = number(digits: 2...2) else { return nil }
      return finished(year: year < 70 ? 2000 + year : 1900 + year, month: month, day: day)
    }
    guard let month = month() else { return nil }
    _ = sign("-")
    guard let year = number(digits: 4...4) else { return nil }
    return finished(year: year, month: month, day: day)
  }

  /// The day, with the time that follows it, if nothing else follows.
  private mutating func finished(
    year: Int, month: Int, day: Int, isCompact: Bool = false
  ) -> ArticleDate? {
    if pieces.isEmpty { return ArticleDate(year: year, month: month, day: day) }
    _ = sign(",")
    let isJoined = word("t") != nil
    if !isJoined { _ = word("à") ?? word("a") }
    _ = sign("-")
    guard let minute = isCompact && isJoined ? compactTime() ?? time() : time() else { return nil }
    if pieces.isEmpty { return ArticleDate(year: year, month: month, day: day, minuteOfDay: minute) }
    guard let offset = offset(), pieces.isEmpty else { return nil }
    return ArticleDate(year: year, month: month, day: day, minuteOfDay: minute, offset: offset)
  }

  /// 1105 or 110559.
  private mutating func compactTime() -> Int? {
    if let number = number(digits: 4...4) { return Self.minute(number / 100, number % 100) }
    guard let number = number(digits: 6...6), number % 100 <= 60 else { return nil }
    return Self.minute(number / 10_000, number / 100 % 100)
  }

  /// 11:05, 11:05:00.000, 11h05, 11 h 05, 11 h.
  private mutating func time() -> Int? {
    guard let hour = number(digits: 1...2) else { return nil }
    if word("h") != nil {
      let minute = number(digits: 1...2) ?? 0
      _ = word("min")
      return Self.minute(hour, minute)
    }
    guard sign(":") != nil, let minute = number(digits: 2...2) else { return nil }
    if sign(":") != nil {
      // 60: a leap second.
      guard let second = number(digits: 2...2), second <= 60 else { return nil }
      if sign(".", ",") != nil, number(digits: 1...9) == nil { return nil }
    }
    return Self.minute(hour, minute)
  }

  private static func minute(_ hour: Int, _ minute: Int) -> Int? {
    hour < 24 && minute < 60 ? hour * 60 + minute : nil
  }

  /// Z, +02:00, +0200, +02, GMT.
  private mutating func offset() -> Int? {
    for name in ["z", "gmt", "utc", "ut"] where word(name) != nil { return 0 }
    guard let direction = sign("+", "-", "\u{2212}") else { return nil }
    var (hours, minutes) = (0, 0)
    if let number = number(digits: 4...4) {
      (hours, minutes) = (number / 100, number % 100)
    } else {
      guard let number = number(digits: 1...2) else { return nil }
      hours = number
      if sign(":") != nil {
        guard let number = self.number(digits: 2...2) else { return nil }
        minutes = number
      }
    }
    guard minutes < 60 else { return nil }
    return (hours * 60 + minutes) * (direction == "+" ? 1 : -1)
  }

  /// 13, 1er, 2nd.
  private mutating func ordinal() -> Int? {
    guard let day = number(digits: 1...2) else { return nil }
    if case .word(let word) = pieces.first, DateWords.ordinals.contains(word) { pieces.removeFirst() }
    return day
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
