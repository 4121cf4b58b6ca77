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
      snippetLength: try arguments.number(.snippetLength, default: 235),
      usesSynonyms: !arguments.has(.noSynonyms), isStrict: arguments.has(.strict),
      suggestsSpelling: !arguments.has(.noSuggestions),
      countsFacets: arguments.has(.facets), halfLife: try Self.halfLife(arguments),
      showsDuplicates: arguments.has(.all), explains: arguments.has(.explain))
    if arguments.has(.count) { counting = .exact }
    if arguments.options[.timeLimit] != nil {
      timeLimit = .milliseconds(try arguments.number(.timeLimit, default: 0))
    }
  }

  private static func halfLife(_ arguments: CommandArguments) throws(UsageError) -> HalfLife? {
    guard let text = arguments.options[.fresh] else { return nil }
    guard let halfLife = HalfLife(text) else {
      throw UsageError("--fresh takes a time such as 30d, 2w, 6m or 1y, not '\(text)'", arguments.command)
    }
    return halfLife
  }
}
