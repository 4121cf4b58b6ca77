/// What a search asks of lists: a conjunction of clauses, each met by any of its phrases.
struct ListQuery {
  /// What is looked for as one.
  struct Phrase: Hashable {
    /// How its postings are found.
    enum Source: Hashable {
      /// A term of any field: it has lists.
      case term(String)
      /// Anything else: an FTS5 expression of one phrase.
      case expression(String)
    }

    let source: Source
    let group: Int?
    let weight: Double
  }

  private(set) var phrases: [Phrase] = []
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
        guard let phrases = add(inner, plan) else { return nil }
        excluded += phrases
      case .filter, .all: return nil
      }
    }
    for leaf in plan.optional {
      guard let phrases = add(.leaf(leaf), plan) else { return nil }
      optional += phrases
    }
    // What only FTS5 can find is best left to it altogether.
    let hasTerms = phrases.contains { if case .term = $0.source { true } else { false } }
    if clauses.isEmpty || !hasTerms { return nil }
  }

  /// Adds the phrases of a leaf, or of any of some leaves.
  private mutating func add(_ condition: QueryCondition, _ plan: QueryPlan) -> [Int]? {
    switch condition {
    case .leaf(let number):
      let leaf = plan.leaves[number]
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

  private mutating func append(_ terms: QueryPlan.Phrase, _ leaf: QueryLeaf, weight: Double) {
    let source: Phrase.Source
    if terms.count == 1, leaf.column == nil {
      source = .term(terms[0])
    } else {
      source = .expression(MatchWriter.expression(of: terms, in: leaf.column))
    }
    phrases.append(Phrase(source: source, group: leaf.groups.first, weight: weight))
  }

  /// What the phrases do for the score, in their order.
  var roles: [CandidateCollector.PhraseRole] {
    phrases.map { phrase in phrase.group.map { .scored(group: $0, weight: phrase.weight) } ?? .silent }
  }
}
