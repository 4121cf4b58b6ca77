/// What keeps a measurement from being made.
enum BenchError: Error, CustomStringConvertible {
  case unknownMeasurement
  case unknownOption(String)
  case missingValue(option: String)
  case badValue(option: String, value: String)
  case operandCount(expected: Int, actual: Int)
  case unreadable(path: String)
  case badLine(path: String, number: Int, expected: String)
  case noQueries(path: String)

  var description: String {
    switch self {
    case .unknownMeasurement: Self.usage
    case .unknownOption(let option): "there is no option \(option)\n\(Self.usage)"
    case .missingValue(let option): "\(option) needs a value\n\(Self.usage)"
    case .badValue(let option, let value): "'\(value)' is no value for \(option)\n\(Self.usage)"
    case .operandCount(let expected, let actual):
      "\(expected) operands are needed, \(actual) are there\n\(Self.usage)"
    case .unreadable(let path): "\(path) cannot be read"
    case .badLine(let path, let number, let expected): "\(path):\(number): a line is '\(expected)'"
    case .noQueries(let path): "\(path) holds no queries"
    }
  }

  private static let usage = """
    usage: newsfind-bench analysis ARTICLES
           newsfind-bench search INDEX QUERIES [OPTIONS]
           newsfind-bench exactness INDEX QUERIES COUNT [--seed NUMBER]
           newsfind-bench throughput INDEX QUERIES [--mode snippets|ids] [--threads N] [--budget SECONDS]
           newsfind-bench bare-index TEXTS.tsv FILE
           newsfind-bench bare-search FILE QUERIES [OPTIONS]
           newsfind-bench bare-once FILE WORD

    QUERIES has lines of class, query, operator (word, any, all, phrase, prefix) and words, separated by tabs; newsfind
    needs the first two. TEXTS.tsv has lines of id, title and text.

      --mode snippets|ids   what is asked of each search: as people see it (default), or ids alone
      --rounds N            so many rounds after the first one, the best of which counts (default 5)
      --budget SECONDS      the time for each class of queries, for throughput that for all (default 10)
      --clock wall|cpu      the time that passes (default), or processor time, on a machine that others use too
      --rows                a line for each query instead of one for each class
      --seed NUMBER         the random queries of a check that began so
    """
}
