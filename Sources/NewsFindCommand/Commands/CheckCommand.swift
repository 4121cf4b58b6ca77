import NewsFindKit

/// `newsfind check`: whether the index is sound.
struct CheckCommand {
  private let arguments: CommandArguments

  init(_ arguments: CommandArguments) {
    self.arguments = arguments
  }

  func run(_ output: inout ByteOutput) throws -> ExitStatus {
    guard arguments.operands.isEmpty else { throw UsageError("check takes no words", .check) }
    let problems = try self.problems()
    for problem in problems { try output.write("\(PrintableText.line(problem))\n") }
    if problems.isEmpty { try output.write("ok\n") }
    return problems.isEmpty ? .success : .negative
  }

  /// What is wrong with the index, after the repair if one is asked for.
  private func problems() throws -> [String] {
    do {
      let index = try NewsIndex.open(at: IndexLocation.path(arguments), access: .readWrite)
      let withSources = arguments.has(.sources)
      let found = try index.check(withSources: withSources)
      guard arguments.has(.repair), !found.isEmpty else { return found.map(\.description) }
      found.forEach { Message.note("found: \($0)") }
      return try index.repair().map(\.description) + index.check(withSources: withSources).map(\.description)
    } catch NewsIndexError.damaged(_, let detail) {
      // So damaged that the check itself cannot go on: that is an answer too.
      return ["file: \(detail): make the index anew with 'newsfind index --rebuild PATH…'"]
    }
  }
}
