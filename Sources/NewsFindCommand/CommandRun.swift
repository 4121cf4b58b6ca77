import Glibc
import NewsFindKit

/// One run of the command, from the words of the command line to the exit status.
struct CommandRun {
  private let words: [String]

  init(_ words: [String]) {
    self.words = words
  }

  func run() -> ExitStatus {
    do {
      let arguments = try ArgumentParser.parse(words)
      return try run(arguments)
    } catch OutputError.closedPipe {
      return .success
    } catch let error as UsageError {
      let help = error.command.map { "newsfind \($0.rawValue) --help" } ?? "newsfind --help"
      Message.error("\(error.message); see '\(help)'")
    } catch let error as InputError {
      Message.error(error.message)
    } catch let error as QuerySyntaxError {
      let (excerpt, column) = error.excerpt
      Message.error(error.problem)
      Message.note("  \(excerpt)")
      Message.note("  \(String(repeating: " ", count: column))^")
    } catch OutputError.failed(let detail) {
      Message.error("cannot write the output: \(detail)")
    } catch {
      Message.error("\(error)")
    }
    return .failure
  }

  private func run(_ arguments: CommandArguments) throws -> ExitStatus {
    var output = ByteOutput(descriptor: STDOUT_FILENO)
    if arguments.has(.help) {
      try output.write(arguments.isCommandNamed ? HelpText.of(arguments.command) : HelpText.general)
      try output.flush()
      return .success
    }
    if arguments.has(.version) {
      try output.write("newsfind \(HelpText.version)\n")
      try output.flush()
      return .success
    }
    if words.isEmpty {
      Message.plain(HelpText.general)
      return .failure
    }
    let status =
      switch arguments.command {
      case .search: try SearchCommand(arguments).run(&output)
      case .index: try IndexCommand(arguments).run()
      case .read: try ReadCommand(arguments).run(&output)
      case .show: try ShowCommand(arguments).run(&output)
      case .similar: try SimilarCommand(arguments).run(&output)
      case .complete: try CompleteCommand(arguments).run(&output)
      case .analyze: try AnalyzeCommand(arguments).run(&output)
      case .stats: try StatsCommand(arguments).run(&output)
      case .check: try CheckCommand(arguments).run(&output)
      }
    try output.flush()
    return status
  }
}
