import NewsFindKit

/// `newsfind read`: what the readers make of files.
struct ReadCommand {
  private let arguments: CommandArguments

  init(_ arguments: CommandArguments) {
    self.arguments = arguments
  }

  func run(_ output: inout ByteOutput) throws -> ExitStatus {
    guard !arguments.operands.isEmpty else {
      throw UsageError("read needs the path of a file or a folder", .read)
    }
    var isAnythingRejected = false
    var articles = ArticleFiles(arguments.operands).makeIterator()
    while let result = articles.next() {
      switch result {
      case .success(let read):
        try output.write(JSONText.line(ArticleRecord(read.article, path: read.path)))
        guard read.isRepaired else { continue }
        try output.flush()
        let place = read.line.map { ":\($0)" } ?? read.record.map { ": record \($0)" } ?? ""
        Message.note("newsfind: \(read.path)\(place): not UTF-8: repaired with U+FFFD")
      case .failure(let rejection):
        isAnythingRejected = true
        // What was read before it stands before it also where both streams go to one place.
        try output.flush()
        Message.note("newsfind: \(rejection)")
      }
    }
    if articles.skippedRecords > 0 {
      try output.flush()
      Message.note(
        "newsfind: \(articles.skippedRecords) records of web archives hold no page and were passed over")
    }
    return isAnythingRejected ? .negative : .success
  }
}
