/// Writes an FTS5 expression from left to right, and counts its phrases.
struct MatchWriter {
  private let plan: QueryPlan
  private(set) var roles: [CandidateCollector.PhraseRole] = []
  /// For each phrase where lists have it, if they do: they know how frequent it is.
  private(set) var sources: [ListQuery.Phrase.Source?] = []
  private(set) var evidence: [LeafEvidence]
  /// Whether FTS5 may forget places of what was written; see ``MatchExpression``.
  var mayLosePlaces: Bool { nestsAll && mayMismatch }
  /// Whether an AND was written below another operator.
  private var nestsAll = false
  /// Whether rows may be at hand to FTS5 that are no matches: of a term in one column, those that hold it in another.
  private var mayMismatch = false

  init(_ plan: QueryPlan) {
    self.plan = plan
    evidence = plan.leaves.map { _ in LeafEvidence() }
  }

  /// Lets what was written so far only decide about matching, and nothing tell of leaves.
  mutating func silence() {
    roles = roles.map { _ in .silent }
    evidence = plan.leaves.map { _ in LeafEvidence() }
  }

  /// An expression that finds all that a condition means.
  ///
  /// - Returns: It, and whether it finds nothing else; `nil` where FTS5 cannot find all, for it may hold none of the words.
  mutating func bound(_ condition: QueryCondition) -> (text: String, isExact: Bool)? {
    bound(condition, isOutermost: true)
  }

  private mutating func bound(
    _ condition: QueryCondition, isOutermost: Bool
  ) -> (text: String, isExact: Bool)? {
    switch condition {
    case .leaf(let leaf): return (emit(leaf, counts: true), plan.leaves[leaf].written == nil)
    case .filter, .not: return nil
    case .any(let parts):
      let before = self
      var texts: [String] = []
      var isExact = true
      for part in parts {
        guard let (text, isPartExact) = bound(part, isOutermost: false) else {
          self = before
          return nil
        }
        texts.append("(\(text))")
        isExact = isExact && isPartExact
      }
      return (texts.joined(separator: " OR "), isExact)
    case .all(let parts): return boundAll(parts, isOutermost: isOutermost)
    }
  }

  private mutating func boundAll(
    _ parts: [QueryCondition], isOutermost: Bool
  ) -> (text: String, isExact: Bool)? {
    let leavesOut = parts.contains { if case .not = $0 { true } else { false } }
    // To FTS5 an AND of ANDs is one.
    let isOutermost = isOutermost && !leavesOut
    var texts: [String] = []
    var isExact = true
    for part in parts {
      if case .not = part { continue }
      guard let (text, isPartExact) = bound(part, isOutermost: isOutermost) else {
        isExact = false
        continue
      }
      texts.append("(\(text))")
      isExact = isExact && isPartExact
    }
    guard !texts.isEmpty else { return nil }
    var excluded: [String] = []
    for case .not(let part) in parts {
      let before = self
      if let (text, isPartExact) = bound(part, isOutermost: false), isPartExact {
        excluded.append("(\(text))")
      } else {
        self = before
        isExact = false
      }
    }
    if texts.count > 1, !isOutermost { nestsAll = true }
    let text = texts.joined(separator: " AND ")
    return (excluded.isEmpty ? text : "(\(text)) NOT (\(excluded.joined(separator: " OR ")))", isExact)
  }

  /// The expression of one leaf.
  ///
  /// - Parameters:
  ///   - leaf: Its number in the plan.
  ///   - counts: Whether what it finds counts for the score.
  /// - Returns: The expression, which may stand beside an operator as it is.
  mutating func emit(_ leaf: Int, counts: Bool) -> String {
    let wanted = plan.leaves[leaf]
    let column = wanted.column.map { "\($0) : " } ?? ""
    let group = counts ? wanted.groups.first : nil
    if wanted.column != nil { mayMismatch = true }
    var texts: [String] = []
    switch wanted.lookup {
    case .phrase(let phrase, let alternatives):
      texts.append(quoted(phrase, of: leaf, group, 1))
      texts += alternatives.map { quoted($0.phrase, of: leaf, group, $0.weight) }
    case .near(let terms, let distance):
      mayMismatch = true
      let words = terms.enumerated().map { place, term in
        quoted([term], of: leaf, counts && wanted.isWanted ? wanted.groups.lowerBound + place : nil, 1)
      }
      texts.append("NEAR(\(words.joined(separator: " ")), \(distance))")
    case .prefix(let whole, let prefix, let doubtful, let others):
      evidence[leaf].beginning.append(roles.count)
      // Names keep their capital; that each begins so is seen in the text.
      for spelling in ListQuery.Phrase.Source.spellings(of: prefix) {
        texts.append(quoted(whole + [spelling], of: leaf, group, 1) + " *")
      }
      if whole.isEmpty {
        for term in doubtful {
          evidence[leaf].doubtful.append(roles.count)
          texts.append(quoted([term], of: leaf, nil, 0))
        }
      }
      texts += others.map { quoted(whole + [$0], of: leaf, group, 1) }
    }
    let text = texts.map { column + $0 }.joined(separator: " OR ")
    return texts.count > 1 ? "(\(text))" : text
  }

  private mutating func quoted(_ phrase: QueryPlan.Phrase, of leaf: Int, _ group: Int?, _ weight: Double)
    -> String
  {
    if phrase.count > 1 { mayMismatch = true }
    evidence[leaf].phrases.append(roles.count)
    roles.append(group.map { .scored(group: $0, weight: weight) } ?? .silent)
    sources.append(source(of: phrase, leaf))
    return Self.quoted(phrase)
  }

  private func source(of phrase: QueryPlan.Phrase, _ leaf: Int) -> ListQuery.Phrase.Source? {
    guard plan.leaves[leaf].column == nil else { return nil }
    if phrase.count > 1, case .phrase = plan.leaves[leaf].lookup { return .phrase(phrase, nil) }
    guard phrase.count == 1 else { return nil }
    switch plan.leaves[leaf].lookup {
    // The beginning itself, and with a capital.
    case .prefix(_, let prefix, _, _) where phrase[0].lowercased() == prefix: return .beginnings(of: prefix)
    case .phrase, .prefix: return ListedTerms.contains(phrase[0]) ? .term(phrase[0]) : nil
    case .near: return nil
    }
  }

  private static func quoted(_ phrase: QueryPlan.Phrase) -> String {
    "\"\(phrase.joined(separator: " "))\""
  }

  /// The expression of one phrase.
  static func expression(of phrase: QueryPlan.Phrase, in column: IndexSchema.TextColumn?) -> String {
    (column.map { "\($0) : " } ?? "") + quoted(phrase)
  }
}
