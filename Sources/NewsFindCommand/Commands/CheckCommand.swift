import NewsFindKit

/// `newsfind check`: whether the index is sound.
struct CheckCommand {
  private let arguments: CommandArguments

  init(_ arguments: CommandArguments) {
    self.arguments = arguments
  }

  func run(_ output: inout ByteOutput) throws -> ExitStatus {
    guard arguments.operands.isEmpty else { throw UsageError("check takes no words", .check) }
    let index = try NewsIndex.open(at: IndexLocation.path(arguments), access: .readWrite)
    var problems = try index.check()
    if arguments.has(.repair), !problems.isEmpty {
      problems.forEach { Message.note("found: \($0)") }
      try index.repair()
      problems = try index.check()
    }
    for problem in problems { try output.write("\(PrintableText.line("\(problem)"))\n") }
    if problems.isEmpty { try output.write("ok\n") }
    return problems.isEmpty ? .success : .negative
  }
}
