import Glibc
import NewsFindKit

/// `newsfind index`: makes the index or brings it up to date.
struct IndexCommand {
  private let arguments: CommandArguments

  init(_ arguments: CommandArguments) {
    self.arguments = arguments
  }

  func run() throws -> ExitStatus {
    guard !arguments.operands.isEmpty else {
      throw UsageError("index needs the path of a file or a folder", .index)
    }
    var options = ReindexOptions(
      prune: arguments.has(.prune), jobs: max(try arguments.number(.jobs, default: ReindexOptions().jobs), 1),
      waits: arguments.has(.wait), isCancelled: { Interruption.isAsked })
    guard !(arguments.has(.rebuild) && arguments.has(.prune)) else {
      throw UsageError("--rebuild makes the index anew: there is nothing to prune", .index)
    }
    guard !(arguments.has(.rebuild) && arguments.has(.dryRun)) else {
      throw UsageError("--rebuild makes the index anew: there is nothing to compare with", .index)
    }
    if arguments.has(.watch) { return try IndexWatchCommand(arguments).run(options) }
    let log = try arguments.options[.rejects].map(RejectionLog.init)
    if let log { options.onRejection = { log.add($0) } }
    let isQuiet = arguments.has(.quiet)
    var progress = ProgressLine(isShown: !isQuiet && Terminal.isTerminal(STDERR_FILENO))
    let start = ContinuousClock().now
    let summary: ReindexSummary
    Interruption.watch()
    do {
      defer { progress.clear() }
      summary = try self.summary(options) { state in
        if state.removing > 0, !isQuiet {
          progress.clear()
          let doing = arguments.has(.dryRun) ? "would take out" : "taking out"
          Message.note("\(doing) \(state.removing) articles whose source is gone")
        } else {
          progress.show(state)
        }
      }
    }

    try log?.finish()
    summary.tellRejections()
    if !isQuiet { report(summary, ContinuousClock().now - start) }
    if summary.isCancelled {
      Message.note(
        arguments.has(.rebuild)
          ? "stopped: the index is as it was"
          : "stopped: what was indexed stays; the same command goes on from there")
      return .failure
    }
    return summary.rejectionCount == 0 ? .success : .negative
  }

  private func summary(
    _ options: ReindexOptions, _ progress: (ReindexProgress) -> Void
  ) throws -> ReindexSummary {
    let path = try IndexLocation.path(arguments)
    let paths = arguments.operands
    if arguments.has(.dryRun) {
      return try NewsIndex.dryRun(at: path, with: paths, options: options, progress: progress)
    }
    IndexLocation.makeFolder(of: path)
    if arguments.has(.rebuild) {
      return try NewsIndex.rebuild(at: path, from: paths, options: options, progress: progress)
    }
    return try NewsIndex.create(at: path).reindex(paths, options: options, progress: progress)
  }

  private func report(_ summary: ReindexSummary, _ took: Duration) {
    let seconds = Double(took.microseconds) / 1_000_000
    let rate = seconds > 0 ? Double(summary.bytes) / 1_000_000 / seconds : 0
    let doing = arguments.has(.dryRun) ? "would index" : "indexed"
    Message.note(
      "\(doing) \(summary.counts(withRemoved: arguments.has(.prune))); "
        + "\(seconds.oneDecimal) s, \(rate.oneDecimal) MB/s")
  }
}
