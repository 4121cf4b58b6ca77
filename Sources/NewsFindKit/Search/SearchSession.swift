import FrenchText
import NewsArticles
import NewsQuery
import SQLiteStore

/// Runs searches on one connection.
struct SearchSession {
  let index: IndexConnection
  var connection: Connection { index.connection }

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
    let freshness = options.halfLife.map { Freshness(halfLife: $0, now: Freshness.currentMinute) }
    return try connection.transaction(.deferred) {
      var ranking = try ranking(of: &plan, options, freshness)
      if ranking.total == 0, plan.canBeRelaxed {
        plan = QueryPlanner.plan(query, index.analyzer, synonyms: synonyms, relaxesPhrases: true)
        ranking = try self.ranking(of: &plan, options, freshness)
      }
      let titleFinder = MatchFinder(plan, isTitle: true, index.analyzer)
      let finder = MatchFinder(plan, isTitle: false, index.analyzer)
      let snippets =
        options.makesSnippets
        ? SnippetMaker(
          finder, weights: ranking.statistics?.idf ?? [], clues: AnswerClues(plan, index.analyzer),
          length: options.snippetLength) : nil
      let shown = ranking.groups.dropFirst(max(options.offset, 0)).prefix(max(options.limit, 0))
      let hits = try zip(shown, shown.indices).map { group, place in
        let explanation =
          options.explains ? try self.explanation(of: group.candidate, plan, ranking, freshness) : nil
        return try hit(
          group.candidate, duplicates: group.duplicates, rank: place + 1, titleFinder, snippets, explanation)
      }
      var results = SearchResults(
        query: text, total: ranking.total, isTotalExact: ranking.isTotalExact, hits: hits,
        took: clock.now - start, notes: query.notes + plan.notes)
      results.facets = ranking.facets
      return results
    }
  }

  /// An article as a hit.
  ///
  /// - Parameters:
  ///   - candidate: The article.
  ///   - duplicates: The rows of those that are nearly the same.
  ///   - rank: Its place in the list.
  ///   - titleFinder: What is highlighted in the title.
  ///   - snippets: Makes its snippets; `nil` where it has none.
  ///   - explanation: Why it scores what it does, if that is told.
  /// - Returns: The hit.
  /// - Throws: ``SQLiteError``; ``NewsIndexError`` where the article has no row.
  func hit(
    _ candidate: Candidate, duplicates: [Int64] = [], rank: Int, _ titleFinder: MatchFinder,
    _ snippets: SnippetMaker?,
    _ explanation: ScoreExplanation? = nil
  ) throws -> SearchHit {
    let duplicates = try duplicates.compactMap { try index.documentID(of: $0) }
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
      score: candidate.score, snippets: snippets?.snippets(of: texts.text, title: texts.title) ?? [],
      titleHighlights: titleFinder.highlights(in: texts.title), duplicates: duplicates,
      explanation: explanation)
  }
}
