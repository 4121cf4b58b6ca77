/// A query plan in FTS5's language, and what each of its phrases does for the score.
///
/// Every term stands between double quotes and holds letters and digits only; nothing that was typed can act as syntax.
///
/// Related SQLite documentation: <https://www.sqlite.org/fts5.html#full_text_query_syntax>
struct MatchExpression {
  let text: String
  /// One for each phrase of the expression, from left to right.
  let roles: [CandidateCollector.PhraseRole]

  /// The expression of a plan that is not empty.
  init(_ plan: QueryPlan) {
    var roles: [CandidateCollector.PhraseRole] = []
    let phrases = plan.phrases.map(Self.quoted)
    var words: [String] = []
    var wordRoles: [CandidateCollector.PhraseRole] = []
    for (index, word) in plan.words.enumerated() {
      let group = plan.phrases.count + index
      words.append(Self.quoted([word.term]))
      wordRoles.append(.scored(group: group, weight: 1))
      for alternative in word.alternatives {
        words.append(Self.quoted(alternative.phrase))
        wordRoles.append(.scored(group: group, weight: alternative.weight))
      }
    }
    var text: String
    if phrases.isEmpty {
      text = words.joined(separator: " OR ")
      roles += wordRoles
    } else {
      text = phrases.joined(separator: " AND ")
      roles += phrases.indices.map { .scored(group: $0, weight: 1) }
      if !words.isEmpty, let first = phrases.first {
        // The words only add to the score of what holds the phrases: "A" AND ("A" OR b OR c).
        text = "\(text) AND (\(([first] + words).joined(separator: " OR ")))"
        roles.append(.silent)
        roles += wordRoles
      }
    }
    if !plan.excluded.isEmpty {
      text = "(\(text)) NOT (\(plan.excluded.map(Self.quoted).joined(separator: " OR ")))"
      roles += plan.excluded.map { _ in .silent }
    }
    self.text = text
    self.roles = roles
  }

  private static func quoted(_ phrase: QueryPlan.Phrase) -> String {
    "\"\(phrase.joined(separator: " "))\""
  }
}
