import Glibc

/// What BM25F needs to know of the whole collection.
struct CollectionStatistics: Sendable {
  /// For each group of the query its inverse document frequency.
  let idf: [Double]
  /// The number of articles.
  let count: Double
  /// Tokens in a title, on average; at least 1.
  let titleMean: Double
  /// Tokens in lead and body, on average; at least 1.
  let textMean: Double

  /// The inverse document frequency of something that `holding` of `count` articles hold; always above 0.
  static func idf(holding: Double, of count: Double) -> Double {
    log(1 + (max(count - holding, 0) + 0.5) / (holding + 0.5))
  }

  /// How much an article's length weakens its words: in the title, and in the text.
  @inline(__always)
  func norms(of article: ArticleTraits, _ weights: RankingWeights) -> (title: Double, text: Double) {
    let titleLength =
      article.titleLength > 0
      ? Int(article.titleLength) : min(weights.openingLength, Int(article.textLength))
    return (
      1 - weights.titleB + weights.titleB * Double(titleLength) / titleMean,
      1 - weights.textB + weights.textB * Double(article.textLength) / textMean
    )
  }
}
