import NewsQuery

extension SearchSession {
  /// Answers a query, or the query that was probably meant if nothing is found.
  func search(_ text: String, _ options: SearchOptions) throws -> SearchResults {
    let clock = ContinuousClock()
    let start = clock.now
    var results = try answer(text, options)
    guard options.suggestsSpelling else { return results }
    let correction = try index.connection.transaction(.deferred) {
      try SpellingCorrector(index).correction(of: QueryParser.parse(text))
    }
    guard let correction else { return results }
    if results.total == 0 {
      let meant = try answer(correction.text, options)
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
