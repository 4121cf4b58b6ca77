/// Changes that are waiting for their run: until all is quiet, but not for ever.
struct PendingChanges {
  private struct Times {
    let first: ContinuousClock.Instant
    var last: ContinuousClock.Instant
    var isBeingWritten: Bool
  }

  private let timing: WatchTiming
  private var times: [String: Times] = [:]

  init(_ timing: WatchTiming) {
    self.timing = timing
  }

  /// Whether nothing is waiting.
  var isEmpty: Bool { times.isEmpty }

  /// Adds what has changed by now.
  mutating func add(_ changes: [SourceChange], at now: ContinuousClock.Instant) {
    for change in changes {
      times[change.path, default: Times(first: now, last: now, isBeingWritten: false)].last = now
      times[change.path]?.isBeingWritten = change.isBeingWritten
    }
  }

  /// The paths of what is to be looked at now; `nil` where it is too early.
  ///
  /// A burst of changes is waited for until it is over. A file that is being written is left, and does not keep others
  /// waiting.
  mutating func takeDue(at now: ContinuousClock.Instant) -> [String]? {
    let settled = times.filter { isSettled($0.value, now) }
    guard let oldest = settled.values.map(\.first).min() else { return nil }
    let isBurst = times.values.contains { !$0.isBeingWritten && !isSettled($0, now) }
    guard !isBurst || now - oldest >= timing.patience else { return nil }
    for path in settled.keys { times[path] = nil }
    return Array(settled.keys)
  }

  /// What is not to be looked at yet.
  var paths: Set<String> { Set(times.keys) }

  private func isSettled(_ times: Times, _ now: ContinuousClock.Instant) -> Bool {
    // Who has a file open may be about to write more.
    now - times.last >= (times.isBeingWritten ? timing.quiet * 4 : timing.quiet)
      || now - times.first >= timing.filePatience
  }
}
