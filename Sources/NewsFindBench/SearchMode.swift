import NewsFindKit

/// What is asked of a search that is measured: ten hits in any case.
enum SearchMode: String {
  /// Reranked and with snippets, as people see them.
  case snippets
  /// As little beside the ids as there may be: no total either, which the peers do not count here.
  case ids

  /// What newsfind is asked.
  var options: SearchOptions {
    switch self {
    case .snippets: return SearchOptions()
    case .ids:
      var options = SearchOptions(suggestsSpelling: false, showsDuplicates: true)
      options.reranks = false
      options.makesSnippets = false
      options.counting = .none
      return options
    }
  }
}
