import FrenchText

/// Finds a query's words and phrases in a text, by the analyzer that made the index.
struct MatchFinder {
  private let analyzer: FrenchAnalyzer
  /// The different terms of all phrases.
  private let terms: TermTable
  /// Each phrase as numbers of `terms`.
  private let phrases: [[Int]]
  /// The number that each phrase's matches get.
  private let groups: [Int]
  /// Words that are looked for as they are written; in `phrases` the first is the one behind all `terms`.
  private let written: [WrittenPattern.Element]
  /// How the words of a text begin that are looked at.
  private let beginnings: WordBeginnings

  /// A token of a text that has a term of the query.
  private struct Found {
    /// Its place among all tokens.
    let position: Int
    let start: Int
    let end: Int
    /// −1 where only the compound is in the query.
    let term: Int
    /// The compound that it ends, if that is one of the terms.
    let compound: (start: Int, term: Int)?
  }

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
    var terms = TermTable()
    let rows = phrases.map { $0.map { terms.insert([UInt8]($0.utf8)) } }
    self.terms = terms
    written = patterns.flatMap(\.pattern.elements)
    var beginnings = WordBeginnings()
    terms.terms.forEach { beginnings.insertWords(withTerm: $0) }
    written.forEach { $0.insertWords(into: &beginnings) }
    self.beginnings = beginnings
    var next = terms.terms.count
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
    var found: [Found] = []
    analyzer.forEachToken(in: text, among: beginnings) { token, position in
      let compound = token.compound.flatMap { compound in
        terms.number(of: compound.term).map { (start: compound.start, term: $0) }
      }
      let term =
        terms.number(of: token.term) ?? token.name.flatMap { terms.number(of: $0) }
        ?? placeOfWritten(token, in: text)
      if term != nil || compound != nil {
        found.append(
          Found(position: position, start: token.start, end: token.end, term: term ?? -1, compound: compound))
      }
      return true
    }
    var matches: [TextMatch] = []
    var index = 0
    while index < found.count {
      if let compound = found[index].compound, let phrase = phrases.firstIndex(of: [compound.term]) {
        // The whole compound instead of the part of it that was found before.
        if let last = matches.last, last.range.upperBound > compound.start { matches.removeLast() }
        let start = max(compound.start, matches.last?.range.upperBound ?? 0)
        matches.append(TextMatch(range: start..<found[index].end, group: groups[phrase]))
        index += 1
        continue
      }
      guard found[index].term >= 0, let phrase = longestPhrase(at: index, in: found) else {
        index += 1
        continue
      }
      let last = index + phrases[phrase].count - 1
      matches.append(TextMatch(range: found[index].start..<found[last].end, group: groups[phrase]))
      index = last + 1
    }
    return matches
  }

  /// The longest of the phrases that begin with the token at `index`.
  private func longestPhrase(at index: Int, in found: [Found]) -> Int? {
    var best: Int?
    for (number, phrase) in phrases.enumerated() where phrase[0] == found[index].term {
      guard index + phrase.count <= found.count,
        // Phrases are of neighbours.
        found[index + phrase.count - 1].position == found[index].position + phrase.count - 1,
        phrase.indices.allSatisfy({ found[index + $0].term == phrase[$0] }),
        best.map({ phrases[$0].count < phrase.count }) ?? true
      else { continue }
      best = number
    }
    return best
  }

  /// The place behind `terms` of a word that is looked for as it is written.
  private func placeOfWritten(_ token: FrenchToken, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    written.firstIndex { $0.matches(token, in: text) }.map { terms.terms.count + $0 }
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
