import NewsFindKit

/// `newsfind index --watch`: brings the index up to date and keeps it so.
struct IndexWatchCommand {
  private let arguments: CommandArguments

  init(_ arguments: CommandArguments) {
    self.arguments = arguments
  }

  /// - Returns: Success when the end was asked for between two runs; failure when one was broken off.
  func run(_ options: ReindexOptions) throws -> ExitStatus {
    for (option, reason) in [
      (CommandOption.dryRun, "--dry-run does nothing"), (.rebuild, "--rebuild makes the index once"),
      (.rejects, "what cannot be read is named on standard error, not in --rejects"),
    ] where arguments.has(option) {
      throw UsageError("--watch goes on and on: \(reason)", .index)
    }
    guard !arguments.operands.contains("-") else {
      throw UsageError("--watch needs files and folders: standard input does not change", .index)
    }
    Interruption.watch()
    let path = try IndexLocation.path(arguments)
    IndexLocation.makeFolder(of: path)
    let index = try NewsIndex.create(at: path)
    let report = WatchReport(isQuiet: arguments.has(.quiet), prunes: arguments.has(.prune))
    defer { report.clear() }
    try index.watch(arguments.operands, options: options, progress: report.show, onEvent: report.tell)
    return report.isBrokenOff ? .failure : .success
  }
}
