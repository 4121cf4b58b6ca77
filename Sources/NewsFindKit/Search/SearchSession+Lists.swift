import SQLiteStore

extension SearchSession {
  /// The best candidates from the lists, and from FTS5 for the articles that no list covers yet; `nil` where all that matches must
  /// be looked at, and the texts of many articles read for it.
  func collectFromLists(
    _ query: ListQuery, _ plan: QueryPlan, _ match: PlannedMatch, _ options: SearchOptions,
    _ freshness: Freshness?, capacity: Int
  ) throws -> CollectedCandidates? {
    let impacts = index.impacts
    guard let scale = impacts.segments.first?.scale else {
      throw SQLiteError(code: .error, message: "lists were asked for where there are none")
    }
    // Else all hits are looked at anyhow.
    let wantsBest =
      options.counting == .none && options.order == .relevance && !options.countsFacets
    var opened = QueryCursors(index, options.ways, bestCount: wantsBest ? capacity : nil)
    let cursors = try query.phrases.map { try opened.cursor(over: $0.source) }
    // Where no term stands for other words, too, there is nothing to read.
    let checks = query.checks.filter { check in
      (check.doubtful + check.phrases).contains {
        $0 != check.beginning && cursors[$0].count > 0
      }
    }
    let wantsAll = options.counting == .exact || options.countsFacets || options.order == .date
    if wantsAll, !checks.isEmpty { return nil }
    let statistics = try CollectionStatistics(
      query.roles, groupCount: plan.groupCount, count: Double(impacts.articleCount), scale: scale
    ) { phrase throws(SQLiteError) in Double(try opened.documentFrequency(of: query.phrases[phrase].source)) }
    let search = ListSearch(
      query, cursors, statistics, impacts, index.traits, checks, index.written,
      ListSearch.Demand(
        filter: match.filter, capacity: capacity, order: options.order, freshness: freshness,
        counting: options.counting, countsFacets: options.countsFacets, stop: stop))
    try index.traits.refresh()
    try search.run()
    var found = CollectedCandidates(
      candidates: search.heap.sorted(), total: search.total, isTotalExact: search.isTotalExact,
      isComplete: search.isComplete, statistics: search.total > 0 ? statistics : nil, facets: search.facets)
    if try connection.integer("SELECT max(id) FROM article") ?? 0 > impacts.covered {
      try add(uncovered: plan, match, options, freshness, capacity: capacity, statistics, to: &found)
    }
    return found
  }

  /// Adds what FTS5 finds among the articles that no list covers yet: those that a run under way, or one that was broken off, has
  /// written.
  private func add(
    uncovered plan: QueryPlan, _ match: PlannedMatch, _ options: SearchOptions, _ freshness: Freshness?,
    capacity: Int, _ statistics: CollectionStatistics, to found: inout CollectedCandidates
  ) throws {
    let other = try collectFromFullText(
      plan, match, options, freshness, capacity: capacity, .all(statistics), after: index.impacts.covered)
    found.candidates = (found.candidates + other.candidates)
      .sorted { $0.precedes($1, by: options.order) }
    found.candidates.removeLast(max(found.candidates.count - capacity, 0))
    found.total += other.total
    found.isComplete = found.isComplete && other.isComplete
    found.isTotalExact = found.isTotalExact && other.isTotalExact
    if other.total > 0 { found.statistics = statistics }
    if let counted = other.facets { found.facets?.add(counted) }
  }

  /// What the lists know of the collection; `nil` where there are none.
  func knownStatistics(_ expression: MatchExpression) throws -> KnownStatistics? {
    let impacts = index.impacts
    guard let scale = impacts.segments.first?.scale else { return nil }
    // Both spellings of a beginning are one source, and to count it is to join its lists.
    var known: [ListQuery.Phrase.Source: Double?] = [:]
    for case let source? in expression.sources where known[source] == nil {
      let count: Int? =
        switch source {
        case .term(let term): try index.coveredCount(of: term)
        case .beginnings(let beginnings): try index.postings(ofTermsBeginningWith: beginnings).count
        case .phrase: try source.listedTerms.map { try index.coveredCount(of: $0) }.min()
        }
      known[source] = .some(count.map { Double($0) })
    }
    return .lists(
      articleCount: Double(impacts.articleCount), scale: scale,
      frequencies: expression.sources.map { $0.flatMap { known[$0] ?? nil } })
  }
}
