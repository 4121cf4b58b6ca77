/// How often and how long the queries of a class are measured.
struct MeasuringPace {
  /// After a first round, which warms the caches, at most so many.
  let rounds: Int
  /// The time for a class: of one that is slow, fewer queries and rounds are measured.
  let budget: Duration

  /// Of a slow class at least so many queries are measured.
  private static let fewestQueries = 10

  /// Measures all queries, class by class.
  ///
  /// - Parameters:
  ///   - queries: The queries.
  ///   - search: Runs one and says how many hits it has.
  /// - Returns: What each took, without those for which the budget did not suffice.
  /// - Throws: What `search` throws.
  func measure(_ queries: [BenchQuery], _ search: (BenchQuery) throws -> Int) rethrows -> [QueryLatency] {
    var classes: [String] = []
    for query in queries where !classes.contains(query.queryClass) { classes.append(query.queryClass) }
    return try classes.flatMap { name in
      try measureClass(queries.enumerated().filter { $0.element.queryClass == name }, search)
    }
  }

  private func measureClass(
    _ queries: [(offset: Int, element: BenchQuery)], _ search: (BenchQuery) throws -> Int
  ) rethrows -> [QueryLatency] {
    let clock = ContinuousClock()
    let start = clock.now
    var latencies: [QueryLatency] = []
    for (number, query) in queries {
      if latencies.count >= Self.fewestQueries, clock.now - start > budget / 3 { break }
      let began = clock.now
      let hits = try search(query)
      latencies.append(
        QueryLatency(queryClass: query.queryClass, number: number, hits: hits, first: clock.now - began))
    }
    for round in 0..<rounds where round == 0 || clock.now - start < budget {
      for index in latencies.indices {
        let began = clock.now
        _ = try search(queries[index].element)
        latencies[index].add(clock.now - began)
      }
    }
    return latencies
  }
}
