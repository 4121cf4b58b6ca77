import FrenchText

@testable import NewsFindKit

extension MatchFinder {
  /// A finder of phrases, each a group of its own.
  init(_ phrases: [QueryPlan.Phrase]) {
    self.init(phrases.enumerated().map { (phrase: $1, group: $0) }, FrenchAnalyzer())
  }
}
