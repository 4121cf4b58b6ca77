import FrenchText

/// What tells of a sentence that it answers a query, beside the query's own words: words of their families, and what the
/// question asks for.
///
/// Clues choose sentences; they are never highlighted.
struct AnswerClues {
  /// What one sentence holds.
  struct Found {
    /// The groups of whose words a relative is in it: directeur for direction.
    var relatives: Set<Int> = []
    /// Whether it holds what the question asks for.
    var isAnswer = false
  }

  private let analyzer: FrenchAnalyzer
  private let kind: QuestionKind?
  /// The groups of words, by the first letters that make a family.
  private let families: [UInt64: [Int]]
  /// How the words of families begin.
  private let beginnings: WordBeginnings

  /// - Parameters:
  ///   - plan: The query.
  ///   - analyzer: The one that made the index.
  init(_ plan: QueryPlan, _ analyzer: FrenchAnalyzer) {
    self.analyzer = analyzer
    kind = QuestionKind(plan.sequence)
    var families: [UInt64: [Int]] = [:]
    var beginnings = WordBeginnings()
    for (phrase, group) in plan.highlighted(isTitle: false) where phrase.count == 1 {
      guard let key = WordFamily.key(of: phrase[0]) else { continue }
      families[key, default: []].append(group)
      beginnings.insertWords(withTerm: Array(phrase[0].utf8))
    }
    self.families = families
    self.beginnings = beginnings
  }

  /// What each sentence of a text holds.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - sentences: Ranges of it, ascending.
  ///   - matches: The query's own words, ascending; they are no clues.
  /// - Returns: One a sentence.
  ///
  /// Complexity: linear in the bytes.
  func found(
    in text: UnsafeBufferPointer<UInt8>, _ sentences: [Range<Int>], _ matches: [TextMatch]
  ) -> [Found] {
    var found = [Found](repeating: Found(), count: sentences.count)
    guard kind != nil || !families.isEmpty, !sentences.isEmpty else { return found }
    var sentence = 0
    var match = 0
    var isFirst = true
    func look(at token: FrenchToken) -> Bool {
      while sentences[sentence].upperBound <= token.start {
        guard sentence + 1 < sentences.count else { return false }
        sentence += 1
        isFirst = true
      }
      defer { isFirst = false }
      while match < matches.count, matches[match].range.upperBound <= token.start { match += 1 }
      if match < matches.count, matches[match].range.lowerBound < token.end { return true }
      if let kind, !found[sentence].isAnswer {
        let surface = UnsafeBufferPointer(rebasing: text[token.start..<token.end])
        found[sentence].isAnswer = kind.isAnswered(by: surface, token.foldedWord, isFirst: isFirst)
      }
      if let key = WordFamily.key(of: token.term), let groups = families[key] {
        found[sentence].relatives.formUnion(groups)
      }
      return true
    }
    if kind == nil {
      analyzer.forEachToken(in: text, among: beginnings) { token, _ in look(at: token) }
    } else {
      analyzer.forEachToken(in: text, look)
    }
    return found
  }
}
