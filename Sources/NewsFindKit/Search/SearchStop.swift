/// When a search is to end though it may not have found all.
struct SearchStop {
  private let deadline: ContinuousClock.Instant?
  private let isCancelled: @Sendable () -> Bool

  /// - Parameters:
  ///   - start: When the search began.
  ///   - options: Its time limit, and who may cancel it.
  init(from start: ContinuousClock.Instant, _ options: SearchOptions) {
    deadline = options.timeLimit.map { start + $0 }
    isCancelled = options.isCancelled
  }

  /// Whether the time is over; to be asked now and then.
  ///
  /// - Throws: `CancellationError` when the search was cancelled.
  func isDue() throws -> Bool {
    if isCancelled() { throw CancellationError() }
    guard let deadline else { return false }
    return ContinuousClock().now >= deadline
  }
}
