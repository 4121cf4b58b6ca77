/// What a search asks of lists: a conjunction of clauses, each met by any of its phrases.
struct ListQuery {
  /// What is looked for as one.
  struct Phrase: Hashable {
    /// How its postings are found.
    enum Source: Hashable {
      /// A term of any field: it has lists.
      case term(String)
      /// All terms that have any of some beginnings, together.
      case beginnings([String])
      /// Anything else: a phrase, or a term in one field or without lists.
      case phrase([String], IndexSchema.TextColumn?)

      /// The terms of words that begin so, names with their capital.
      static func beginnings(of prefix: String) -> Source { .beginnings(spellings(of: prefix)) }

      /// A beginning, and with a capital if it has one: each is counted.
      static func spellings(of prefix: String) -> [String] {
        let capital = prefix.prefix(1).uppercased() + prefix.dropFirst()
        return capital == prefix ? [prefix] : [prefix, capital]
      }

      /// Of a phrase of several words anywhere those that have lists, each once: they tell where it may be.
      var listedTerms: Set<String> {
        guard case .phrase(let terms, nil) = self, terms.count > 1 else { return [] }
        return Set(terms.filter { ListedTerms.contains($0) })
      }
    }

    let source: Source
    let group: Int?
    let weight: Double
  }

  /// A leaf that only the texts of some articles tell whether they hold it.
  struct Check {
    /// The phrases that stand for it.
    let phrases: [Int]
    /// That of them that tells enough where it occurs more often than the doubtful ones; see ``RowTest``.
    let beginning: Int
    /// Silent phrases: terms that begin so, and stand for words that do not, too.
    let doubtful: [Int]
    let pattern: WrittenPattern
  }

  private(set) var phrases: [Phrase] = []
  private(set) var checks: [Check] = []
  /// Each hit holds a phrase of each of them, given by their numbers.
  private(set) var clauses: [[Int]] = []
  /// These only add to the score.
  private(set) var optional: [Int] = []
  /// No hit holds any of them.
  private(set) var excluded: [Int] = []

  /// The query of a plan; `nil` where lists cannot answer it.
  ///
  /// - Parameters:
  ///   - plan: What is looked for.
  ///   - conjuncts: What each hit has to meet, without the filters that hold for all hits.
  init?(_ plan: QueryPlan, _ conjuncts: [QueryCondition]) {
    for part in conjuncts {
      switch part {
      case .leaf, .any:
        guard let phrases = add(part, plan) else { return nil }
        clauses.append(phrases)
      case .not(let inner):
        let checkCount = checks.count
        guard let phrases = add(inner, plan), checks.count == checkCount else { return nil }
        excluded += phrases
      case .filter, .all: return nil
      }
    }
    for leaf in plan.optional {
      guard let phrases = add(.leaf(leaf), plan) else { return nil }
      optional += phrases
    }
    if clauses.isEmpty { return nil }
  }

  /// Adds the phrases of a leaf, or of any of some leaves.
  private mutating func add(_ condition: QueryCondition, _ plan: QueryPlan) -> [Int]? {
    switch condition {
    case .leaf(let number):
      let leaf = plan.leaves[number]
      if case .prefix(let whole, let prefix, let doubtful, let others) = leaf.lookup {
        guard whole.isEmpty, leaf.column == nil, let pattern = leaf.written else { return nil }
        return add(prefix, doubtful, others, leaf, pattern)
      }
      guard leaf.written == nil, case .phrase(let phrase, let alternatives) = leaf.lookup else { return nil }
      let first = phrases.count
      append(phrase, leaf, weight: 1)
      for alternative in alternatives { append(alternative.phrase, leaf, weight: alternative.weight) }
      return Array(first..<phrases.count)
    case .any(let parts):
      var all: [Int] = []
      for part in parts {
        guard let numbers = add(part, plan) else { return nil }
        all += numbers
      }
      return all
    case .filter, .not, .all: return nil
    }
  }

  /// Adds what stands for a beginning of words, in the order of ``MatchWriter``.
  private mutating func add(
    _ prefix: String, _ doubtful: [String], _ others: [String], _ leaf: QueryLeaf, _ pattern: WrittenPattern
  ) -> [Int] {
    let first = phrases.count
    phrases.append(Phrase(source: .beginnings(of: prefix), group: leaf.groups.first, weight: 1))
    for term in others { append([term], leaf, weight: 1) }
    let all = Array(first..<phrases.count)
    for term in doubtful { phrases.append(Phrase(source: source(of: [term], nil), group: nil, weight: 0)) }
    checks.append(
      Check(
        phrases: all, beginning: first, doubtful: Array(first + all.count..<phrases.count),
        pattern: pattern))
    return all
  }

  private mutating func append(_ terms: QueryPlan.Phrase, _ leaf: QueryLeaf, weight: Double) {
    phrases.append(
      Phrase(source: source(of: terms, leaf.column), group: leaf.groups.first, weight: weight))
  }

  private func source(of terms: [String], _ column: IndexSchema.TextColumn?) -> Phrase.Source {
    terms.count == 1 && column == nil && ListedTerms.contains(terms[0])
      ? .term(terms[0]) : .phrase(terms, column)
  }

  /// What the phrases do for the score, in their order.
  var roles: [CandidateCollector.PhraseRole] {
    phrases.map { phrase in phrase.group.map { .scored(group: $0, weight: phrase.weight) } ?? .silent }
  }
}
