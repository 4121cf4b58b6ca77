/// What a search found.
public struct SearchResults: Sendable, Hashable {
  /// The query as it was typed.
  public internal(set) var query: String
  /// The number of articles that match: exact, whatever the limit.
  public let total: Int
  /// The hits asked for, best first.
  public let hits: [SearchHit]
  /// How long the search took, snippets included.
  public internal(set) var took: Duration
  /// Remarks on how the query was read, in English, for people.
  public let notes: [String]
  /// Another spelling of the query, if no article holds one of its words, or few where many hold a close neighbour.
  ///
  /// Where nothing is found for what was typed, the hits are those of the suggestion.
  public internal(set) var suggestion: SearchSuggestion?
  /// All that matches, counted by section, source, year and month, if that was asked for.
  public internal(set) var facets: SearchFacets?
}
