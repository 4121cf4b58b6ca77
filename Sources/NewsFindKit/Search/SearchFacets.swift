/// All that a search matches, counted by what is known of the articles.
///
/// Counts are exact, whatever the limit of the search.
public struct SearchFacets: Sendable, Hashable {
  /// A value and the number of articles that have it.
  public struct Count: Sendable, Hashable {
    /// The value; `nil` for articles without one.
    public let name: String?
    /// The number of articles.
    public let articles: Int
  }

  /// By section, the largest first.
  public let sections: [Count]
  /// By newspaper or agency, the largest first.
  public let sources: [Count]
  /// By year ("2023"), the earliest first; articles without a date last.
  public let years: [Count]
  /// By month ("2023-09"), the earliest first; articles without a date last.
  ///
  /// A date that is a year alone counts for its January.
  public let months: [Count]
}
