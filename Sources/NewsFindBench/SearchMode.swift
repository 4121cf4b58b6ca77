import NewsFindKit

/// What is asked of a search that is measured: ten hits in any case.
enum SearchMode: String {
  /// Reranked and with snippets, as people see them.
  case snippets
  /// As little beside the ids as there may be.
  case ids

  /// What newsfind is asked.
  var options: SearchOptions {
    switch self {
    case .snippets: SearchOptions()
    case .ids: SearchOptions(snippetLength: 40, suggestsSpelling: false, showsDuplicates: true)
    }
  }
}
