/// How much a search does to tell how many articles match.
public enum TotalCounting: Sendable, Hashable {
  /// The total is exact at any cost.
  case exact
  /// The total is exact unless so many articles match that counting them would take longer than finding the best: then it is
  /// "at least".
  case whereCheap
  /// Nothing is done for it that the hits do not need: it is mostly "at least" what was looked at.
  ///
  /// For programs that want hits alone: in a million articles a phrase of three words takes a fifth less time.
  case none
}
