import NewsQuery

extension SearchSession {
  /// Answers a query, or the query that was probably meant if nothing is found.
  func search(_ text: String, _ options: SearchOptions) throws -> SearchResults {
    let clock = ContinuousClock()
    let start = clock.now
    let answer = try answer(text, options)
    var results = answer.results
    guard options.suggestsSpelling else { return results }
    let correction = try SpellingCorrector(index, commonTerms: answer.commonTerms)
      .correction(of: QueryParser.parse(text))
    guard let correction else { return results }
    if results.total == 0 {
      let meant = try self.answer(correction.text, options).results
      guard meant.total > 0 else { return results }
      results = meant
      results.query = text
      results.suggestion = SearchSuggestion(
        query: correction.text, corrections: correction.corrections, isSearched: true)
    } else {
      results.suggestion = SearchSuggestion(
        query: correction.text, corrections: correction.corrections, isSearched: false)
    }
    results.took = clock.now - start
    return results
  }
}
