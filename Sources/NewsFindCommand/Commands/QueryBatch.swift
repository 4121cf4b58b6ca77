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
    // Before the work: an hour of searches is not to end with a file that cannot be written.
    let timingsFile = try timings.map(OutputFile.init)
    var measured = ""
    var isAnythingFound = false
    for (queryID, query) in queries {
      let results = try index.search(query, options: options)
      isAnythingFound = isAnythingFound || results.total > 0
      measured += "\(queryID)\t\(results.took.microseconds)\n"
      try output.write(render(results, queryID))
    }
    try output.flush()
    try timingsFile?.write(measured)
    return isAnythingFound ? .success : .negative
  }

  private func readQueries() throws(InputError) -> [(id: String, query: String)] {
    var queries: [(String, String)] = []
    let lines = try InputLines(file)
    var number = 0
    while let line = try lines.next() {
      number += 1
      let text = Self.content(line, isFirst: number == 1)
      if text.allSatisfy(\.isWhitespace) { continue }
      let parts = text.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw InputError("\(file):\(number): a line of queries is 'id<TAB>query'")
      }
      queries.append((String(parts[0]), String(parts[1])))
    }
    return queries
  }

  /// A line without the byte order mark and the carriage return that other systems put there.
  private static func content(_ line: String, isFirst: Bool) -> String {
    var scalars = line.unicodeScalars[...]
    if isFirst, scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    if scalars.last == "\r" { scalars.removeLast() }
    return String(scalars)
  }
}
