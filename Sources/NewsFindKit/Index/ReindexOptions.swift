import NewsArticles

/// How ``NewsIndex/reindex(_:options:progress:)`` goes about its work.
public struct ReindexOptions: Sendable {
  /// Take out articles whose source, under one of the given paths, is gone.
  ///
  /// What could not be read is not gone.
  public var prune: Bool
  /// How many threads work: with 1 the calling one does everything, with more another one reads meanwhile.
  public var jobs: Int
  /// Called with each input that could not be read, as it is met; a summary keeps the first thousand only.
  public var onRejection: (@Sendable (Rejection) -> Void)?

  /// Options with these values.
  public init(
    prune: Bool = false, jobs: Int = 2, onRejection: (@Sendable (Rejection) -> Void)? = nil
  ) {
    self.prune = prune
    self.jobs = jobs
    self.onRejection = onRejection
  }
}
