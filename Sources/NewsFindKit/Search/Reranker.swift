import FrenchText
import SQLiteStore

/// Orders the best candidates anew by what only their text tells: the forms, the neighbours and the places of the query's
/// words.
///
/// To the score of the terms is added, by the same formula and with the same norms, a score of the forms as they were
/// typed (élections above élection for "élections") and of the pairs of neighbours (one stop word at most). A pair is taken
/// to be as rare as its words together. Besides, each word counts a little for being there at all, for standing where the
/// text begins, and, where it is missing, for a relative of it.
struct Reranker {
  private let sequence: TypedSequence
  private let idf: [Double]
  private let statistics: CollectionStatistics
  private let index: IndexConnection
  private let freshness: Freshness?
  private let formality: Double
  private let weights = RankingWeights.standard

  init(_ plan: QueryPlan, _ statistics: CollectionStatistics, _ index: IndexConnection, freshness: Freshness?)
  {
    sequence = TypedSequence(plan.sequence)
    self.statistics = statistics
    self.index = index
    self.freshness = freshness
    let known = plan.groupsOfWords.mapValues { statistics.idf[$0] }
    formality = weights.formality(
      ofWords: sequence.distinctWords.count { !plan.sequence[$0].isStopWord })
    idf = plan.sequence.map { known[$0.term] ?? Self.stopWordIDF }
  }

  /// Stop words are not looked up; they are in about every second article.
  private static let stopWordIDF = 0.7

  /// The candidates, the first of them in a better order; scores never rise along the list.
  ///
  /// Complexity: linear in the text of the candidates that are reranked.
  func reranked(_ candidates: [Candidate]) throws -> [Candidate] {
    guard formality > 0 else { return candidates }
    let best = try candidates.prefix(weights.rerankedCount).map { candidate in
      var bonus = 0.0
      try forEachPart(of: candidate.articleID) { _, _, score, _ in bonus += score }
      let factor = freshness?.factor(of: candidate.minutes) ?? 1
      return Candidate(
        articleID: candidate.articleID, score: candidate.score + bonus * factor, minutes: candidate.minutes)
    }
    return best.sorted { $0.precedes($1, by: .relevance) } + candidates.dropFirst(weights.rerankedCount)
  }

  /// What a reranked article's score holds besides that of its terms.
  func parts(of articleID: Int64) throws -> [ScorePart] {
    guard formality > 0 else { return [] }
    var parts: [ScorePart] = []
    try forEachPart(of: articleID) { kind, place, score, count in
      guard score > 0 else { return }
      let last = kind == .pair ? place + 1 : place
      let words = sequence.words[place...last].map { String(decoding: $0.surface, as: UTF8.self) }
      parts.append(
        ScorePart(
          kind: kind, text: words.joined(separator: " "), score: score, idf: idf(of: kind, place),
          titleFrequency: count.title, textFrequency: count.text))
    }
    return parts
  }

  /// Calls `body` with each summand: what for, the place of its word in the sequence, how much, and how often it occurs.
  private func forEachPart(
    of articleID: Int64, _ body: (ScorePart.Kind, Int, Double, TypedSequence.Count) -> Void
  ) throws {
    let article = try index.traits.traits(of: articleID)
    guard
      let counts = try counts(
        of: articleID, openingLength: article.titleLength > 0 ? 0 : weights.openingLength)
    else { return }
    let norms = statistics.scale.norms(of: article.lengths)
    func frequency(_ count: TypedSequence.Count) -> Double {
      weights.saturated(weights.titleOfForms * count.title / norms.title + count.text / norms.text)
    }
    for word in sequence.distinctWords where !sequence.words[word].isStopWord {
      let count = counts.surfaces[word]
      body(.form, word, formality * weights.surface * idf[word] * frequency(count), count)
    }
    for pair in sequence.distinctPairs {
      let count = counts.pairs[pair]
      body(.pair, pair, formality * weights.pair * idf(of: .pair, pair) * frequency(count), count)
    }
    for word in sequence.distinctTerms {
      if counts.isHeld[word] {
        body(.coverage, word, weights.coverage * idf[word], .init())
      } else if counts.hasRelative[word] {
        body(.relative, word, formality * weights.relative * idf[word], .init())
      }
      if counts.isInLead[word] { body(.lead, word, weights.lead * idf[word], .init()) }
    }
  }

  private func idf(of kind: ScorePart.Kind, _ place: Int) -> Double {
    guard kind == .pair else { return idf[place] }
    return min(idf[place] + idf[place + 1], CollectionStatistics.idf(holding: 0, of: statistics.count))
  }

  private func counts(of articleID: Int64, openingLength: Int) throws -> TypedSequence.Counts? {
    try index.withTexts(of: articleID) { parts in
      var counts = TypedSequence.Counts(sequence)
      _ = sequence.count(in: parts.title, index.analyzer, opening: 0, isTitle: true, lead: 0, into: &counts)
      let read = sequence.count(
        in: parts.lead, index.analyzer, opening: openingLength, isTitle: false, lead: weights.leadLength,
        into: &counts)
      _ = sequence.count(
        in: parts.body, index.analyzer, opening: openingLength, isTitle: false,
        lead: weights.leadLength - read,
        into: &counts)
      return counts
    }
  }
}
