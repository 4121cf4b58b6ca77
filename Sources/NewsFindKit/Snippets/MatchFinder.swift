import FrenchText

/// Finds a query's words and phrases in a text, by the analyzer that made the index.
struct MatchFinder {
  private let analyzer: FrenchAnalyzer
  /// The different terms of all phrases.
  private let terms: [[UInt8]]
  /// Terms by ``bucket(_:)``: a text's token is compared with few of them.
  private let buckets: [[Int]]
  /// Each phrase as places in `terms`.
  private let phrases: [[Int]]
  /// The number that each phrase's matches get.
  private let groups: [Int]
  /// Words that are looked for as they are written; in `phrases` the first is the one behind all `terms`.
  private let written: [WrittenPattern.Element]

  /// - Parameters:
  ///   - phrases: What to find, none of it empty, each with the number that its matches get. Of two that are the same the
  ///     first is found.
  ///   - patterns: What to find as it is written, in the same way.
  ///   - analyzer: The one that made the index.
  init(
    _ phrases: [(phrase: QueryPlan.Phrase, group: Int)],
    patterns: [(pattern: WrittenPattern, group: Int)] = [], _ analyzer: FrenchAnalyzer
  ) {
    groups = phrases.map(\.group) + patterns.map(\.group)
    let phrases = phrases.map(\.phrase)
    self.analyzer = analyzer
    // By bytes, as the index compares terms: strings are the same for Swift in one character or in two.
    var places: [[UInt8]: Int] = [:]
    var terms: [[UInt8]] = []
    var buckets = [[Int]](repeating: [], count: 64)
    let rows = phrases.map { phrase in
      phrase.map { term in
        let bytes = [UInt8](term.utf8)
        if let known = places[bytes] { return known }
        let place = terms.count
        places[bytes] = place
        terms.append(bytes)
        bytes.withUnsafeBufferPointer { buckets[Self.bucket($0)].append(place) }
        return place
      }
    }
    self.terms = terms
    self.buckets = buckets
    written = patterns.flatMap(\.pattern.elements)
    var next = terms.count
    self.phrases =
      rows
      + patterns.map { pattern in
        defer { next += pattern.pattern.elements.count }
        return Array(next..<next + pattern.pattern.elements.count)
      }
  }

  /// The matches in a text, ascending.
  ///
  /// At one place the longest phrase is found; where phrases overlap, the one that begins first.
  ///
  /// Complexity: linear in the bytes, and in the phrases for each token that is one of their terms.
  func matches(in text: UnsafeBufferPointer<UInt8>) -> [TextMatch] {
    guard !phrases.isEmpty else { return [] }
    var tokens: [(start: Int, end: Int, term: Int)] = []
    // Compounds that are one of the terms, each with the token that ends it.
    var compounds: [(token: Int, start: Int, term: Int)] = []
    analyzer.forEachToken(in: text) { token in
      if let compound = token.compound, let place = place(of: compound.term) {
        compounds.append((tokens.count, compound.start, place))
      }
      // −1 keeps the place of a word that is not in the query: phrases are of neighbours.
      let place =
        place(of: token.term) ?? token.name.flatMap(place(of:)) ?? placeOfWritten(token, in: text) ?? -1
      tokens.append((token.start, token.end, place))
      return true
    }
    var matches: [TextMatch] = []
    var index = 0
    var nextCompound = compounds[...]
    while index < tokens.count {
      while let next = nextCompound.first, next.token < index { nextCompound.removeFirst() }
      if let next = nextCompound.first, next.token == index, let phrase = phrases.firstIndex(of: [next.term])
      {
        // The whole compound instead of the part of it that was found before.
        if let last = matches.last, last.range.upperBound > next.start { matches.removeLast() }
        let start = max(next.start, matches.last?.range.upperBound ?? 0)
        matches.append(TextMatch(range: start..<tokens[index].end, group: groups[phrase]))
        index += 1
        continue
      }
      guard tokens[index].term >= 0, let phrase = longestPhrase(at: index, in: tokens) else {
        index += 1
        continue
      }
      let last = index + phrases[phrase].count - 1
      matches.append(TextMatch(range: tokens[index].start..<tokens[last].end, group: groups[phrase]))
      index = last + 1
    }
    return matches
  }

  /// The longest of the phrases that begin with the token at `index`.
  private func longestPhrase(at index: Int, in tokens: [(start: Int, end: Int, term: Int)]) -> Int? {
    var best: Int?
    for (number, phrase) in phrases.enumerated() where phrase[0] == tokens[index].term {
      guard index + phrase.count <= tokens.count,
        phrase.indices.allSatisfy({ tokens[index + $0].term == phrase[$0] }),
        best.map({ phrases[$0].count < phrase.count }) ?? true
      else { continue }
      best = number
    }
    return best
  }

  /// The place of a term in `terms`; `nil` where the query does not hold it.
  private func place(of term: UnsafeBufferPointer<UInt8>) -> Int? {
    buckets[Self.bucket(term)].first { terms[$0].elementsEqual(term) }
  }

  /// The place behind `terms` of a word that is looked for as it is written.
  private func placeOfWritten(_ token: FrenchToken, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    written.firstIndex { $0.matches(token, in: text) }.map { terms.count + $0 }
  }

  private static func bucket(_ term: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = term.first, let last = term.last else { return 0 }
    return (Int(first) &* 31 &+ Int(last) &* 7 &+ term.count) & 63
  }
}

extension MatchFinder {
  /// A finder of what a plan looks for in titles, or in texts.
  init(_ plan: QueryPlan, isTitle: Bool, _ analyzer: FrenchAnalyzer) {
    self.init(
      plan.highlighted(isTitle: isTitle), patterns: plan.highlightedPatterns(isTitle: isTitle), analyzer)
  }

  /// The ranges of the matches in a string, in UTF-8 bytes.
  func highlights(in text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { matches(in: $0).map(\.range) }
  }
}
