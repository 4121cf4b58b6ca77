import SQLiteStore

/// Asks a row that FTS5 found for what FTS5 could not tell.
struct RowTest {
  private let condition: QueryCondition?
  private let leaves: [QueryLeaf]
  private let evidence: [LeafEvidence]
  private let filters: [ArticleFilter]
  /// What is known of the leaves in the row at hand.
  private var known: [Bool?]

  /// For each group the leaf whose words have to stand in the text as they are written, if there is one.
  let leafOfGroup: [Int?]

  /// - Parameters:
  ///   - plan: The plan.
  ///   - expression: Its expression.
  ///   - filters: The filters of the plan.
  init(_ plan: QueryPlan, _ expression: MatchExpression, _ filters: [ArticleFilter]) {
    condition = expression.condition
    leaves = plan.leaves
    evidence = expression.evidence
    self.filters = filters
    known = plan.leaves.map { _ in nil }
    var leafOfGroup = [Int?](repeating: nil, count: plan.groupCount)
    for (number, leaf) in plan.leaves.enumerated() where leaf.written != nil {
      for group in leaf.groups { leafOfGroup[group] = number }
    }
    self.leafOfGroup = leafOfGroup
  }

  /// Makes ready for another row.
  mutating func begin() {
    for place in known.indices { known[place] = nil }
  }

  /// Whether the row is a hit.
  mutating func isHit(
    _ match: borrowing FTS5Match, _ articleID: Int64, _ article: ArticleTraits, _ written: WrittenWords
  ) throws(SQLiteError) -> Bool {
    guard let condition else { return true }
    return try isMet(condition, match, articleID, article, written)
  }

  private mutating func isMet(
    _ condition: QueryCondition, _ match: borrowing FTS5Match, _ articleID: Int64, _ article: ArticleTraits,
    _ written: WrittenWords
  ) throws(SQLiteError) -> Bool {
    switch condition {
    case .leaf(let leaf): return try holds(leaf, match, articleID, written)
    case .filter(let filter): return filters[filter].admits(article)
    case .not(let part): return try !isMet(part, match, articleID, article, written)
    case .all(let parts):
      for part in parts {
        guard try isMet(part, match, articleID, article, written) else { return false }
      }
      return true
    case .any(let parts):
      for part in parts {
        if try isMet(part, match, articleID, article, written) { return true }
      }
      return false
    }
  }

  /// Whether the row holds a leaf of the plan.
  ///
  /// Where the text would have to be read and cannot be any more, what is wanted is not held and what is not wanted is: the
  /// row is no hit unless it is one in any case.
  mutating func holds(
    _ leaf: Int, _ match: borrowing FTS5Match, _ articleID: Int64, _ written: WrittenWords
  ) throws(SQLiteError) -> Bool {
    if let known = known[leaf] { return known }
    let holds = try look(leaf, match, articleID, written)
    known[leaf] = holds
    return holds
  }

  private func look(
    _ leaf: Int, _ match: borrowing FTS5Match, _ articleID: Int64, _ written: WrittenWords
  ) throws(SQLiteError) -> Bool {
    var isPossible = false
    for phrase in evidence[leaf].phrases {
      isPossible = try match.holds(phrase)
      if isPossible { break }
    }
    guard isPossible else { return false }
    guard let pattern = leaves[leaf].written else { return true }
    if pattern.elements.count == 1, !evidence[leaf].beginning.isEmpty {
      // A term that begins so, and stands for words only that do.
      var places = 0
      for phrase in evidence[leaf].beginning {
        try match.forEachPlace(of: phrase) { _, _ in places += 1 }
      }
      for phrase in evidence[leaf].doubtful {
        try match.forEachPlace(of: phrase) { _, _ in places -= 1 }
      }
      if places > 0 { return true }
    }
    return try written.isHeld(pattern, in: leaves[leaf].field, of: articleID) ?? !leaves[leaf].isWanted
  }

  /// Whether a row is a hit that holds no leaf.
  func isHitWithoutWords(_ article: ArticleTraits) -> Bool {
    guard let condition else { return true }
    func isMet(_ condition: QueryCondition) -> Bool {
      switch condition {
      case .leaf: false
      case .filter(let filter): filters[filter].admits(article)
      case .not(let part): !isMet(part)
      case .all(let parts): parts.allSatisfy(isMet)
      case .any(let parts): parts.contains(where: isMet)
      }
    }
    return isMet(condition)
  }
}
