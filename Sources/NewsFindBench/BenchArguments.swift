/// What stands behind a measurement's name: operands, and options with their values.
struct BenchArguments {
  private var all: [String] = []
  private var values: [String: String] = [:]
  /// Whether each query is reported, not each class.
  private(set) var printsRows = false

  private static let options: Set = ["--mode", "--rounds", "--budget", "--threads", "--clock", "--seed"]

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
    try choice("--mode", default: .snippets)
  }

  /// How many threads search at once.
  func threadCount() throws(BenchError) -> Int {
    try positive("--threads", default: 1)
  }

  /// How often and how long each class of queries is measured.
  func pace() throws(BenchError) -> MeasuringPace {
    MeasuringPace(
      rounds: try positive("--rounds", default: 5), budget: .seconds(try positive("--budget", default: 10)),
      clock: try choice("--clock", default: .wall))
  }

  /// What random numbers start from; `nil` where none was given.
  func seed() throws(BenchError) -> UInt64? {
    guard let value = values["--seed"] else { return nil }
    guard let seed = UInt64(value) else { throw .badValue(option: "--seed", value: value) }
    return seed
  }

  private func choice<Choice: RawRepresentable<String>>(
    _ option: String, default fallback: Choice
  ) throws(BenchError) -> Choice {
    guard let value = values[option] else { return fallback }
    guard let choice = Choice(rawValue: value) else { throw .badValue(option: option, value: value) }
    return choice
  }

  private func positive(_ option: String, default fallback: Int) throws(BenchError) -> Int {
    guard let value = values[option] else { return fallback }
    guard let number = Int(value), number > 0 else { throw .badValue(option: option, value: value) }
    return number
  }
}
