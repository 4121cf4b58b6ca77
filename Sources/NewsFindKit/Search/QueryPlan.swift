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

  /// What is looked for in the texts.
  var leaves: [QueryLeaf] = []
  /// What is asked besides.
  var filters: [QueryFilter] = []
  /// What makes an article a hit; `nil` where there is nothing to look for.
  var condition: QueryCondition?
  /// Leaves that only add to the score of what is a hit without them.
  var optional: [Int] = []
  /// Remarks on how the query was read, for people.
  var notes: [String] = []
  /// The words of a query without AND and OR in its order, stop words and those of phrases too; without those that are to
  /// stand in one field, or not at all.
  var sequence: [TypedWord] = []
  /// The number of things that are scored, a word with what may stand for it being one.
  var groupCount = 0
  /// Whether it has phrases beside words, which may be relaxed to their words.
  var canBeRelaxed = false

  /// A plan without anything.
  init() {}

  /// The plan that asks for any of some terms.
  init(anyOf terms: [String]) {
    leaves = terms.enumerated().map {
      QueryLeaf(lookup: .phrase([$1], []), field: nil, written: nil, groups: $0..<$0 + 1)
    }
    groupCount = terms.count
    condition = .any(of: leaves.indices.map { .leaf($0) })
  }

  /// Whether there is nothing to look for.
  var isEmpty: Bool { condition == nil }

  /// The groups of the words that are looked for in all of an article, by their terms.
  var groupsOfWords: [String: Int] {
    var groups: [String: Int] = [:]
    for leaf in leaves where leaf.isWanted && leaf.field == nil && leaf.written == nil {
      if case .phrase(let phrase, _) = leaf.lookup, phrase.count == 1 {
        groups[phrase[0]] = leaf.groups.lowerBound
      }
    }
    return groups
  }

  /// The terms that stand for nothing but themselves and are in more than so many articles.
  func terms(heldByMoreThan limit: Int, _ statistics: CollectionStatistics) -> Set<String> {
    // The more articles hold a term, the lower.
    let highest = CollectionStatistics.idf(holding: Double(limit) + 0.5, of: statistics.count)
    var terms: Set<String> = []
    for leaf in leaves where leaf.isWanted && leaf.written == nil {
      if case .phrase(let phrase, []) = leaf.lookup, phrase.count == 1,
        statistics.idf[leaf.groups.lowerBound] < highest
      {
        terms.insert(phrase[0])
      }
    }
    return terms
  }

  /// All that makes an article a hit, for highlights, with the group it belongs to: single terms are phrases of one.
  ///
  /// - Parameter isTitle: Whether it is for a title; else it is for a text.
  /// - Returns: Terms in a row, none of it empty.
  func highlighted(isTitle: Bool) -> [(phrase: Phrase, group: Int)] {
    var all: [(Phrase, Int)] = []
    for leaf in wanted(isTitle: isTitle) where leaf.written == nil {
      let group = leaf.groups.lowerBound
      switch leaf.lookup {
      case .phrase(let phrase, let alternatives):
        all.append((phrase, group))
        all += alternatives.map { ($0.phrase, group) }
      case .near(let terms, _): all += zip(terms, leaf.groups).map { ([$0], $1) }
      case .prefix: break
      }
    }
    return all
  }

  /// The words to highlight that are looked for as they are written.
  func highlightedPatterns(isTitle: Bool) -> [(pattern: WrittenPattern, group: Int)] {
    wanted(isTitle: isTitle).compactMap { leaf in leaf.written.map { ($0, leaf.groups.lowerBound) } }
  }

  private func wanted(isTitle: Bool) -> [QueryLeaf] {
    leaves.filter { $0.isWanted && ($0.field == nil || ($0.field == .title) == isTitle) }
  }
}
