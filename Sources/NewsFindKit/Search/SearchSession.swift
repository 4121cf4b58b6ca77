import FrenchText
import NewsArticles
import NewsQuery
import SQLiteStore

/// Runs searches on one connection.
struct SearchSession {
  let index: IndexConnection
  private var connection: Connection { index.connection }

  /// Answers a query as it stands.
  ///
  /// All of it is read from one state of the file, whoever writes meanwhile.
  func answer(_ text: String, _ options: SearchOptions) throws -> SearchResults {
    let clock = ContinuousClock()
    let start = clock.now
    let query = QueryParser.parse(text) { ArticleDate($0) != nil }
    if options.isStrict, let remark = query.remarks.first { throw QuerySyntaxError(remark, in: text) }
    let synonyms: Synonyms? = options.usesSynonyms ? .standard : nil
    var plan = QueryPlanner.plan(query, index.analyzer, synonyms: synonyms)
    guard !plan.isEmpty else {
      return SearchResults(
        query: text, total: 0, isTotalExact: true, hits: [], took: clock.now - start,
        notes: query.notes + plan.notes)
    }
    return try connection.transaction(.deferred) {
      var candidates = try collect(&plan, options)
      if index.collector.total == 0, plan.canBeRelaxed {
        plan = QueryPlanner.plan(query, index.analyzer, synonyms: synonyms, relaxesPhrases: true)
        candidates = try collect(&plan, options)
      }
      let weights = index.collector.statistics?.idf ?? []
      if options.order == .relevance, let statistics = index.collector.statistics {
        candidates = try Reranker(plan, statistics, index).reranked(candidates)
      }
      let titleFinder = MatchFinder(plan, isTitle: true, index.analyzer)
      let finder = MatchFinder(plan, isTitle: false, index.analyzer)
      let snippets = SnippetMaker(finder, weights: weights, length: options.snippetLength)
      let shown = candidates.dropFirst(max(options.offset, 0)).prefix(max(options.limit, 0))
      let hits = try zip(shown, shown.indices).map { candidate, place in
        try hit(candidate, rank: place + 1, titleFinder, snippets)
      }
      var results = SearchResults(
        query: text, total: index.collector.total, isTotalExact: !index.collector.isCutShort, hits: hits,
        took: clock.now - start, notes: query.notes + plan.notes)
      results.facets = try facets()
      return results
    }
  }

  /// The best candidates, as many as `options` asks to pass over and to show.
  func collect(_ plan: inout QueryPlan, _ options: SearchOptions) throws -> [Candidate] {
    let (capacity, overflow) = max(options.offset, 0).addingReportingOverflow(max(options.limit, 0))
    let resolver = FilterResolver(connection)
    var filter = try resolver.filter(options)
    let filters = try plan.filters.map { try resolver.filter($0, notes: &plan.notes) }
    // A filter that holds for all hits is asked first, and FTS5's answer stays exact.
    var rest: [QueryCondition] = []
    for part in plan.condition.map(\.conjuncts) ?? [] {
      if case .filter(let number) = part { filter.narrow(to: filters[number]) } else { rest.append(part) }
    }
    let expression = MatchExpression(plan, .all(of: rest))
    let needsTest = expression.condition != nil || plan.leaves.contains { $0.written != nil }
    try index.collector.prepare(
      roles: expression.roles, groupCount: plan.groupCount, filter: filter,
      capacity: overflow ? .max : max(capacity, RankingWeights.standard.rerankedCount), order: options.order,
      test: needsTest ? RowTest(plan, expression, filters) : nil, seesOthers: expression.meansOthers,
      countsFacets: options.countsFacets)
    if let text = expression.text {
      let statement = try connection.cached(
        "SELECT \(CandidateCollector.name)(article_text) FROM article_text WHERE article_text MATCH ?1")
      try statement.bind(text, at: 1).run()
    }
    if expression.meansOthers {
      let rows = try connection.cached("SELECT id FROM article")
      defer { rows.reset() }
      while try rows.step() { try index.collector.visitOther(rows.integer(0)) }
    }
    if index.collector.isCutShort {
      plan.notes.append(
        "too many articles to read them all for words as they are written: there may be more than were found")
    }
    return index.collector.candidates()
  }

  func hit(
    _ candidate: Candidate, rank: Int, _ finder: MatchFinder, _ snippets: SnippetMaker
  ) throws -> SearchHit {
    let statement = try connection.cached(
      "SELECT document_id, section, date, url, source, texts FROM article WHERE id = ?1")
    defer { statement.reset() }
    guard try statement.bind(candidate.articleID, at: 1).step() else {
      throw NewsIndexError.damaged(path: index.path, detail: "article \(candidate.articleID) has no row")
    }
    let texts = try index.texts.texts(statement, column: 5)
    return SearchHit(
      rank: rank, id: statement.text(0), title: texts.title, section: statement.optionalText(1),
      date: statement.optionalText(2), url: statement.optionalText(3), source: statement.optionalText(4),
      score: candidate.score, snippets: snippets.snippets(of: texts.text),
      titleHighlights: finder.highlights(in: texts.title))
  }
}
