import NewsFindKit

/// How long newsfind's searches take: one thread, in this process.
struct SearchBench {
  private let index: NewsIndex
  private let queries: [BenchQuery]
  private let options: SearchOptions
  private let pace: MeasuringPace
  private let printsRows: Bool

  init(_ arguments: BenchArguments) throws {
    let operands = try arguments.operands(2)
    index = try NewsIndex.open(at: operands[0])
    queries = try BenchQuery.all(in: operands[1])
    options = try arguments.mode().options
    pace = try arguments.pace()
    printsRows = arguments.printsRows
  }

  /// Measures and prints.
  func run() throws {
    let latencies = try pace.measure(queries) { try index.search($0.text, options: options).hits.count }
    LatencyReport.print(latencies, rows: printsRows)
  }
}
