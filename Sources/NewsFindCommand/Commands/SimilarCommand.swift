import Glibc
import NewsFindKit

/// `newsfind similar`: articles that are about the same as one.
struct SimilarCommand {
  private let arguments: CommandArguments

  init(_ arguments: CommandArguments) {
    self.arguments = arguments
  }

  func run(_ output: inout ByteOutput) throws -> ExitStatus {
    guard let id = arguments.operands.first, arguments.operands.count == 1 else {
      throw UsageError("similar needs the id of one article", .similar)
    }
    let options = try SearchOptions(arguments)
    let format = try OutputFormat(arguments)
    let usesColor = Terminal.usesColor(try arguments.choice(.color, default: Terminal.ColorChoice.auto))
    let index = try NewsIndex.open(at: IndexLocation.path(arguments))
    guard let results = try index.similar(to: id, options: options) else {
      Message.note("no article has the id \(id)")
      return .negative
    }
    switch format {
    case .json: try output.write(JSONText.indented(SearchRecord(results)))
    case .trec: try output.write(TRECRun.lines(id, results))
    case .text:
      let printer = HitPrinter(usesColor: usesColor, width: Terminal.textWidth(STDOUT_FILENO))
      try output.write(results.hits.map(printer.text).joined(separator: "\n"))
    }
    try output.flush()
    if format == .text { SearchReport.write(results) }
    return results.total > 0 ? .success : .negative
  }
}
