/// What a search found.
public struct SearchResults: Sendable, Hashable {
  /// The query as it was typed.
  public let query: String
  /// The number of articles that match, whatever the limit.
  public let total: Int
  /// Whether that number is exact; else there may be more.
  ///
  /// Words as they are written (`prési*`, `=élevé`) may have to be looked for in the texts of more articles than can be
  /// read for one search; see ``NewsIndex/search(_:options:)``.
  public let isTotalExact: Bool
  /// The hits asked for, best first.
  public let hits: [SearchHit]
  /// How long the search took, snippets included.
  public let took: Duration
  /// Remarks on how the query was read, in English, for people.
  public let notes: [String]
}
