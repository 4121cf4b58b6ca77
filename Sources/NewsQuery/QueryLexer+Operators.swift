/// What can be told only when all tokens are known.
extension QueryLexer {
  private static let operators: [String: QueryToken.Kind] = [
    "AND": .and, "ET": .and, "OR": .or, "OU": .or, "NOT": .not, "SAUF": .not,
  ]

  /// The operator that a token would be if the query is not all in capitals.
  private static func operation(_ token: QueryToken) -> QueryToken.Kind? {
    guard case .term(let term) = token.kind, term.kind == .word, term.field == nil else { return nil }
    return operators[term.text]
  }

  /// Takes out parentheses that hold no term, with the sign or field before them.
  mutating func removeEmptyGroups() {
    var kept: [QueryToken] = []
    var groups: [(start: Int, hasTerm: Bool)] = []
    func isGlued(_ token: QueryToken, to next: QueryToken) -> Bool {
      token.isPrefix && token.range.upperBound == next.range.lowerBound
    }
    for token in tokens {
      switch token.kind {
      case .open:
        var start = kept.count
        var next = token
        while start > 0, isGlued(kept[start - 1], to: next) {
          start -= 1
          next = kept[start]
        }
        groups.append((start, false))
        kept.append(token)
      case .close:
        guard let group = groups.popLast() else { continue }
        if group.hasTerm {
          kept.append(token)
          if !groups.isEmpty { groups[groups.count - 1].hasTerm = true }
        } else {
          kept.removeSubrange(group.start...)
        }
      case .term:
        if !groups.isEmpty, Self.operation(token) == nil || kept.last.map({ isGlued($0, to: token) }) ?? false
        {
          groups[groups.count - 1].hasTerm = true
        }
        kept.append(token)
      case .plus, .minus, .field, .and, .or, .not: kept.append(token)
      }
    }
    while let group = groups.popLast() {
      if group.hasTerm {
        if !groups.isEmpty { groups[groups.count - 1].hasTerm = true }
      } else {
        kept.removeSubrange(group.start...)
      }
    }
    tokens = kept
  }

  /// Tells operators from words.
  ///
  /// In a query whose letters are all capitals, as headlines are pasted, ET and OU are words like all others, unless
  /// something else shows that the query language is meant.
  mutating func readOperators() {
    var places: [Int] = []
    var isEmpty = true
    var hasSmallLetters = false
    var hasCapitals = false
    var hasSyntax = false
    for (place, token) in tokens.enumerated() {
      let isBehindSign = place > 0 && tokens[place - 1].isPrefix
      switch token.kind {
      case .term where Self.operation(token) != nil && !isBehindSign: places.append(place)
      case .term(let term):
        isEmpty = false
        hasSyntax = hasSyntax || term.field != nil || ![.word, .phrase].contains(term.kind)
        for scalar in term.text.unicodeScalars where scalar.isLetter {
          if scalar.properties.isLowercase { hasSmallLetters = true } else { hasCapitals = true }
        }
      case .plus, .field: hasSyntax = true
      case .open, .close, .minus, .and, .or, .not: break
      }
    }
    // Alone they are words, too.
    guard !isEmpty else { return }
    guard !hasCapitals || hasSmallLetters || hasSyntax else {
      for place in places where place > 0 && place + 1 < tokens.count {
        remarks.append(
          QueryRemark(
            problem: "in a query all in capitals it is not plain whether this word is an operator",
            reading: "it was looked for as a word; + before words says that they must be there",
            range: tokens[place].range))
      }
      return
    }
    for place in places {
      guard let kind = Self.operation(tokens[place]) else { continue }
      tokens[place] = QueryToken(kind: kind, range: tokens[place].range)
    }
  }
}
