/// One summand of a hit's score.
public struct ScorePart: Sendable, Hashable {
  /// What a summand is for.
  public enum Kind: String, Sendable, CaseIterable {
    /// A word or a phrase of the query, in any form: BM25F.
    case word
    /// A word in the form that was typed.
    case form
    /// Two words side by side, as they were typed.
    case pair
    /// A word that is there at all.
    case coverage
    /// A word that stands where the text begins.
    case lead
    /// A word that is missing, of whose family another is there.
    case relative
  }

  /// What it is for.
  public let kind: Kind
  /// The word, the two words, or the phrase.
  public let text: String
  /// What it adds, before freshness.
  public let score: Double
  /// The inverse document frequency.
  public let idf: Double
  /// How often it occurs in the title, weighted; 0 where that does not matter.
  public let titleFrequency: Double
  /// How often it occurs in lead and body, weighted; 0 where that does not matter.
  public let textFrequency: Double
}

/// Why a hit scores what it does.
public struct ScoreExplanation: Sendable, Hashable {
  /// The summands, those of the words first; none is 0.
  public let parts: [ScorePart]
  /// What their sum is multiplied with: 1 unless freshness counts.
  public let freshness: Double
}
