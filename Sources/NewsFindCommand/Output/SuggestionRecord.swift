import NewsFindKit

/// Another spelling of a query as `--json` prints it.
struct SuggestionRecord: Encodable {
  struct Correction: Encodable {
    let typed: String
    let proposed: String
  }

  let query: String
  let corrections: [Correction]
  /// Whether the hits are those of `query`.
  let searched: Bool

  init(_ suggestion: SearchSuggestion) {
    query = suggestion.query
    corrections = suggestion.corrections.map { Correction(typed: $0.typed, proposed: $0.proposed) }
    searched = suggestion.isSearched
  }
}
