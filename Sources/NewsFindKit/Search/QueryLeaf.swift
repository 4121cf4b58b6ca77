import NewsQuery

/// One thing that is looked for in the texts of articles.
struct QueryLeaf: Hashable {
  /// How it is looked for in the index.
  enum Lookup: Hashable {
    /// A term or a row of them, and what may stand for it.
    case phrase(QueryPlan.Phrase, [QueryPlan.Alternative])
    /// Terms with at most so many others among them.
    case near([String], Int)
    /// The terms of words that begin so. Before the beginning may stand whole words.
    case prefix(QueryPlan.Phrase, String, doubtful: [String], others: [String])
  }

  let lookup: Lookup
  /// The part of the article to look in; `nil` for all of it.
  let field: QueryField?
  /// What the text must hold as it is written; `nil` where the terms tell all.
  let written: WrittenPattern?
  /// What it counts for in ranking, one number for each word of ``Lookup/near(_:_:)``, else one; none behind a NOT.
  let groups: Range<Int>

  /// Whether it is there to be found, not to be left out.
  var isWanted: Bool { !groups.isEmpty }

  /// The index's column of its field.
  var column: IndexSchema.TextColumn? {
    switch field {
    case .title: .title
    case .lead: .lead
    case .body: .body
    case nil, .section, .source, .before, .after: nil
    }
  }
}
