/// A query to be measured, in newsfind's language and, for bare FTS5, as words.
struct BenchQuery {
  /// How the words are meant.
  enum Operator: String {
    case word, any, all, phrase, prefix
  }

  /// The kind of queries it belongs to, such as `frequent`.
  let queryClass: String
  /// What a person types.
  let text: String
  /// How the words are meant; `nil` where the file does not tell.
  let words: (Operator, [String])?

  /// The queries of a file; see the usage of newsfind-bench.
  static func all(in path: String) throws -> [BenchQuery] {
    var queries: [BenchQuery] = []
    let lines = try TextLines(path)
    var number = 0
    while let line = lines.next() {
      number += 1
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 2 || fields.count == 4, fields.allSatisfy({ !$0.isEmpty }) else {
        throw BenchError.badLine(path: path, number: number, expected: "class, query[, operator, words]")
      }
      var words: (Operator, [String])?
      if fields.count == 4 {
        guard let meaning = Operator(rawValue: String(fields[2])) else {
          throw BenchError.badLine(path: path, number: number, expected: "class, query, operator, words")
        }
        words = (meaning, fields[3].split(separator: " ").map(String.init))
      }
      queries.append(BenchQuery(queryClass: String(fields[0]), text: String(fields[1]), words: words))
    }
    guard !queries.isEmpty else { throw BenchError.noQueries(path: path) }
    return queries
  }

  /// The query in FTS5's language; `nil` where the file does not tell the words.
  var fts5Expression: String? {
    guard let (meaning, words) = words else { return nil }
    let quoted = words.map {
      "\"\($0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
    }
    return switch meaning {
    case .word, .all: quoted.joined(separator: " AND ")
    case .any: quoted.joined(separator: " OR ")
    case .phrase: quoted.joined(separator: " + ")
    case .prefix: quoted.map { "\($0) *" }.joined(separator: " AND ")
    }
  }
}
