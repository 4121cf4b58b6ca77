import SQLiteStore

/// How long searches of bare FTS5 take that order by its own `rank`: one thread, in this process.
struct BareSearchBench {
  private let connection: Connection
  private let queries: [BenchQuery]
  private let mode: SearchMode
  private let pace: MeasuringPace
  private let printsRows: Bool

  init(_ arguments: BenchArguments) throws {
    let operands = try arguments.operands(2)
    connection = try Connection(path: operands[0], mode: .readOnly)
    queries = try BenchQuery.all(in: operands[1]).filter { $0.fts5Expression != nil }
    guard !queries.isEmpty else { throw BenchError.noQueries(path: operands[1]) }
    mode = try arguments.mode()
    pace = try arguments.pace()
    printsRows = arguments.printsRows
  }

  /// Measures and prints.
  func run() throws {
    let statement = try connection.prepare(
      """
      SELECT rowid, title \(mode == .snippets ? ", snippet(article_text, 1, '[', ']', '…', 24)" : "")
      FROM article_text WHERE article_text MATCH ?1 ORDER BY rank LIMIT 10
      """)
    let latencies = try pace.measure(queries) { query in
      defer { statement.reset() }
      try statement.bind(query.fts5Expression, at: 1)
      var hits = 0
      while try statement.step() {
        _ = statement.text(1)
        if mode == .snippets { _ = statement.text(2) }
        hits += 1
      }
      return hits
    }
    LatencyReport.print(latencies, rows: printsRows)
  }
}
