/// What a search found.
public struct SearchResults: Sendable, Hashable {
  /// The query as it was typed.
  public internal(set) var query: String
  /// The number of articles that match, whatever the limit.
  public let total: Int
  /// Whether that number is exact; else there may be more.
  ///
  /// Where more articles match than are quickly counted, those that cannot be among the best are not looked at; see
  /// ``SearchOptions/counting``.
  /// Words as they are written (`prési*`, `=élevé`) may have to be looked for in the texts of more articles than can be
  /// read for one search; see ``NewsIndex/search(_:options:)``.
  public internal(set) var isTotalExact = true
  /// Whether all was looked at that may be among the hits; false where ``SearchOptions/timeLimit`` came first.
  public internal(set) var isComplete = true
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
