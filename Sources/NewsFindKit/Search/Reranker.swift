import FrenchText
import SQLiteStore

/// Orders the best candidates anew by what only their text tells: the forms and the neighbours of the query's words.
///
/// To the score of the terms is added, by the same formula and with the same norms, a score of the forms as they were
/// typed (élections above élection for "élections") and of the pairs of neighbours (one stop word at most). A pair is taken
/// to be as rare as its words together.
struct Reranker {
  private let sequence: TypedSequence
  private let idf: [Double]
  private let statistics: CollectionStatistics
  private let index: IndexConnection
  private let formality: Double
  private let weights = RankingWeights.standard

  init(_ plan: QueryPlan, _ statistics: CollectionStatistics, _ index: IndexConnection) {
    sequence = TypedSequence(plan.sequence)
    self.statistics = statistics
    self.index = index
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
      Candidate(
        articleID: candidate.articleID, score: candidate.score + (try bonus(of: candidate)),
        minutes: candidate.minutes)
    }
    return best.sorted { $0.precedes($1, by: .relevance) } + candidates.dropFirst(weights.rerankedCount)
  }

  private func bonus(of candidate: Candidate) throws -> Double {
    let row = try index.connection.cached("SELECT texts FROM article WHERE id = ?1")
    defer { row.reset() }
    guard try row.bind(candidate.articleID, at: 1).step() else { return 0 }
    let article = try index.traits.traits(of: candidate.articleID)
    let norms = statistics.norms(of: article, weights)
    var counts = TypedSequence.Counts(sequence)
    let openingLength = article.titleLength > 0 ? 0 : weights.openingLength
    try index.texts.withParts(row, column: 0) { parts in
      sequence.count(in: parts.title, index.analyzer, opening: 0, isTitle: true, into: &counts)
      sequence.count(in: parts.lead, index.analyzer, opening: openingLength, isTitle: false, into: &counts)
      sequence.count(in: parts.body, index.analyzer, opening: openingLength, isTitle: false, into: &counts)
    }
    var bonus = 0.0
    for word in sequence.distinctWords where !sequence.words[word].isStopWord {
      bonus += weights.surface * idf[word] * saturated(counts.surfaces[word], norms)
    }
    let limit = CollectionStatistics.idf(holding: 0, of: statistics.count)
    for pair in sequence.distinctPairs {
      let rarity = min(idf[pair] + idf[pair + 1], limit)
      bonus += weights.pair * rarity * saturated(counts.pairs[pair], norms)
    }
    return bonus * formality
  }

  private func saturated(
    _ count: TypedSequence.Count, _ norms: (title: Double, text: Double)
  ) -> Double {
    weights.saturated(weights.titleOfForms * count.title / norms.title + count.text / norms.text)
  }
}
