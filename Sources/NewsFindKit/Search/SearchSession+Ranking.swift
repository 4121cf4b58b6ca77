import NewsArticles
import SQLiteStore

extension SearchSession {
  /// The best articles for a plan, in their order.
  struct Ranking {
    /// The number of articles that match.
    let total: Int
    let groups: [NearDuplicates.Group]
    /// `nil` where nothing matched.
    let statistics: CollectionStatistics?
    /// The rows that were reranked.
    let reranked: Set<Int64>
    /// What matches, counted; `nil` where that was not asked for.
    let facets: SearchFacets?
  }

  /// The best articles, as many as `options` asks to pass over and to show.
  func ranking(of plan: QueryPlan, _ options: SearchOptions, _ freshness: Freshness?) throws -> Ranking {
    let wanted = Self.wantedCount(options)
    let rerankedCount = RankingWeights.standard.rerankedCount
    var capacity = max(wanted, rerankedCount)
    while true {
      var candidates = try collect(plan, options, freshness, capacity: capacity)
      let total = index.collector.total
      let statistics = index.collector.statistics
      var reranked: Set<Int64> = []
      if options.order == .relevance, let statistics {
        reranked = Set(candidates.prefix(rerankedCount).map(\.articleID))
        candidates = try Reranker(plan, statistics, index, freshness: freshness).reranked(candidates)
      }
      let groups =
        options.showsDuplicates
        ? candidates.map { NearDuplicates.Group(candidate: $0) }
        : try NearDuplicates.grouped(candidates) { try index.fingerprint(of: $0) }
      // Where many copies fill the list, what stands behind them is looked at too.
      if groups.count >= wanted || candidates.count < capacity || capacity >= NearDuplicates.comparedCount {
        return Ranking(
          total: total, groups: groups, statistics: statistics, reranked: reranked, facets: try facets())
      }
      capacity = min(capacity * 4, NearDuplicates.comparedCount)
    }
  }

  /// How many hits are to be passed over and shown.
  private static func wantedCount(_ options: SearchOptions) -> Int {
    let (sum, overflow) = max(options.offset, 0).addingReportingOverflow(max(options.limit, 0))
    return overflow ? .max : sum
  }

  /// The best candidates by their terms, as many as `options` asks to pass over and to show, and as are reranked.
  func collect(_ plan: QueryPlan, _ options: SearchOptions) throws -> [Candidate] {
    try collect(
      plan, options, nil, capacity: max(Self.wantedCount(options), RankingWeights.standard.rerankedCount))
  }

  private func collect(
    _ plan: QueryPlan, _ options: SearchOptions, _ freshness: Freshness?, capacity: Int
  ) throws -> [Candidate] {
    let expression = MatchExpression(plan)
    try index.collector.prepare(
      roles: expression.roles, groupCount: plan.groupCount, filter: filter(options), capacity: capacity,
      order: options.order, countsFacets: options.countsFacets, freshness: freshness)
    let statement = try connection.cached(
      "SELECT \(CandidateCollector.name)(article_text) FROM article_text WHERE article_text MATCH ?1")
    try statement.bind(expression.text, at: 1).run()
    return index.collector.candidates()
  }

  /// Why a hit scores what it does.
  ///
  /// The article is scored once more, alone: a search that explains nothing need not remember anything.
  func explanation(
    of candidate: Candidate, _ plan: QueryPlan, _ ranking: Ranking, _ freshness: Freshness?
  ) throws -> ScoreExplanation {
    let expression = MatchExpression(plan)
    try index.collector.prepare(
      roles: expression.roles, groupCount: plan.groupCount, filter: ArticleFilter(), capacity: 1,
      order: .relevance, keepsParts: true)
    let statement = try connection.cached(
      """
      SELECT \(CandidateCollector.name)(article_text) FROM article_text
      WHERE article_text MATCH ?1 AND rowid = ?2
      """)
    try statement.bind(expression.text, at: 1).bind(candidate.articleID, at: 2).run()
    var texts: [Int: String] = [:]
    for (phrase, group) in plan.highlighted where texts[group] == nil {
      texts[group] = phrase.joined(separator: " ")
    }
    let idf = index.collector.statistics?.idf ?? []
    var parts: [ScorePart] = []
    for (group, part) in index.collector.parts.enumerated() where part.score > 0 {
      parts.append(
        ScorePart(
          kind: .word, text: texts[group] ?? "", score: part.score, idf: idf[group],
          titleFrequency: part.titleFrequency, textFrequency: part.textFrequency))
    }
    if let statistics = ranking.statistics, ranking.reranked.contains(candidate.articleID) {
      parts += try Reranker(plan, statistics, index, freshness: freshness).parts(of: candidate.articleID)
    }
    return ScoreExplanation(parts: parts, freshness: freshness?.factor(of: candidate.minutes) ?? 1)
  }
}
