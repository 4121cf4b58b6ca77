import NewsArticles

/// How ``NewsIndex/reindex(_:options:progress:)`` goes about its work.
public struct ReindexOptions: Sendable {
  /// Take out articles whose source, under one of the given paths, is gone.
  ///
  /// What could not be read is not gone.
  public var prune: Bool
  /// How many threads work: with 1 the calling one does everything, with more another one reads meanwhile.
  public var jobs: Int
  /// Wait until another run that writes the index is done, instead of failing.
  public var waits: Bool
  /// Asked after each batch and often amid longer work, beside whether the calling task is cancelled: true ends the work there.
  public var isCancelled: @Sendable () -> Bool
  /// Called with each input that could not be read, as it is met; a summary keeps the first thousand only.
  public var onRejection: (@Sendable (Rejection) -> Void)?
  /// What of the paths is looked at.
  var scope = ReindexScope()

  /// Options with these values.
  public init(
    prune: Bool = false, jobs: Int = 2, waits: Bool = false,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    onRejection: (@Sendable (Rejection) -> Void)? = nil
  ) {
    self.prune = prune
    self.jobs = jobs
    self.waits = waits
    self.isCancelled = isCancelled
    self.onRejection = onRejection
  }

  /// Whether the work is to end.
  var isEndAsked: Bool { Task.isCancelled || isCancelled() }
}
