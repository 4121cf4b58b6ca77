/// Takes a query's text apart into signs, operators, fields and terms.
///
/// A sign, a field and a parenthesis count at the beginning of a word only: those inside of one belong to it. A quotation
/// mark that pairs with none, and a closing parenthesis that closes none, part words like a space.
///
/// Complexity: linear in the bytes.
struct QueryLexer {
  let text: QueryText
  private let isDate: (String) -> Bool
  private var place = 0
  private var depth = 0
  /// The tokens, in the order of the text.
  var tokens: [QueryToken] = []
  var remarks: [QueryRemark] = []

  /// Parentheses in more parentheses than this mean nothing.
  static let maximumDepth = 32
  /// A distance is no greater.
  private static let maximumDistance = 1_000

  init(_ text: String, isDate: @escaping (String) -> Bool) {
    self.text = QueryText(text)
    self.isDate = isDate
    while place < self.text.count { readToken() }
    removeEmptyGroups()
    readOperators()
  }

  private mutating func readToken() {
    guard !text.isSpace(place) else {
      place += 1
      return
    }
    switch text[place] {
    case "(": return open()
    case ")":
      guard depth > 0 else {
        return skip(1, "this parenthesis closes none", "it was passed over")
      }
      depth -= 1
      return add(.close, through: place + 1)
    case "+", "-", "\u{2212}":
      if readSign() { return }
    default: break
    }
    if readField() { return }
    readTerm(in: nil, from: place)
  }

  private mutating func open() {
    guard depth < Self.maximumDepth else {
      removeSigns(before: place)
      return skip(
        1, "there are more than \(Self.maximumDepth) parentheses in one another", "this one was passed over")
    }
    depth += 1
    add(.open, through: place + 1)
  }

  /// Reads a plus or minus that begins a word and stands before a letter, a phrase or a parenthesis.
  private mutating func readSign() -> Bool {
    let next = place + 1
    let isExact = text[next] == "=" && (text.isWord(next + 1) || text.phraseEnd(from: next + 1) != nil)
    guard text.isLetter(next) || text[next] == "(" || isExact || text.phraseEnd(from: next) != nil else {
      if text.isDigit(next) {
        let sign = text[place..<next]
        remark(
          place..<next, "a \(sign) before a digit is the number’s sign",
          "quotation marks around the number let it count: \(sign)\"2023\"")
      }
      return false
    }
    add(text[place] == "+" ? .plus : .minus, through: next)
    // What is glued to a sign is no operator.
    if text[place] == "(" { open() } else if !readField() { readTerm(in: nil, from: place) }
    return true
  }

  /// Reads the name of a field, if a colon follows it and something else that colon.
  private mutating func readField() -> Bool {
    guard text.isLetter(place) else { return false }
    var end = place
    while end - place <= QueryField.longestName, text.isLetter(end) { end += 1 }
    guard text[end] == ":", text.isWord(end + 1) || beginsValue(end + 1),
      let field = QueryField.named(text[place..<end])
    else { return false }
    let start = place
    add(.field(field), through: end + 1)
    if text[place] == "(" {
      open()
    } else {
      tokens.removeLast()
      readTerm(in: field, from: start)
    }
    return true
  }

  private func beginsValue(_ place: Int) -> Bool {
    text[place] == "(" || text.phraseEnd(from: place) != nil
      || text[place] == "=" && (text.isWord(place + 1) || text.phraseEnd(from: place + 1) != nil)
  }

  /// Reads a term, whose field begins at `start` if it has one.
  private mutating func readTerm(in field: QueryField?, from start: Int) {
    let isExact = text[place] == "=" && (text.isWord(place + 1) || text.phraseEnd(from: place + 1) != nil)
    if isExact { place += 1 }
    if let close = text.phraseEnd(from: place) {
      let content = text[place + 1..<close].trimmed
      place = close + 1
      var kind: QueryTerm.Kind = isExact ? .exactPhrase : .phrase
      if let distance = readDistance() {
        if isExact {
          remark(start..<place, "words in their exact forms stand side by side", "the ~ was passed over")
        } else {
          kind = .near(distance)
        }
      }
      return addTerm(kind, content, in: field, from: start)
    }
    if text.isMark(place) {
      return skip(1, "this quotation mark pairs with none", "the words were looked for as they stand")
    }
    let end = endOfWord(from: place)
    guard end > place else {
      place += 1
      return
    }
    if let field, field.isDate {
      let end = endOfDate(from: place, word: end)
      let date = text[place..<end]
      place = end
      return addTerm(.value, date, in: field, from: start)
    }
    let word = text[place..<end]
    place = end
    if isExact {
      let plain = word.withoutStars
      if plain != word {
        remark(start..<end, "a word cannot be exact and a beginning at once", "the * was passed over")
      }
      return addTerm(.exactWord, plain, in: field, from: start)
    }
    readWord(word, in: field, from: start)
  }

