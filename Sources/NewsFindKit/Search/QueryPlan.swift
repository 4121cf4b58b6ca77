import FrenchText
import NewsQuery

/// A query in the index's own terms.
struct QueryPlan {
  /// A term, or several in a row.
  typealias Phrase = [String]

  /// Something else that may stand for a word, and what it counts where the word itself counts 1.
  struct Alternative: Hashable {
    let phrase: Phrase
    let weight: Double
  }

  /// A word that is looked for.
  struct Word: Hashable {
    let term: String
    var alternatives: [Alternative] = []
  }

  /// Words, any of which makes an article a hit; each stands once.
  private(set) var words: [Word] = []
  /// Phrases, all of which an article must hold.
  private(set) var phrases: [Phrase] = []
  /// What an article must not hold.
  private(set) var excluded: [Phrase] = []
  /// Remarks on how the query was read, for people.
  private(set) var notes: [String] = []
  /// All words outside of exclusions in the order of the query, stop words too.
  private(set) var sequence: [TypedWord] = []
  /// The words of the phrases, stop words left out.
  private var phraseWords: [String] = []

  /// More distinct words, phrases or exclusions than this are not looked up: a query made of a whole article is answered by
  /// its first ones.
  static let maximumWords = 256

  /// - Parameters:
  ///   - query: What was typed.
  ///   - analyzer: The one that made the index.
  ///   - synonyms: What may stand for a name besides it.
  init(_ query: Query, _ analyzer: FrenchAnalyzer, synonyms: Synonyms? = nil) {
    var seen: Set<String> = []
    // Phrases, and the words of phrases with an empty one behind them.
    var seenPhrases: Set<Phrase> = []
    var contentWords: [String] = []
    var stopWords: [String] = []
    var alternatives: [String: [Alternative]] = [:]
    // The terms outside of phrases; an empty one parts what a phrase stands between.
    var loose: [String] = []
    for clause in query.clauses {
      let typed = Self.typedWords(of: clause.text, analyzer)
      guard !typed.isEmpty else { continue }
      if clause.isExcluded {
        if excluded.count < Self.maximumWords { excluded.append(typed.map(\.term)) }
        continue
      }
      sequence += typed.prefix(Self.maximumWords - min(sequence.count, Self.maximumWords))
      if clause.kind == .phrase {
        loose.append("")
        let phrase = typed.map(\.term)
        guard phrases.count < Self.maximumWords, seenPhrases.insert(phrase).inserted else { continue }
        phrases.append(phrase)
        phraseWords += typed.filter { !$0.isStopWord && seenPhrases.insert([$0.term, ""]).inserted }.map(
          \.term)
      } else {
        loose += typed.map(\.term)
        for (place, word) in typed.enumerated() {
          if seen.insert(word.term).inserted {
            if word.isStopWord { stopWords.append(word.term) } else { contentWords.append(word.term) }
          }
          guard let compound = word.compound, place > 0 else { continue }
          // weekend answers both words of week-end.
          for part in [typed[place - 1].term, word.term] {
            alternatives[part, default: []].append(Alternative(phrase: [compound], weight: 1))
          }
        }
      }
    }
    for (range, others) in synonyms?.found(in: loose) ?? [] {
      for term in Set(loose[range]) {
        alternatives[term, default: []] += others.map { Alternative(phrase: $0, weight: Synonyms.weight) }
      }
    }
    // Stop words tell nothing beside other words; alone they are all there is to look for.
    var terms = contentWords.isEmpty && phrases.isEmpty ? stopWords : contentWords
    if terms.count > Self.maximumWords {
      notes.append("only the first \(Self.maximumWords) different words of the query were looked up")
      terms.removeLast(terms.count - Self.maximumWords)
    }
    words = terms.map { Word(term: $0, alternatives: alternatives[$0] ?? []) }
    if isEmpty, !excluded.isEmpty {
      notes.append("the query only says what to leave out: add a word to look for")
    }
  }

  /// The plan that asks for any of some terms.
  init(anyOf terms: [String]) {
    words = terms.map { Word(term: $0) }
  }

  /// The plan that asks for the words of the phrases instead of the phrases; `nil` where there is nothing to relax.
  ///
  /// Where words stand beside phrases, as in a headline that somebody pasted, an article with all but the phrase is better
  /// than none. A query of phrases alone means what it says.
  func relaxed() -> QueryPlan? {
    guard !phrases.isEmpty, !words.isEmpty else { return nil }
    var plan = self
    let known = Set(words.map(\.term))
    plan.words += phraseWords.filter { !known.contains($0) }.map { Word(term: $0) }
    plan.words.removeLast(max(plan.words.count - Self.maximumWords, 0))
    plan.phrases = []
    plan.notes.append("no article holds all phrases as they stand: their words were looked for")
    return plan
  }

  /// Whether there is nothing to look for.
  var isEmpty: Bool { words.isEmpty && phrases.isEmpty }

  /// The number of things that are scored, each phrase and each word with its alternatives being one: first the
  /// phrases, then the words.
  var groupCount: Int { phrases.count + words.count }

  /// All that makes an article a hit, for highlights, with the group it belongs to: single terms are phrases of one.
  var highlighted: [(phrase: Phrase, group: Int)] {
    var all = phrases.enumerated().map { (phrase: $1, group: $0) }
    for (index, word) in words.enumerated() {
      let group = phrases.count + index
      all.append(([word.term], group))
      all += word.alternatives.map { ($0.phrase, group) }
    }
    return all
  }

  private static func typedWords(of text: String, _ analyzer: FrenchAnalyzer) -> [TypedWord] {
    var text = text
    return text.withUTF8 { utf8 in
      var words: [TypedWord] = []
      analyzer.forEachToken(in: utf8) { token in
        words.append(
          TypedWord(
            surface: Array(utf8[token.start..<token.end]), foldedWord: Array(token.foldedWord),
            term: String(decoding: token.term, as: UTF8.self),
            isStopWord: StopWords.contains(token.foldedWord),
            compound: token.compound.map { String(decoding: $0.term, as: UTF8.self) }))
        return true
      }
      return words
    }
  }
}
