/// What occurrences are multiplied with for the length of their article, in tables.
///
/// For bounds and first sums; what is shown is computed by ``ImpactScale`` with its divisions.
final class InverseNorms {
  let scale: ImpactScale
  /// By the text's length, below ``tableSize``.
  private let texts: UnsafeMutablePointer<Float>
  /// By the title's length, or by that of what stands for it: times the weight of the title.
  private let titles: UnsafeMutablePointer<Float>
  private static let tableSize = 4096

  /// More than the rounding of single precision can take away from a sum of 256 parts.
  static let slack: Float = 1 + 1e-4

  init(_ scale: ImpactScale) {
    self.scale = scale
    texts = .allocate(capacity: Self.tableSize)
    titles = .allocate(capacity: 256)
    for length in 0..<Self.tableSize {
      (texts + length).initialize(to: Self.text(UInt16(length), scale))
    }
    for length in 0..<256 {
      let norm = RankingWeights.standard.titleNorm(ofLength: length, mean: scale.titleMean)
      (titles + length).initialize(to: Float(RankingWeights.standard.title / norm))
    }
  }

  deinit {
    texts.deallocate()
    titles.deallocate()
  }

  /// How often a term occurs for the score, about: to be saturated.
  @inline(__always)
  func frequency(text: UInt16, title: UInt8, in lengths: ArticleLengths) -> Float {
    let frequency = Float(text) * inverse(ofText: lengths.text)
    guard title > 0 else { return frequency }
    return frequency + Float(title) * titles[lengths.effectiveTitle]
  }

  /// The inverse norm of a text.
  @inline(__always)
  func inverse(ofText length: UInt16) -> Float {
    length < Self.tableSize ? texts[Int(length)] : Self.text(length, scale)
  }

  private static func text(_ length: UInt16, _ scale: ImpactScale) -> Float {
    Float(1 / scale.norms(of: ArticleLengths(text: length, title: 1)).text)
  }

  /// What a frequency counts.
  @inline(__always)
  static func saturated(_ frequency: Float) -> Float {
    let k1 = Float(RankingWeights.standard.k1)
    return frequency * (k1 + 1) / (k1 + frequency)
  }

  /// What a frequency counts, about and never below; never nothing.
  @inline(__always)
  static func impact(ofFrequency frequency: Float) -> Float {
    max(saturated(frequency), .leastNormalMagnitude) * slack
  }
}
