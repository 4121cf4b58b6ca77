import Glibc
import NewsFindKit

/// Many searches in one run: `--queries FILE`.
struct QueryBatch {
  let file: String
  let timings: String?
  let index: NewsIndex

  /// Runs each query of the file and writes what `render` makes of its results.
  func run(
    _ output: inout ByteOutput, _ options: SearchOptions,
    _ render: (_ results: SearchResults, _ queryID: String) throws -> [UInt8]
  ) throws -> ExitStatus {
    let queries = try readQueries()
    var measured = ""
    var isAnythingFound = false
    for (queryID, query) in queries {
      let results = try index.search(query, options: options)
      isAnythingFound = isAnythingFound || results.total > 0
      measured += "\(queryID)\t\(results.took.microseconds)\n"
      try output.write(render(results, queryID))
    }
    try output.flush()
    if let timings { try write(measured, to: timings) }
    return isAnythingFound ? .success : .negative
  }

  private func readQueries() throws -> [(id: String, query: String)] {
    var queries: [(String, String)] = []
    for (number, line) in try InputLines(file).enumerated() {
      let text = line.hasSuffix("\r") ? String(line.dropLast()) : line
      if text.isEmpty { continue }
      let parts = text.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw UsageError("\(file):\(number + 1): a line of queries is 'id<TAB>query'", .search)
      }
      queries.append((String(parts[0]), String(parts[1])))
    }
    return queries
  }

  private func write(_ text: String, to path: String) throws {
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard descriptor >= 0 else {
      throw OutputError.failed("\(path): \(String(cString: strerror(errno)))")
    }
    defer { Glibc.close(descriptor) }
    var output = ByteOutput(descriptor: descriptor)
    try output.write(text)
    try output.flush()
  }
}
