import NewsFindKit

/// Compares searches in the lists of impacts with searches that score all that matches: random queries of the words of a query
/// file, joined in all ways.
struct ExactnessCheck {
  private let index: NewsIndex
  private let words: [String]
  /// Words that stand side by side in the query file.
  private let phrases: [[String]]
  private let count: Int
  private var generator: SeededNumbers

  init(_ arguments: BenchArguments) throws {
    let operands = try arguments.operands(3)
    index = try NewsIndex.open(at: operands[0])
    let queries = try BenchQuery.all(in: operands[1]).map { $0.plain?.words ?? [] }
    words = Array(Set(queries.joined())).sorted()
    phrases = queries.filter { $0.count > 1 }
    guard let count = Int(operands[2]), count > 0, !words.isEmpty else {
      throw BenchError.badValue(option: "the number of queries", value: operands[2])
    }
    self.count = count
    generator = SeededNumbers(seed: try arguments.seed() ?? .random(in: 0 ... .max))
  }

  /// Compares, and prints what differs.
  mutating func run() throws {
    print("seed \(generator.seed)")
    var differing = 0
    var hitCount = 0
    for _ in 0..<count {
      let query = randomQuery()
      let options = randomOptions()
      var exhaustive = options
      exhaustive.ways.usesLists = false
      exhaustive.counting = .exact
      var found = try index.search(query, options: options)
      var expected = try index.search(query, options: exhaustive)
      if options.halfLife != nil, !isSame(found, expected) {
        // Ages are counted in minutes: one may have ended between the two.
        found = try index.search(query, options: options)
        expected = try index.search(query, options: exhaustive)
      }
      hitCount += expected.hits.count
      if !isSame(found, expected) {
        differing += 1
        print("differs: \(query) [\(options.order), \(options.limit)]")
        // From the first place on where they differ.
        let place = zip(found.hits, expected.hits).prefix { $0.id == $1.id && $0.score == $1.score }.count
        for (results, name) in [(found, "lists"), (expected, "all")] {
          let hits = results.hits.dropFirst(place).prefix(3).map { "\($0.id) \($0.score)" }
          print("  \(name): \(results.total), \(results.hits.count) hits, from \(place) on: \(hits)")
        }
      }
    }
    print("\(count) queries, \(hitCount) hits, \(differing) differ")
  }

  private func isSame(_ found: SearchResults, _ expected: SearchResults) -> Bool {
    found.hits.map(\.id) == expected.hits.map(\.id)
      && found.hits.map(\.score) == expected.hits.map(\.score) && found.facets == expected.facets
      && (found.isTotalExact ? found.total == expected.total : found.total <= expected.total)
  }

  private mutating func randomQuery() -> String {
    var parts: [String] = []
    for _ in 0..<Int.random(in: 1...5, using: &generator) {
      let word = words.randomElement(using: &generator) ?? ""
      let other = words.randomElement(using: &generator) ?? ""
      switch Int.random(in: 0..<20, using: &generator) {
      case 0..<8: parts.append(word)
      case 8, 9, 10: parts.append("+\(word)")
      case 11, 12: parts.append("-\(word)")
      case 13: parts.append("(\(word) OU \(other))")
      case 14: parts.append("(\(word) ET \(other))")
      case 15: parts.append("\(word.prefix(5))*")
      case 16: parts.append("\"\(randomPhrase())\"")
      case 17: parts.append("titre:\"\(randomPhrase())\"")
      case 18: parts.append("+\(randomPhrase().split(separator: " ").last ?? "")")
      default: parts.append("titre:\(word)")
      }
    }
    return parts.joined(separator: " ")
  }

  /// Up to four words as they stand in a query of the file.
  private mutating func randomPhrase() -> String {
    let words = phrases.randomElement(using: &generator) ?? []
    let count = Int.random(in: 1...4, using: &generator)
    let start = Int.random(in: 0...max(words.count - count, 0), using: &generator)
    return words[start...].prefix(count).joined(separator: " ")
  }

  private mutating func randomOptions() -> SearchOptions {
    var options = SearchOptions(
      limit: [1, 10, 50, 200].randomElement(using: &generator) ?? 10, suggestsSpelling: false,
      showsDuplicates: true)
    options.reranks = Bool.random(using: &generator)
    options.makesSnippets = false
    options.ways.textLimit = .max
    if Bool.random(using: &generator) { options.ways.walkedLimit = 1_000 }
    if Bool.random(using: &generator) { options.ways.fewLimit = 0 }
    if Bool.random(using: &generator) { options.ways.readLimit = 100 }
    if Bool.random(using: &generator) { options.ways.deferredRatio = 0 }
    if Int.random(in: 0..<6, using: &generator) == 0 { options.order = .date }
    if Int.random(in: 0..<8, using: &generator) == 0 { options.countsFacets = true }
    options.counting = [.exact, .none, .none, .whereCheap].randomElement(using: &generator) ?? .whereCheap
    if Int.random(in: 0..<8, using: &generator) == 0 { options.halfLife = HalfLife("1y") }
    return options
  }
}

/// Random numbers that a seed gives again: SplitMix64.
///
/// Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
private struct SeededNumbers: RandomNumberGenerator {
  let seed: UInt64
  private var state: UInt64

  init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
