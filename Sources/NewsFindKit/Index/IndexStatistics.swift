/// What an index holds.
public struct IndexStatistics: Sendable, Hashable {
  /// How many articles a section has.
  public struct Section: Sendable, Hashable {
    /// The section's name; `nil` for articles without one.
    public let name: String?
    /// The number of its articles.
    public let articles: Int
  }

  /// The number of articles.
  public let articles: Int
  /// The number of different terms.
  public let terms: Int
  /// The size of the file, and of the log beside it, in bytes.
  public let bytes: Int
  /// The version of the tables.
  public let schema: Int
  /// The version of the rules that make terms.
  public let analyzer: String
  /// The date of the oldest article that has one, in ISO 8601.
  public let firstDate: String?
  /// The date of the newest article that has one, in ISO 8601.
  public let lastDate: String?
  /// The sections, the largest first.
  public let sections: [Section]
}
