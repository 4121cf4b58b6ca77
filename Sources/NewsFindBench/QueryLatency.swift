/// What a query took.
struct QueryLatency {
  let queryClass: String
  /// Its place in the file of queries.
  let number: Int
  /// How many hits it has, ten at most.
  let hits: Int
  /// What it took the first time.
  let first: Duration
  /// The least that it took in a later round.
  private(set) var best: Duration?
  /// How many later rounds there were.
  private(set) var rounds = 0

  init(queryClass: String, number: Int, hits: Int, first: Duration) {
    self.queryClass = queryClass
    self.number = number
    self.hits = hits
    self.first = first
  }

  /// Adds a later round.
  mutating func add(_ duration: Duration) {
    best = min(best ?? duration, duration)
    rounds += 1
  }

  /// Class, number, best and first milliseconds, rounds and hits, separated by tabs.
  var row: String {
    [
      queryClass, "\(number)", (best ?? first).milliseconds, first.milliseconds, "\(rounds)", "\(hits)",
    ].joined(separator: "\t")
  }
}
