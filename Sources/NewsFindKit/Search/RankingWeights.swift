/// The numbers of BM25F, in one place.
///
/// The formula is the simple BM25F of Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond"
/// (2009), section 3.6: field frequencies are weighted and length-normalised first, then saturated together. Lead and
/// body count as one field: a weight for the lead lowered every collection that was measured.
struct RankingWeights: Sendable {
  /// How soon a further occurrence stops counting.
  var k1 = 1.2
  /// What an occurrence in the title counts, where one in the text counts 1.
  var title = 1.5
  /// How much a long title weakens its words.
  var titleB = 0.5
  /// An article without a title is ranked as if its first tokens, as many as this, were its title: agencies send such
  /// articles, and they must not lose to others for what they lack.
  var openingLength = 25
  /// How much a long text weakens its words.
  var textB = 0.75
}
