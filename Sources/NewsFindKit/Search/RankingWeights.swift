/// The numbers of BM25F, in one place.
///
/// The formula is the simple BM25F of Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond"
/// (2009), section 3.6: field frequencies are weighted and length-normalised first, then saturated together. Lead and
/// body count as one field: a weight for the lead lowered every collection that was measured.
struct RankingWeights: Sendable {
  static let standard = RankingWeights()

  /// How soon a further occurrence stops counting.
  var k1 = 1.2
  /// What an occurrence in the title counts, where one in the text counts 1.
  var title = 1.5
  /// How much a long title weakens its words.
  var titleB = 0.5
  /// An article without a title is ranked as if the first tokens of its lead and of its body, so many of each, were its
  /// title too.
  ///
  /// Agencies send such articles, and they must not lose to others for what they lack.
  var openingLength = 25
  /// How much a long text weakens its words.
  var textB = 0.75

  /// So many of the best candidates are reranked on their text.
  var rerankedCount = 30
  /// What a word counts once more where it stands in the form that was typed.
  var surface = 0.4
  /// What two words count once more where they stand side by side as typed.
  var pair = 0.2
  /// What an occurrence in the title counts for forms and pairs, where one in the text counts 1: titles choose their forms
  /// for brevity.
  var titleOfForms = 0.5

  /// What a word counts, of its rarity, for being there at all: who holds more of the words is better than who repeats some.
  var coverage = 0.1
  /// What a word counts, of its rarity, where it stands in the beginning of the text: news say first what they are about.
  var lead = 0.1
  /// So many tokens are the beginning.
  var leadLength = 60
  /// What a word that is missing counts, of its rarity, where another of its family is there.
  var relative = 0.5

  /// How much forms and order tell in a query of so many different words, stop words aside.
  ///
  /// Who types a word or two types them as a dictionary has them and means all their forms; who types a sentence, or pastes
  /// one, means its words as they stand.
  func formality(ofWords count: Int) -> Double {
    min(max(Double(count - 1) / 3, 0), 1)
  }

  /// Before this token something of `length` tokens has to begin, to stand in an opening altogether.
  @inline(__always)
  func openingEnd(forLength length: Int) -> Int {
    max(openingLength - max(length, 1) + 1, 0)
  }

  /// How much a title of `length` tokens weakens its words.
  @inline(__always)
  func titleNorm(ofLength length: Int, mean: Double) -> Double {
    1 - titleB + titleB * Double(length) / mean
  }

  /// What ``saturated(_:)`` never goes beyond.
  var maximalSaturation: Double { k1 + 1 }

  /// Names the numbers that the lists of impacts depend on.
  var impactVersion: String { "\(k1) \(title) \(titleB) \(openingLength) \(textB)" }

  /// How often something occurs, so that further occurrences count less and less.
  @inline(__always)
  func saturated(_ frequency: Double) -> Double {
    frequency * (k1 + 1) / (k1 + frequency)
  }
}
