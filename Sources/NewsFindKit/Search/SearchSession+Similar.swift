import FrenchText
import NewsArticles
import SQLiteStore

extension SearchSession {
  /// Articles that are about the same as one of the index; `nil` where there is none with that id.
  func similar(to documentID: String, _ options: SearchOptions) throws -> SearchResults? {
    let clock = ContinuousClock()
    let start = clock.now
    return try index.connection.transaction(.deferred) {
      guard let (id, texts) = try source(documentID) else { return nil }
      let count = Int(try index.connection.integer("SELECT max(id) FROM article") ?? 0)
      let telling = TellingTerms(
        texts, index.analyzer, try index.vocabulary.vocabulary(), articleCount: count)
      guard !telling.terms.isEmpty else {
        return SearchResults(
          query: documentID, total: 0, hits: [], took: clock.now - start,
          notes: ["the article holds no word that tells it from others"])
      }
      var plan = QueryPlan(anyOf: telling.terms)
      var wider = options
      wider.limit = max(options.limit, 0).addingReportingOverflow(Self.roomForCopies).partialValue
      if wider.limit < options.limit { wider.limit = options.limit }
      wider.countsFacets = false
      let found = try collect(&plan, wider)
      let candidates = found.candidates
      let others = try candidates.filter { try !isCopy($0, of: id, texts) }
      let finder = MatchFinder(plan, isTitle: false, index.analyzer)
      let snippets = SnippetMaker(
        finder, weights: found.statistics?.idf ?? [], length: options.snippetLength)
      let shown = others.dropFirst(max(options.offset, 0)).prefix(max(options.limit, 0))
      let hits = try zip(shown, shown.indices).map { candidate, place in
        try hit(candidate, rank: place + 1, finder, snippets)
      }
      return SearchResults(
        query: documentID, total: found.total - (candidates.count - others.count),
        isTotalExact: found.isTotalExact, hits: hits,
        took: clock.now - start, notes: ["looked for: \(telling.spellings.joined(separator: ", "))"])
    }
  }

  /// An article has the highest score for its own words, and so have its copies: so many are looked for.
  private static let roomForCopies = 50

  private func source(_ documentID: String) throws -> (id: Int64, texts: ArticleTexts)? {
    let row = try index.connection.cached("SELECT id, texts FROM article WHERE document_id = ?1")
    defer { row.reset() }
    guard try row.bind(documentID, at: 1).step() else { return nil }
    return (row.integer(0), try index.texts.texts(row, column: 1))
  }

  /// Whether a candidate is the article itself, or says the same word for word.
  private func isCopy(_ candidate: Candidate, of id: Int64, _ texts: ArticleTexts) throws -> Bool {
    if candidate.articleID == id { return true }
    // Texts of other lengths differ: most need not be read.
    guard
      try index.traits.traits(of: candidate.articleID).textLength == index.traits.traits(of: id).textLength
    else { return false }
    let row = try index.connection.cached("SELECT texts FROM article WHERE id = ?1")
    defer { row.reset() }
    guard try row.bind(candidate.articleID, at: 1).step() else { return false }
    let other = try index.texts.texts(row, column: 0)
    return other.lead == texts.lead && other.body == texts.body
  }
}
