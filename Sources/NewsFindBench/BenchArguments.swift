/// What stands behind a measurement's name: operands, and options with their values.
struct BenchArguments {
  private var all: [String] = []
  private var values: [String: String] = [:]
  /// Whether each query is reported, not each class.
  private(set) var printsRows = false

  private static let options: Set = ["--mode", "--rounds", "--budget", "--threads"]

  /// Takes the words apart.
  init(_ words: [String]) throws(BenchError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--rows" {
        printsRows = true
      } else if word.hasPrefix("--") {
        guard Self.options.contains(word) else { throw .unknownOption(word) }
        guard let value = rest.popFirst() else { throw .missingValue(option: word) }
        values[word] = value
      } else {
        all.append(word)
      }
    }
  }

  /// The operands, of which there must be so many.
  func operands(_ count: Int) throws(BenchError) -> [String] {
    guard all.count == count else { throw .operandCount(expected: count, actual: all.count) }
    return all
  }

  /// What is asked of each search.
  func mode() throws(BenchError) -> SearchMode {
    guard let value = values["--mode"] else { return .snippets }
    guard let mode = SearchMode(rawValue: value) else { throw .badValue(option: "--mode", value: value) }
    return mode
  }

  /// How many threads search at once.
  func threadCount() throws(BenchError) -> Int {
    try positive("--threads", default: 1)
  }

  /// How often and how long each class of queries is measured.
  func pace() throws(BenchError) -> MeasuringPace {
    MeasuringPace(
      rounds: try positive("--rounds", default: 5), budget: .seconds(try positive("--budget", default: 10)))
  }

  private func positive(_ option: String, default fallback: Int) throws(BenchError) -> Int {
    guard let value = values[option] else { return fallback }
    guard let number = Int(value), number > 0 else { throw .badValue(option: option, value: value) }
    return number
  }
}
