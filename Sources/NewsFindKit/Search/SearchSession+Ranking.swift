import NewsArticles
import SQLiteStore

extension SearchSession {
  /// The best articles for a plan, in their order.
  struct Ranking {
    /// The number of articles that match.
    let total: Int
    /// False where there may be more.
    let isTotalExact: Bool
    let groups: [NearDuplicates.Group]
    /// `nil` where nothing matched.
    let statistics: CollectionStatistics?
    /// The rows that were reranked.
    let reranked: Set<Int64>
    /// What matches, counted; `nil` where that was not asked for.
    let facets: SearchFacets?
    /// What was asked of FTS5 and of each row.
    let match: PlannedMatch
    /// False where the time was over first.
    let isComplete: Bool
  }

  /// The best articles, as many as `options` asks to pass over and to show.
  func ranking(of plan: inout QueryPlan, _ options: SearchOptions, _ freshness: Freshness?) throws -> Ranking
  {
    let match = try match(&plan, options)
    let wanted = Self.wantedCount(options)
    let reranks = options.reranks && options.order == .relevance
    let rerankedCount = reranks ? RankingWeights.standard.rerankedCount : 0
    // Where no hit is wanted it matters still whether there are any.
    var capacity = max(wanted, rerankedCount, 1)
    while true {
      let found = try collect(&plan, match, options, freshness, capacity: capacity)
      var candidates = found.candidates
      var reranked: Set<Int64> = []
      if reranks, let statistics = found.statistics {
        reranked = Set(candidates.prefix(rerankedCount).map(\.articleID))
        candidates = try Reranker(plan, statistics, index, freshness: freshness).reranked(candidates)
      }
      let groups =
        options.showsDuplicates
        ? candidates.map { NearDuplicates.Group(candidate: $0) }
        : try NearDuplicates.grouped(candidates) { try index.fingerprint(of: $0) }
      // Where many copies fill the list, what stands behind them is looked at too.
      if !found.isComplete || groups.count >= wanted || candidates.count < capacity
        || capacity >= NearDuplicates.comparedCount
      {
        return Ranking(
          total: found.total, isTotalExact: found.isTotalExact, groups: groups, statistics: found.statistics,
          reranked: reranked, facets: try found.facets.map { try facets($0) }, match: match,
          isComplete: found.isComplete)
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
  func collect(_ plan: inout QueryPlan, _ options: SearchOptions) throws -> CollectedCandidates {
    try collect(
      &plan, match(&plan, options), options, nil,
      capacity: max(Self.wantedCount(options), RankingWeights.standard.rerankedCount))
  }

  /// What to ask of FTS5 and of each row for a plan.
  private func match(_ plan: inout QueryPlan, _ options: SearchOptions) throws -> PlannedMatch {
    let resolver = FilterResolver(connection)
    var filter = try resolver.filter(options)
    let filters = try plan.filters.map { try resolver.filter($0, notes: &plan.notes) }
    // A filter that holds for all hits is asked first, and FTS5's answer stays exact.
    var rest: [QueryCondition] = []
    for part in plan.condition.map(\.conjuncts) ?? [] {
      if case .filter(let number) = part { filter.narrow(to: filters[number]) } else { rest.append(part) }
    }
    return PlannedMatch(
      expression: MatchExpression(plan, .all(of: rest)), lists: ListQuery(plan, rest), filter: filter,
      filters: filters)
  }

  private func collect(
    _ plan: inout QueryPlan, _ match: PlannedMatch, _ options: SearchOptions, _ freshness: Freshness?,
    capacity: Int
  ) throws -> CollectedCandidates {
    try index.impacts.refresh()
    index.written.limit = options.ways.textLimit
    if let query = match.lists, options.ways.usesLists, !index.impacts.segments.isEmpty {
      if let found = try collectFromLists(query, plan, match, options, freshness, capacity: capacity) {
        return found
      }
    }
    let known = try knownStatistics(match.expression)
    let found = try collectFromFullText(plan, match, options, freshness, capacity: capacity, known)
    let note =
      "too many articles to read them all for words as they are written: there may be more than were found"
    if index.collector.isCutShort, !plan.notes.contains(note) { plan.notes.append(note) }
    return found
  }

  /// What FTS5 finds, all of it scored.
  ///
  /// - Parameters:
  ///   - plan: What is looked for.
  ///   - match: What to ask of FTS5 and of each row.
  ///   - options: What comes first, and what is counted.
  ///   - freshness: How age lessens scores, if it does.
  ///   - capacity: How many candidates to keep.
  ///   - known: What the lists know of the collection; `nil` where there are none.
  ///   - last: Only articles behind this one.
  /// - Returns: The candidates, best first.
  /// - Throws: ``SQLiteError``.
  func collectFromFullText(
    _ plan: QueryPlan, _ match: PlannedMatch, _ options: SearchOptions, _ freshness: Freshness?,
    capacity: Int, _ known: KnownStatistics?, after last: Int64? = nil
  ) throws -> CollectedCandidates {
    let expression = match.expression
    let collector = index.collector
    try collector.prepare(
      roles: expression.roles, groupCount: plan.groupCount, filter: match.filter, capacity: capacity,
      order: options.order, known: known, test: match.test(plan), seesOthers: expression.meansOthers,
      countsFacets: options.countsFacets, freshness: freshness, stop: stop)
    if let text = expression.text {
      let statement = try connection.cached(
        """
        SELECT \(CandidateCollector.name)(article_text) FROM article_text
        WHERE article_text MATCH ?1\(last == nil ? "" : " AND rowid > ?2")
        """)
      try statement.bind(text, at: 1)
      if let last { try statement.bind(last, at: 2) }
      do {
        try statement.run()
      } catch {
        if let reason = collector.stopError { throw reason }
        // The time is over: what was found until then is the answer.
        guard collector.isStopped else { throw error }
      }
    }
    if expression.meansOthers {
      let rows = try connection.cached("SELECT id FROM article")
      defer { rows.reset() }
      while try rows.step() { try collector.visitOther(rows.integer(0)) }
    }
    return CollectedCandidates(
      candidates: collector.candidates(), total: collector.total,
      isTotalExact: !collector.isCutShort && !collector.isStopped, isComplete: !collector.isStopped,
      statistics: collector.statistics, facets: collector.facets)
  }

  /// Why a hit scores what it does.
  ///
  /// The article is scored once more, alone: a search that explains nothing need not remember anything.
  func explanation(
    of candidate: Candidate, _ plan: QueryPlan, _ ranking: Ranking, _ freshness: Freshness?
  ) throws -> ScoreExplanation {
    let expression = ranking.match.expression
    guard let text = expression.text else { return ScoreExplanation(parts: [], freshness: 1) }
    try index.collector.prepare(
      roles: expression.roles, groupCount: plan.groupCount, filter: ArticleFilter(), capacity: 1,
      order: .relevance, known: knownStatistics(expression), test: ranking.match.test(plan), keepsParts: true)
    let statement = try connection.cached(
      """
      SELECT \(CandidateCollector.name)(article_text) FROM article_text
      WHERE article_text MATCH ?1 AND rowid = ?2
      """)
    try statement.bind(text, at: 1).bind(candidate.articleID, at: 2).run()
    var texts: [Int: String] = [:]
    for isTitle in [false, true] {
      for (phrase, group) in plan.highlighted(isTitle: isTitle) where texts[group] == nil {
        texts[group] = phrase.joined(separator: " ")
      }
      for (pattern, group) in plan.highlightedPatterns(isTitle: isTitle) where texts[group] == nil {
        texts[group] = pattern.description
      }
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
