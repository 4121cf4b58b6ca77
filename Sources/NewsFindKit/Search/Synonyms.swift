import FrenchText

/// Names that French readers treat as one, an acronym and what it stands for mostly.
///
/// Used when a query is read, never in the index: what was typed counts 1, what stands for it ``weight``.
///
/// Source of the names: the organisations' own French texts; for states, the "Recommandation concernant les noms d'États"
/// of the Journal officiel of 24 September 2008 and daily use in the press.
struct Synonyms: Sendable {
  /// What a synonym counts where the word that was typed counts 1.
  static let weight = 0.6

  static let standard = Synonyms()

  /// The spellings in the index's terms; those of one name stand together.
  private let names: [[QueryPlan.Phrase]]
  /// For each first term of a spelling, which name and which of its spellings.
  private let byFirstTerm: [String: [(name: Int, spelling: Int)]]

  private init() {
    let analyzer = FrenchAnalyzer()
    names = SynonymTable.names.map { line in
      line.split(separator: "|").map { spelling in
        analyzer.tokens(of: String(spelling)).compactMap(\.terms.first)
      }
    }
    var byFirstTerm: [String: [(name: Int, spelling: Int)]] = [:]
    for (name, spellings) in names.enumerated() {
      for (spelling, phrase) in spellings.enumerated() {
        if let first = phrase.first { byFirstTerm[first, default: []].append((name, spelling)) }
      }
    }
    self.byFirstTerm = byFirstTerm
  }

  /// For each name in a row of terms: where it stands, and its other spellings.
  ///
  /// Complexity: linear in the terms.
  func found(in terms: [String]) -> [(range: Range<Int>, others: [QueryPlan.Phrase])] {
    var found: [(Range<Int>, [QueryPlan.Phrase])] = []
    for place in terms.indices {
      for (name, spelling) in byFirstTerm[terms[place]] ?? [] {
        let phrase = names[name][spelling]
        guard place + phrase.count <= terms.count, terms[place..<place + phrase.count].elementsEqual(phrase)
        else {
          continue
        }
        let others = names[name].enumerated().filter { $0.offset != spelling }.map(\.element)
        found.append((place..<place + phrase.count, others))
      }
    }
    return found
  }
}
