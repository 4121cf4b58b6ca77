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
    var plan = QueryPlan(
      QueryParser.parse(text), index.analyzer, synonyms: options.usesSynonyms ? .standard : nil)
    guard !plan.isEmpty else {
      return SearchResults(query: text, total: 0, hits: [], took: clock.now - start, notes: plan.notes)
    }
    return try connection.transaction(.deferred) {
      var candidates = try collect(plan, options)
      if index.collector.total == 0, let relaxed = plan.relaxed() {
        plan = relaxed
        candidates = try collect(plan, options)
      }
      let weights = index.collector.statistics?.idf ?? []
      if options.order == .relevance, let statistics = index.collector.statistics {
        candidates = try Reranker(plan, statistics, index).reranked(candidates)
      }
      let finder = MatchFinder(plan.highlighted, index.analyzer)
      let snippets = SnippetMaker(finder, weights: weights, length: options.snippetLength)
      let shown = candidates.dropFirst(max(options.offset, 0)).prefix(max(options.limit, 0))
      let hits = try zip(shown, shown.indices).map { candidate, place in
        try hit(candidate, rank: place + 1, finder, snippets)
      }
      var results = SearchResults(
        query: text, total: index.collector.total, hits: hits, took: clock.now - start, notes: plan.notes)
      results.facets = try facets()
      return results
    }
  }

  /// The best candidates, as many as `options` asks to pass over and to show.
  func collect(_ plan: QueryPlan, _ options: SearchOptions) throws -> [Candidate] {
    let (capacity, overflow) = max(options.offset, 0).addingReportingOverflow(max(options.limit, 0))
    let expression = MatchExpression(plan)
    try index.collector.prepare(
      roles: expression.roles, groupCount: plan.groupCount, filter: filter(options),
      capacity: overflow ? .max : max(capacity, RankingWeights.standard.rerankedCount), order: options.order,
      countsFacets: options.countsFacets)
    let statement = try connection.cached(
      "SELECT \(CandidateCollector.name)(article_text) FROM article_text WHERE article_text MATCH ?1")
    try statement.bind(expression.text, at: 1).run()
    return index.collector.candidates()
  }

  private func filter(_ options: SearchOptions) throws -> ArticleFilter {
    var filter = ArticleFilter()
    filter.firstMinute = options.after?.minutes
    filter.endMinute = options.before?.minutes
    if let section = options.section {
      let wanted = FrenchFolding.fold(section)
      let statement = try connection.prepare("SELECT id, name FROM section")
      var numbers: Set<UInt16> = []
      while try statement.step() {
        guard FrenchFolding.fold(statement.text(1)) == wanted else { continue }
        numbers.insert(UInt16(clamping: statement.integer(0)))
      }
      filter.sections = numbers
    }
    return filter
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
