import NewsArticles

/// The runs that keep an index in line with what changes.
struct Watching {
  private let index: NewsIndex
  private let paths: [String]
  private let options: ReindexOptions
  private var pending: PendingChanges
  /// What a run is to look at that another process kept from beginning.
  private var putOff: [String] = []
  private var nextAttempt = ContinuousClock().now

  /// How often it is looked whether changes are due, and, where there are none, whether the end is asked for.
  static let interval = Duration.milliseconds(100)
  static let idleInterval = Duration.milliseconds(250)
  private static let attemptInterval = Duration.seconds(1)

  init(_ index: NewsIndex, _ paths: [String], _ options: ReindexOptions, _ timing: WatchTiming) {
    self.index = index
    self.paths = paths
    var options = options
    // Waiting for a lock could not be broken off.
    options.waits = false
    self.options = options
    pending = PendingChanges(timing)
  }

  /// Whether nothing is waiting for its run.
  var isIdle: Bool { pending.isEmpty && putOff.isEmpty }

  /// Takes in what has changed, and does what is due.
  ///
  /// - Returns: What was done, if anything.
  /// - Throws: ``NewsIndexError``.
  mutating func run(
    _ changes: [SourceChange], _ progress: (ReindexProgress) -> Void
  ) throws -> WatchEvent? {
    let now = ContinuousClock().now
    pending.add(changes, at: now)
    guard now >= nextAttempt, let due = pending.takeDue(at: now) ?? (putOff.isEmpty ? nil : []) else {
      return nil
    }
    let wasPutOff = !putOff.isEmpty
    let taken = putOff + due
    putOff = []
    // What is gone is of interest to those only who want its articles taken out.
    guard options.prune || taken.contains(where: { !FileStatus.isGone($0) }) else { return nil }
    var options = options
    options.scope.selection = options.prune ? nil : PathSelection(taken)
    options.scope.unsettled = pending.paths
    do {
      return .indexed(try index.reindex(paths, options: options, progress: progress))
    } catch let error as NewsIndexError where error.isOfAnotherWriter {
      putOff = taken
      nextAttempt = ContinuousClock().now + Self.attemptInterval
      return wasPutOff ? nil : .putOff(error)
    }
  }
}

extension NewsIndexError {
  /// Whether it will pass when another process is done.
  fileprivate var isOfAnotherWriter: Bool {
    switch self {
    case .beingWritten, .busy: true
    default: false
    }
  }
}
