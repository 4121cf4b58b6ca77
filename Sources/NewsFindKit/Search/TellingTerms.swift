import FrenchText

/// The terms that tell best what an article is about: often in it, rare elsewhere (tf · idf).
///
/// Source: Salton and Buckley, "Term-weighting approaches in automatic text retrieval" (1988).
struct TellingTerms {
  /// The most telling first.
  private(set) var terms: [String] = []
  /// Each of them as the article has it.
  private(set) var spellings: [String] = []

  /// So many terms are looked for.
  private static let limit = 25
  /// What an occurrence in the title counts, where one in the text counts 1.
  private static let titleWeight = 2.0
  /// The terms together occur about so often in the index at most: so many articles are scored in some hundredths of a second.
  private static let matchLimit = 30_000

  private struct Ranked {
    let term: [UInt8]
    let spelling: [UInt8]
    let weight: Double
    /// About how often it occurs in the index.
    let matches: Int
  }

  private struct Term {
    var frequency = 0.0
    var occurrences = 0
    var words: Set<[UInt8]> = []
    var spelling: [UInt8] = []
  }

  /// - Parameters:
  ///   - texts: Those of the article.
  ///   - analyzer: The one that made the index.
  ///   - vocabulary: Tells how frequent words are elsewhere.
  ///   - articleCount: The number of articles, about.
  init(_ texts: ArticleTexts, _ analyzer: FrenchAnalyzer, _ vocabulary: Vocabulary, articleCount: Int) {
    var found: [[UInt8]: Term] = [:]
    for (text, weight) in [(texts.title, Self.titleWeight), (texts.lead, 1), (texts.body, 1)] {
      Self.add(text, weight, analyzer, to: &found)
    }
    // The vocabulary counts words as they are written, which together are the term's.
    let words = found.values.flatMap(\.words).sorted { $0.lexicographicallyPrecedes($1) }
    let occurrences = Dictionary(
      zip(words, vocabulary.occurrences(of: words)), uniquingKeysWith: { first, _ in first })
    let isKnown = occurrences.values.contains { $0 > 0 }
    let ranked = found.compactMap { term, facts -> Ranked? in
      let elsewhere = facts.words.reduce(0) { $0 + (occurrences[$1] ?? 0) }
      // What only this article holds finds no other.
      guard !isKnown || elsewhere > facts.occurrences else { return nil }
      let idf = CollectionStatistics.idf(
        holding: Double(min(elsewhere, articleCount)), of: Double(max(articleCount, 1)))
      return Ranked(
        term: term, spelling: facts.spelling, weight: facts.frequency.squareRoot() * idf, matches: elsewhere)
    }
    .sorted { one, other in
      one.weight != other.weight ? one.weight > other.weight : one.term.lexicographicallyPrecedes(other.term)
    }
    var matches = 0
    for candidate in ranked where terms.count < Self.limit {
      // A frequent word costs much and tells little: rarer ones behind it are taken instead.
      guard terms.isEmpty || matches + candidate.matches <= Self.matchLimit else { continue }
      matches += candidate.matches
      terms.append(String(decoding: candidate.term, as: UTF8.self))
      spellings.append(String(decoding: candidate.spelling, as: UTF8.self))
    }
  }

  private static func add(
    _ text: String, _ weight: Double, _ analyzer: FrenchAnalyzer, to found: inout [[UInt8]: Term]
  ) {
    var text = text
    text.withUTF8 { utf8 in
      analyzer.forEachToken(in: utf8) { token in
        let word = token.foldedWord
        guard word.count >= 3, word[0] &- UInt8(ascii: "a") < 26, !StopWords.contains(word) else {
          return true
        }
        let key = Array(token.term)
        var term = found[key] ?? Term()
        term.frequency += weight
        term.occurrences += 1
        term.words.insert(Array(word))
        if term.spelling.isEmpty { term.spelling = Array(utf8[token.start..<token.end]) }
        found[key] = term
        return true
      }
    }
  }
}
