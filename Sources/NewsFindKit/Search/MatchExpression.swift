/// A query plan in FTS5's language, and what each of its phrases does.
///
/// Every term stands between double quotes and holds letters and digits only; nothing that was typed can act as syntax.
///
/// What FTS5 cannot tell, filters inside of parentheses and words as they are written, is left to the collector: then the
/// expression finds more than the query means, and the collector asks each row for ``condition``.
///
/// Where an AND that is not the outermost operator has at hand a row that is no match (of a word in the title, one that holds it in
/// its text only), FTS5 forgets the places of all phrases below it, those too that an OR has found in rows further on. There what
/// counts stands once more by itself: `((a OR b) AND c OR d) AND (a OR b OR c OR d)`.
///
/// Related SQLite documentation: <https://www.sqlite.org/fts5.html#full_text_query_syntax>
struct MatchExpression {
  /// `nil` where no text is looked for.
  let text: String?
  /// One for each phrase of the expression, from left to right.
  let roles: [CandidateCollector.PhraseRole]
  /// One for each phrase: where lists have it, if they do.
  let sources: [ListQuery.Phrase.Source?]
  /// What to ask of each row that FTS5 finds; `nil` where it finds what is meant.
  let condition: QueryCondition?
  /// For each leaf of the plan, what tells in a row whether it is held.
  let evidence: [LeafEvidence]
  /// Whether rows may be hits that FTS5 does not find: they hold no phrase of the expression.
  let meansOthers: Bool

  /// The expression of a plan.
  ///
  /// - Parameters:
  ///   - plan: What is looked for.
  ///   - condition: What makes a hit, without the filters that hold for all hits; `nil` where those are all.
  init(_ plan: QueryPlan, _ condition: QueryCondition?) {
    var writer = MatchWriter(plan)
    let optional = plan.optional
    if let condition, let found = writer.bound(condition) {
      var text = found.text
      // What is left out by the collector must be seen there.
      let areUnseen = !found.isExact && condition.leaves.contains { writer.evidence[$0].phrases.isEmpty }
      if writer.mayLosePlaces || areUnseen {
        writer.silence()
        var leaves: [Int] = []
        for leaf in condition.leaves + optional where !leaves.contains(leaf) { leaves.append(leaf) }
        text = "(\(text)) AND (\(leaves.map { writer.emit($0, counts: true) }.joined(separator: " OR ")))"
      } else if !optional.isEmpty, let anchor = condition.anchor {
        // The words only add to the score of what is found: A AND (A OR b OR c).
        let parts = [writer.emit(anchor, counts: false)] + optional.map { writer.emit($0, counts: true) }
        text = "(\(text)) AND (\(parts.joined(separator: " OR ")))"
      }
      self.text = text
      self.condition = found.isExact ? nil : condition
      meansOthers = false
    } else {
      let leaves = (condition?.leaves ?? []) + optional
      let parts = leaves.map { writer.emit($0, counts: true) }
      text = parts.isEmpty ? nil : parts.joined(separator: " OR ")
      self.condition = condition
      meansOthers = true
    }
    roles = writer.roles
    sources = writer.sources
    evidence = writer.evidence
  }
}

/// What tells in a row whether a leaf of the plan is held.
struct LeafEvidence {
  /// Any of these phrases of the expression, each of which may stand in it more than once.
  var phrases: [Int] = []
  /// The phrases of a beginning's terms, and of those of them that tell too little.
  var beginning: [Int] = []
  var doubtful: [Int] = []
}

extension QueryCondition {
  /// A leaf that each hit holds, to join others to.
  fileprivate var anchor: Int? {
    switch self {
    case .leaf(let leaf): leaf
    case .all(let parts): parts.lazy.compactMap(\.anchor).first
    case .filter, .any, .not: nil
    }
  }
}
