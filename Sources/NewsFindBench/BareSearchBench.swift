/// How long searches of bare FTS5 take: one thread, in this process.
struct BareSearchBench {
  private let searcher: BareSearcher
  private let queries: [BenchQuery]
  private let pace: MeasuringPace
  private let printsRows: Bool

  init(_ arguments: BenchArguments) throws {
    let operands = try arguments.operands(2)
    searcher = try BareSearcher(path: operands[0], mode: try arguments.mode())
    queries = try BenchQuery.all(in: operands[1])
    pace = try arguments.pace()
    printsRows = arguments.printsRows
    if let place = queries.firstIndex(where: { $0.plain == nil }) {
      throw BenchError.badLine(
        path: operands[1], number: place + 1, expected: "class, query, operator, words")
    }
  }

  /// Measures and prints.
  func run() throws {
    let latencies = try pace.measure(queries) { query in
      try query.plain.map { try searcher.titles(matching: $0).count } ?? 0
    }
    LatencyReport.print(latencies, rows: printsRows)
  }
}
