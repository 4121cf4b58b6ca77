/// How much an occurrence counts in articles of all lengths: BM25F without the rarity of the term.
///
/// The mean lengths are those of the time when the lists were made, so that what the lists hold stays true; they are made anew
/// together.
struct ImpactScale: Hashable {
  let titleMean: Double
  let textMean: Double

  /// That of some articles.
  static func mean(textTokens: Int64, titleTokens: Int64, articles: Int64) -> ImpactScale {
    let count = Double(max(articles, 1))
    return ImpactScale(
      titleMean: max(Double(titleTokens) / count, 1), textMean: max(Double(textTokens) / count, 1))
  }

  /// How much an article's length weakens its words: in the title, and in the text.
  @inline(__always)
  func norms(of lengths: ArticleLengths) -> (title: Double, text: Double) {
    let weights = RankingWeights.standard
    return (
      weights.titleNorm(ofLength: lengths.effectiveTitle, mean: titleMean),
      1 - weights.textB + weights.textB * Double(lengths.text) / textMean
    )
  }

  /// The smallest step of a byte that is not below an impact, given about.
  static func step(notBelow impact: Float) -> UInt8 {
    let steps = impact * InverseNorms.slack / Float(RankingWeights.standard.maximalSaturation) * 255
    return UInt8(min(steps.rounded(.up), 255))
  }

  /// The impact of a step.
  static func impact(ofStep step: UInt8) -> Float {
    Float(step) / 255 * Float(RankingWeights.standard.maximalSaturation)
  }
}
