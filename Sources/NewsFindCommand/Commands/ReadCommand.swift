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
    for result in ArticleFiles(arguments.operands) {
      switch result {
      case .success(let read):
        try output.write(JSONText.line(ArticleRecord(read.article, path: read.path)))
        guard read.isRepaired else { continue }
        try output.flush()
        let place = read.line.map { ":\($0)" } ?? ""
        Message.note("newsfind: \(read.path)\(place): not UTF-8: repaired with U+FFFD")
      case .failure(let rejection):
        isAnythingRejected = true
        // What was read before it stands before it also where both streams go to one place.
        try output.flush()
        Message.note("newsfind: \(rejection)")
      }
    }
    return isAnythingRejected ? .negative : .success
  }
}
