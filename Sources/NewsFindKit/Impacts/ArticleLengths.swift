/// How long an article is, in tokens.
struct ArticleLengths: Hashable {
  /// Of lead and body, at most 65,535.
  var text: UInt16
  /// Of the title, at most 255.
  var title: UInt8

  /// Those of an article that is not there.
  static let none = ArticleLengths(text: 0, title: 0)

  /// The length of the title, or of what stands for one.
  @inline(__always)
  var effectiveTitle: Int {
    title > 0 ? Int(title) : min(RankingWeights.standard.openingLength, Int(text))
  }
}
