/// What is known of the collection before FTS5 is asked: to ask it costs as much as the search itself.
enum KnownStatistics {
  /// All that the formula needs.
  case all(CollectionStatistics)
  /// What the lists know: the number of articles, what lengths weaken, and for each phrase of an expression the number of articles
  /// that hold it; `nil` where they do not know.
  case lists(articleCount: Double, scale: ImpactScale, frequencies: [Double?])
}
