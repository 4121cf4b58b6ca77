/// A query to be measured.
struct BenchQuery {
  /// The kind of queries it belongs to, such as `frequent`.
  let queryClass: String
  /// What a person types.
  let text: String
  /// The same for other engines; `nil` where the file does not tell.
  let plain: PlainQuery?

  /// The queries of a file; see the usage of newsfind-bench.
  static func all(in path: String) throws(BenchError) -> [BenchQuery] {
    var queries: [BenchQuery] = []
    let lines = try TextLines(path)
    while let line = lines.next() {
      guard let query = BenchQuery(line: line) else {
        throw .badLine(path: path, number: queries.count + 1, expected: "class, query[, operator, words]")
      }
      queries.append(query)
    }
    guard !queries.isEmpty else { throw .noQueries(path: path) }
    return queries
  }

  /// Reads a line of two or four fields; `nil` where it is something else.
  init?(line: String) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard [2, 4].contains(fields.count), fields.allSatisfy({ !$0.isEmpty }) else { return nil }
    queryClass = fields[0]
    text = fields[1]
    guard fields.count == 4 else {
      plain = nil
      return
    }
    guard let meaning = PlainQuery.Meaning(rawValue: fields[2]) else { return nil }
    plain = PlainQuery(meaning: meaning, words: fields[3].split(separator: " ").map(String.init))
  }
}
