import NewsQuery

/// Collects the words of a list, each once, with what may stand for them.
struct RankedWords {
  /// A word that is looked for.
  struct Word {
    let term: String
    let field: QueryField?
    let alternatives: [QueryPlan.Alternative]
    /// The name that is preferred to the word, for it may be meant; it counts besides.
    let name: String?
  }

  private struct Key: Hashable {
    let term: String
    let field: QueryField?
  }

  private let usesSynonyms: Bool
  /// Whether nobody who typed the query gave names their capitals: tours may be Tours.
  private let isCaseless: Bool
  private var seen: Set<Key> = []
  private var contentWords: [Key] = []
  private var stopWords: [Key] = []
  private var phraseWords: [Key] = []
  private var alternatives: [Key: [QueryPlan.Alternative]] = [:]
  private var names: [Key: String] = [:]
  /// The terms in their order; an empty one parts what something else stands between.
  private var rows: [QueryField?: [String]] = [:]

  init(usesSynonyms: Bool, isCaseless: Bool) {
    self.usesSynonyms = usesSynonyms
    self.isCaseless = isCaseless
  }

  /// Adds words that stand side by side.
  mutating func add(_ typed: [TypedWord], in field: QueryField?) {
    let field = field.flatMap { $0.isText ? $0 : nil }
    rows[field, default: []] += typed.map(\.term)
    for (place, word) in typed.enumerated() {
      let key = Key(term: word.term, field: field)
      if seen.insert(key).inserted {
        if word.isStopWord { stopWords.append(key) } else { contentWords.append(key) }
      }
      if let name = word.name, name != word.term, isCaseless || word.isCapitalised {
        names[key] = name
        if word.hiddenName != nil {
          alternatives[key, default: []].append(QueryPlan.Alternative(phrase: [name], weight: 1))
        }
      }
      guard let compound = word.compound, place > 0 else { continue }
      // weekend answers both words of week-end.
      for part in [typed[place - 1].term, word.term] {
        alternatives[Key(term: part, field: field), default: []].append(
          QueryPlan.Alternative(phrase: [compound], weight: 1))
      }
    }
  }

  /// Parts the words before from those that follow.
  mutating func interrupt() {
    for field in rows.keys { rows[field, default: []].append("") }
  }

  /// Adds the words of a phrase, to be looked for where the phrase is not; stop words are left out.
  mutating func addPhraseWords(_ typed: [TypedWord], in field: QueryField?) {
    phraseWords += typed.filter { !$0.isStopWord }.map { Key(term: $0.term, field: field) }
  }

  /// The words, in their order.
  ///
  /// Stop words tell nothing beside other words; alone they are all there is to look for.
  func words(synonyms: Synonyms?, keepsStopWords: Bool) -> [Word] {
    var alternatives = alternatives
    for (field, row) in rows where usesSynonyms {
      for (range, others) in synonyms?.found(in: row) ?? [] {
        for term in Set(row[range]) {
          alternatives[Key(term: term, field: field), default: []] += others.map {
            QueryPlan.Alternative(phrase: $0, weight: Synonyms.weight)
          }
        }
      }
    }
    var keys = contentWords.isEmpty && keepsStopWords ? stopWords : contentWords
    var known = Set(keys)
    keys += phraseWords.filter { known.insert($0).inserted }
    return keys.map {
      Word(term: $0.term, field: $0.field, alternatives: alternatives[$0] ?? [], name: names[$0])
    }
  }
}
