import FrenchText
import NewsArticles
import NewsQuery
import SQLiteStore

/// Runs searches on one connection.
struct SearchSession {
  let index: IndexConnection
  var connection: Connection { index.connection }

  /// Answers a query.
  ///
  /// All of it is read from one state of the file, whoever writes meanwhile.
  func search(_ text: String, _ options: SearchOptions) throws -> SearchResults {
    let clock = ContinuousClock()
    let start = clock.now
    var plan = QueryPlan(
      QueryParser.parse(text), index.analyzer, synonyms: options.usesSynonyms ? .standard : nil)
    guard !plan.isEmpty else {
      return SearchResults(query: text, total: 0, hits: [], took: clock.now - start, notes: plan.notes)
    }
    let freshness = options.halfLife.map { Freshness(halfLife: $0, now: Freshness.currentMinute) }
    return try connection.transaction(.deferred) {
      var ranking = try ranking(of: plan, options, freshness)
      if ranking.total == 0, let relaxed = plan.relaxed() {
        plan = relaxed
        ranking = try self.ranking(of: plan, options, freshness)
      }
      let finder = MatchFinder(plan.highlighted, index.analyzer)
      let snippets = SnippetMaker(
        finder, weights: ranking.statistics?.idf ?? [], clues: AnswerClues(plan, index.analyzer),
        length: options.snippetLength)
      let shown = ranking.groups.dropFirst(max(options.offset, 0)).prefix(max(options.limit, 0))
      let hits = try zip(shown, shown.indices).map { group, place in
        let explanation =
          options.explains ? try self.explanation(of: group.candidate, plan, ranking, freshness) : nil
        return try hit(group, rank: place + 1, finder, snippets, explanation)
      }
      return SearchResults(
        query: text, total: ranking.total, hits: hits, took: clock.now - start, notes: plan.notes)
    }
  }

  func filter(_ options: SearchOptions) throws -> ArticleFilter {
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

  private func hit(
    _ group: NearDuplicates.Group, rank: Int, _ finder: MatchFinder, _ snippets: SnippetMaker,
    _ explanation: ScoreExplanation?
  ) throws -> SearchHit {
    let candidate = group.candidate
    let duplicates = try group.duplicates.compactMap { try index.documentID(of: $0) }
    let statement = try connection.cached(
      "SELECT document_id, title, section, date, url, source, lead, body FROM article WHERE id = ?1")
    defer { statement.reset() }
    guard try statement.bind(candidate.articleID, at: 1).step() else {
      throw NewsIndexError.damaged(path: index.path, detail: "article \(candidate.articleID) has no row")
    }
    let title = statement.text(1)
    let lead = statement.text(6)
    let body = statement.text(7)
    return SearchHit(
      rank: rank, id: statement.text(0), title: title, section: statement.optionalText(2),
      date: statement.optionalText(3), url: statement.optionalText(4), source: statement.optionalText(5),
      score: candidate.score,
      snippets: snippets.snippets(of: Article.joined(lead: lead, body: body), title: title),
      titleHighlights: finder.highlights(in: title), duplicates: duplicates, explanation: explanation)
  }
}
