/// The forms in which hits are printed: `--format`, or `--json`.
enum OutputFormat: String, CaseIterable {
  case text, json, trec

  /// - Throws: ``UsageError``.
  init(_ arguments: CommandArguments) throws(UsageError) {
    self = try arguments.choice(.format, default: arguments.has(.json) ? OutputFormat.json : .text)
    if arguments.has(.json), self != .json {
      throw UsageError("--json and --format disagree", arguments.command)
    }
  }
}