  private mutating func readWord(_ word: String, in field: QueryField?, from start: Int) {
    if let beginning = word.prefixBeforeStar, beginning.isSearchable {
      guard beginning.unicodeScalars.count >= 2 else {
        remark(
          start..<place, "a beginning has at least two letters", "the letter was looked for as a word")
        return addTerm(.word, beginning, in: field, from: start)
      }
      return addTerm(.prefix, beginning, in: field, from: start)
    }
    if word.contains("*") {
      remark(start..<place, "a * counts at the end of a word only", "it was passed over")
    }
    if field == nil, let name = word.unknownField {
      remark(
        start..<place, "there is no field \(name):", "both words were looked for")
    }
    addTerm(.word, word, in: field, from: start)
  }

  /// Where a word ends: at a space, at a quotation mark, at a parenthesis whose pair is not in the word.
  private func endOfWord(from start: Int) -> Int {
    var end = start
    var opened = 0
    while !text.isSpace(end), !text.isMark(end) {
      if text[end] == "(" {
        guard text.isClosedInWord(end) else { break }
        opened += 1
      }
      if text[end] == ")" {
        guard opened > 0 else { break }
        opened -= 1
      }
      end += 1
    }
    return end
  }

  /// Where a date ends that may be of several words: 13 septembre 2023.
  private func endOfDate(from start: Int, word end: Int) -> Int {
    if isDate(text[start..<end]) { return end }
    var last = end
    for _ in 0..<3 {
      var next = last
      while next < text.count, text.isSpace(next) { next += 1 }
      last = endOfWord(from: next)
      guard last > next, last - start < 40 else { break }
      if isDate(text[start..<last]) { return last }
    }
    return end
  }

  /// Reads the ~5 behind a phrase.
  private mutating func readDistance() -> Int? {
    guard text[place] == "~" else { return nil }
    var end = place + 1
    while let digit = text[end], ("0"..."9").contains(digit) { end += 1 }
    guard end > place + 1 else {
      skip(1, "a ~ behind a phrase has a number behind it, as in \"a b\"~5", "it was passed over")
      return nil
    }
    let distance = Int(text[place + 1..<end]) ?? Self.maximumDistance
    place = end
    return min(distance, Self.maximumDistance)
  }

  private mutating func addTerm(
    _ kind: QueryTerm.Kind, _ content: String, in field: QueryField?, from start: Int
  ) {
    guard content.isSearchable else {
      return removeSigns(before: start)
    }
    if let field, field.isDate, !isDate(content) {
      remark(
        start..<place, "“\(content)” is no date such as 2023, 2023-09, 15/09/2023 or \"13 septembre 2023\"",
        "it was looked for in the text")
    }
    let term = QueryTerm(field.map(\.isText) ?? true ? kind : .value, content, in: field)
    tokens.append(QueryToken(kind: .term(term), range: text.bytes(start..<place)))
  }

  /// Takes back the sign and the field that are glued to something that means nothing.
  private mutating func removeSigns(before start: Int) {
    var start = text.bytes(start..<start).lowerBound
    while let last = tokens.last, last.isPrefix, last.range.upperBound == start {
      start = last.range.lowerBound
      tokens.removeLast()
    }
  }

  private mutating func add(_ kind: QueryToken.Kind, through end: Int) {
    tokens.append(QueryToken(kind: kind, range: text.bytes(place..<end)))
    place = end
  }

  private mutating func skip(_ count: Int, _ problem: String, _ reading: String) {
    remark(place..<place + count, problem, reading)
    place += count
  }

  mutating func remark(_ places: Range<Int>, _ problem: String, _ reading: String) {
    remarks.append(QueryRemark(problem: problem, reading: reading, range: text.bytes(places)))
  }
}
