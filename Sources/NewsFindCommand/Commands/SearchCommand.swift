import Glibc
import NewsFindKit

/// `newsfind search`, and `newsfind` alone.
struct SearchCommand {
  private enum Format: String, CaseIterable {
    case text, json, trec
  }

  private let arguments: CommandArguments

  init(_ arguments: CommandArguments) {
    self.arguments = arguments
  }

  func run(_ output: inout ByteOutput) throws -> ExitStatus {
    // All that was typed is looked at before the index is.
    let options = try searchOptions()
    let format = try self.format()
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
    if format == .text { report(results) }
    return results.total > 0 ? .success : .negative
  }

  private func open() throws -> NewsIndex {
    try NewsIndex.open(at: IndexLocation.path(arguments))
  }

  private func format() throws(UsageError) -> Format {
    let format = try arguments.choice(.format, default: arguments.has(.json) ? Format.json : .text)
    if arguments.has(.json), format != .json { throw UsageError("--json and --format disagree", .search) }
    return format
  }

  private func searchOptions() throws(UsageError) -> SearchOptions {
    SearchOptions(
      limit: try arguments.number(.limit, default: 10), offset: try arguments.number(.offset, default: 0),
      section: arguments.options[.section], after: try arguments.date(.after),
      before: try arguments.date(.before), order: try arguments.choice(.sort, default: SearchOrder.relevance),
      snippetLength: try arguments.number(.snippetLength, default: 240),
      usesSynonyms: !arguments.has(.noSynonyms), isStrict: arguments.has(.strict))
  }

  private func text(_ results: SearchResults, _ printer: HitPrinter) -> String {
    results.hits.map(printer.text).joined(separator: "\n")
  }

  private func report(_ results: SearchResults) {
    results.notes.forEach { Message.note("note: \($0)") }
    if results.total == 0 {
      // A whole article may have been pasted.
      let query = results.query.count > 100 ? "\(results.query.prefix(100))…" : results.query
      Message.note("nothing found for: \(query)")
    } else {
      let noun = results.total == 1 ? "article" : "articles"
      if !results.hits.isEmpty { Message.plain("\n") }
      let total = results.isTotalExact ? "\(results.total)" : "more than \(results.total)"
      Message.note("\(results.hits.count) of \(total) \(noun), \(results.took.milliseconds) ms")
    }
  }
}
