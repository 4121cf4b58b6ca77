/// How ``NewsIndex/reindex(_:options:progress:)`` goes about its work.
public struct ReindexOptions: Sendable {
  /// Take out articles whose source, under one of the given paths, is gone.
  ///
  /// What could not be read is not gone.
  public var prune: Bool
  /// How many threads work: with 1 the calling one does everything, with more another one reads meanwhile.
  public var jobs: Int

  /// Options with these values.
  public init(prune: Bool = false, jobs: Int = 2) {
    self.prune = prune
    self.jobs = jobs
  }
}
