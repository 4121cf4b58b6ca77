/// What was found for a plan before any text is read.
struct CollectedCandidates {
  /// The best, in their order.
  var candidates: [Candidate]
  /// The number of articles that match.
  var total: Int
  /// False where there may be more.
  var isTotalExact: Bool
  /// False where the search was stopped before it had seen all that could be among the best.
  var isComplete = true
  /// `nil` where nothing matched.
  var statistics: CollectionStatistics?
  /// What matches, counted, if that was asked for.
  var facets: FacetCounter?
}
