import NewsArticles

/// A whole article of an index.
public struct IndexedArticle: Sendable, Hashable {
  /// The article as it was indexed.
  public let article: Article
  /// The file it came from.
  public let path: String
  /// A query's words in the title, as ranges of UTF-8 bytes.
  public let titleHighlights: [Range<Int>]
  /// A query's words in the lead, as ranges of UTF-8 bytes.
  public let leadHighlights: [Range<Int>]
  /// A query's words in the body, as ranges of UTF-8 bytes.
  public let bodyHighlights: [Range<Int>]
}
