/// What a search found.
public struct SearchResults: Sendable, Hashable {
  /// The query as it was typed.
  public let query: String
  /// The number of articles that match: exact, whatever the limit.
  public let total: Int
  /// The hits asked for, best first.
  public let hits: [SearchHit]
  /// How long the search took, snippets included.
  public let took: Duration
  /// Remarks on how the query was read, in English, for people.
  public let notes: [String]
}
