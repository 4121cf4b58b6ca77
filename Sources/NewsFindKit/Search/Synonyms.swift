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

  /// The spellings in the index's terms, separated by bars.
  private let names: [StaticString]
  /// For each first term of a spelling the names that have it.
  private let byFirstTerm: [String: [Int]]

  private init() {
    names = SynonymTable.names.map(\.terms)
    var byFirstTerm: [String: [Int]] = [:]
    for (name, terms) in names.enumerated() {
      for spelling in Self.spellings(terms) {
        guard let first = spelling.split(separator: " ").first.map(String.init) else { continue }
        if byFirstTerm[first]?.last != name { byFirstTerm[first, default: []].append(name) }
      }
    }
    self.byFirstTerm = byFirstTerm
  }

  private static func spellings(_ terms: StaticString) -> [Substring] {
    terms.description.split(separator: "|")
  }

  /// For each name in a row of terms: where it stands, and its other spellings.
  ///
  /// Complexity: linear in the terms.
  func found(in terms: [String]) -> [(range: Range<Int>, others: [QueryPlan.Phrase])] {
    var found: [(Range<Int>, [QueryPlan.Phrase])] = []
    for place in terms.indices {
      for name in byFirstTerm[terms[place]] ?? [] {
        let phrases = Self.spellings(names[name]).map { $0.split(separator: " ").map(String.init) }
        for (spelling, phrase) in phrases.enumerated() {
          guard place + phrase.count <= terms.count,
            terms[place..<place + phrase.count].elementsEqual(phrase)
          else { continue }
          let others = phrases.enumerated().filter { $0.offset != spelling }.map(\.element)
          found.append((place..<place + phrase.count, others))
        }
      }
    }
    return found
  }
}
