import FrenchText
import NewsQuery

/// A query in the index's own terms.
struct QueryPlan {
  /// A term, or several in a row.
  typealias Phrase = [String]

  /// Single terms, any of which makes an article a hit; each stands once.
  private(set) var words: [String] = []
  /// Phrases, all of which an article must hold.
  private(set) var phrases: [Phrase] = []
  /// The words of the phrases, stop words left out.
  private var phraseWords: [String] = []
  /// What an article must not hold.
  private(set) var excluded: [Phrase] = []
  /// Remarks on how the query was read, for people.
  private(set) var notes: [String] = []

  /// More distinct words than this are not looked up: a query made of a whole article is answered by its first ones.
  static let maximumWords = 256

  init(_ query: Query, _ analyzer: FrenchAnalyzer) {
    var seen: Set<String> = []
    var contentWords: [String] = []
    var stopWords: [String] = []
    for clause in query.clauses {
      let terms = Self.terms(of: clause.text, analyzer)
      guard !terms.isEmpty else { continue }
      if clause.isExcluded {
        excluded.append(terms.map(\.term))
      } else if clause.kind == .phrase {
        let phrase = terms.map(\.term)
        if !phrases.contains(phrase) { phrases.append(phrase) }
        phraseWords += terms.filter { !$0.isStopWord && !phraseWords.contains($0.term) }.map(\.term)
      } else {
        for word in terms where seen.insert(word.term).inserted {
          if word.isStopWord { stopWords.append(word.term) } else { contentWords.append(word.term) }
        }
      }
    }
    // Stop words tell nothing beside other words; alone they are all there is to look for.
    words = contentWords.isEmpty && phrases.isEmpty ? stopWords : contentWords
    if words.count > Self.maximumWords {
      notes.append("only the first \(Self.maximumWords) different words of the query were looked up")
      words.removeLast(words.count - Self.maximumWords)
    }
    if isEmpty, !excluded.isEmpty {
      notes.append("the query only says what to leave out: add a word to look for")
    }
  }

  /// The plan that asks for the words of the phrases instead of the phrases; `nil` where there is nothing to relax.
  ///
  /// Where words stand beside phrases, as in a headline that somebody pasted, an article with all but the phrase is better
  /// than none. A query of phrases alone means what it says.
  func relaxed() -> QueryPlan? {
    guard !phrases.isEmpty, !words.isEmpty else { return nil }
    var plan = self
    plan.words += phraseWords.filter { !words.contains($0) }
    plan.words.removeLast(max(plan.words.count - Self.maximumWords, 0))
    plan.phrases = []
    plan.notes.append("no article holds all phrases as they stand: their words were looked for")
    return plan
  }

  /// Whether there is nothing to look for.
  var isEmpty: Bool { words.isEmpty && phrases.isEmpty }

  /// All that makes an article a hit, for highlights: single terms are phrases of one.
  var highlighted: [Phrase] { phrases + words.map { [$0] } }

  private static func terms(of text: String, _ analyzer: FrenchAnalyzer) -> [(term: String, isStopWord: Bool)]
  {
    var text = text
    return text.withUTF8 { utf8 in
      var terms: [(String, Bool)] = []
      analyzer.forEachToken(in: utf8) { token in
        terms.append((String(decoding: token.term, as: UTF8.self), StopWords.contains(token.foldedWord)))
        return true
      }
      return terms
    }
  }
}
