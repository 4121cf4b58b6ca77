import NewsFindKit

extension SearchOptions {
  /// What a command line asks of a search.
  ///
  /// - Throws: ``UsageError``.
  init(_ arguments: CommandArguments) throws(UsageError) {
    self.init(
      limit: try arguments.number(.limit, default: 10), offset: try arguments.number(.offset, default: 0),
      section: arguments.options[.section], after: try arguments.date(.after),
      before: try arguments.date(.before), order: try arguments.choice(.sort, default: SearchOrder.relevance),
      snippetLength: try arguments.number(.snippetLength, default: 240),
      usesSynonyms: !arguments.has(.noSynonyms), isStrict: arguments.has(.strict),
      suggestsSpelling: !arguments.has(.noSuggestions),
      countsFacets: arguments.has(.facets))
  }
}
