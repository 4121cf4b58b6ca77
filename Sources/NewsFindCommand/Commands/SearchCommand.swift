import Glibc
import NewsFindKit

/// `newsfind search`, and `newsfind` alone.
struct SearchCommand {
  private let arguments: CommandArguments

  init(_ arguments: CommandArguments) {
    self.arguments = arguments
  }

  func run(_ output: inout ByteOutput) throws -> ExitStatus {
    // All that was typed is looked at before the index is.
    var options = try SearchOptions(arguments)
    let format = try OutputFormat(arguments)
    // A run is scored against judgements: each article stands for itself.
    if format == .trec { options.showsDuplicates = true }
    let usesColor = Terminal.usesColor(try arguments.choice(.color, default: Terminal.ColorChoice.auto))
    let printer = HitPrinter(usesColor: usesColor, width: Terminal.textWidth(STDOUT_FILENO))
    if let file = arguments.options[.queries] {
      guard arguments.operands.isEmpty else {
        throw UsageError("--queries takes the place of the query", .search)
      }
      return try QueryBatch(file: file, timings: arguments.options[.timings], index: try open())
        .run(&output, options) { results, queryID in
          switch format {
          case .trec: Array(TRECRun.lines(queryID, results).utf8)
          case .json: try JSONText.line(SearchRecord(results, queryID: queryID))
          case .text: Array("\(PrintableText.line(results.query))\n\(text(results, printer))\n".utf8)
          }
        }
    }
    guard !arguments.has(.timings) else { throw UsageError("--timings goes with --queries", .search) }
    let query = arguments.operands.joined(separator: " ")
    guard query.contains(where: { !$0.isWhitespace }) else {
      throw UsageError("a search needs a query", .search)
    }
    let results = try open().search(query, options: options)
    switch format {
    case .json: try output.write(JSONText.indented(SearchRecord(results)))
    case .trec: try output.write(TRECRun.lines("1", results))
    case .text: try output.write(text(results, printer))
    }
    try output.flush()
    if format == .text { SearchReport.write(results) }
    return results.total > 0 ? .success : .negative
  }

  private func open() throws -> NewsIndex {
    try NewsIndex.open(at: IndexLocation.path(arguments))
  }

  private func text(_ results: SearchResults, _ printer: HitPrinter) -> String {
    let chart = results.facets.map { FacetChart(width: Terminal.textWidth(STDOUT_FILENO)).text($0) }
    return (results.hits.map(printer.text) + (results.total > 0 ? [chart].compactMap(\.self) : []))
      .joined(separator: "\n")
  }
}
