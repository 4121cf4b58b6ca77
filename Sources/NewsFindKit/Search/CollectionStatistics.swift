import Glibc

/// What BM25F needs to know of the whole collection.
struct CollectionStatistics: Sendable {
  /// For each phrase of the query its weight: the inverse document frequency, or 0 where it is not scored.
  let idf: [Double]
  /// Tokens in a title, on average; at least 1.
  let titleMean: Double
  /// Tokens in lead and body, on average; at least 1.
  let textMean: Double

  /// The inverse document frequency of something that `holding` of `count` articles hold; always above 0.
  static func idf(holding: Double, of count: Double) -> Double {
    log(1 + (max(count - holding, 0) + 0.5) / (holding + 0.5))
  }
}
