/// An article that answers a query.
public struct SearchHit: Sendable, Hashable {
  /// Its place in the list, from 1.
  public let rank: Int
  /// The article's document id.
  public let id: String
  /// The article's title; empty where it has none.
  public let title: String
  /// The section of the newspaper.
  public let section: String?
  /// When it was published, in ISO 8601, as precise as it was written: a year, a month, a day, or a day with the time by
  /// the clock of the place and its offset from UTC.
  public let date: String?
  /// Where the article stands on the web.
  public let url: String?
  /// The newspaper or agency.
  public let source: String?
  /// BM25F and what reranking adds; comparable within one search only.
  public let score: Double
  /// The passages that best answer the query.
  public let snippets: [Snippet]
  /// The query's words in the title, as ranges of UTF-8 bytes, ascending.
  public let titleHighlights: [Range<Int>]
  /// The document ids of articles that match too and are nearly the same as this one, best first; empty where they are hits
  /// of their own.
  public let duplicates: [String]
  /// Why it scores what it does, if that was asked for.
  public let explanation: ScoreExplanation?
}
