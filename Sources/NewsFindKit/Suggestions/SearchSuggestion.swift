/// Another spelling of a query: "did you mean".
public struct SearchSuggestion: Sendable, Hashable {
  /// One word that was taken for another.
  public struct Correction: Sendable, Hashable {
    /// The word as it was typed.
    public let typed: String
    /// The word of the index that is proposed, with its accents and capitals.
    public let proposed: String
  }

  /// The query with its corrections, ready to be searched.
  public let query: String
  /// What was corrected, in the order of the query.
  public let corrections: [Correction]
  /// Whether the results are those of ``query``, because nothing was found for what was typed.
  public let isSearched: Bool
}
