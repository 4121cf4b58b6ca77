import NewsFindKit

/// `newsfind complete`: ways to go on with what is being typed.
struct CompleteCommand {
  private struct Record: Encodable {
    struct Item: Encodable {
      let text: String
      let occurrences: Int
    }

    let prefix: String
    let completions: [Item]
  }

  private let arguments: CommandArguments

  init(_ arguments: CommandArguments) {
    self.arguments = arguments
  }

  func run(_ output: inout ByteOutput) throws -> ExitStatus {
    let prefix = arguments.operands.joined(separator: " ")
    guard prefix.contains(where: { !$0.isWhitespace }) else {
      throw UsageError("complete needs the beginning of a word", .complete)
    }
    let limit = try arguments.number(.limit, default: 10)
    let index = try NewsIndex.open(at: IndexLocation.path(arguments))
    let completions = try index.completions(of: prefix, limit: limit)
    if arguments.has(.json) {
      let record = Record(
        prefix: prefix,
        completions: completions.map { Record.Item(text: $0.text, occurrences: $0.occurrences) })
      try output.write(JSONText.indented(record))
    } else {
      for completion in completions { try output.write("\(PrintableText.line(completion.text))\n") }
    }
    return completions.isEmpty ? .negative : .success
  }
}
