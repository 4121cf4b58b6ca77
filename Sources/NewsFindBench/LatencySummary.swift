/// What the queries of a class took: percentiles of the best that each took.
struct LatencySummary {
  let queryClass: String
  let count: Int
  let median: Duration
  let percentile95: Duration
  let longest: Duration

  /// The summaries of all classes, in the order in which they come first.
  static func all(_ latencies: [QueryLatency]) -> [LatencySummary] {
    var classes: [String] = []
    for latency in latencies where !classes.contains(latency.queryClass) {
      classes.append(latency.queryClass)
    }
    return classes.map { name in
      let sorted = latencies.filter { $0.queryClass == name }.map { $0.best ?? $0.first }.sorted()
      return LatencySummary(
        queryClass: name, count: sorted.count, median: percentile(50, of: sorted),
        percentile95: percentile(95, of: sorted), longest: percentile(100, of: sorted))
    }
  }

  /// The element of a sorted list that lies nearest to so many hundredths of its way.
  static func percentile<Value>(_ percent: Int, of sorted: [Value]) -> Value {
    precondition(!sorted.isEmpty && (0...100).contains(percent))
    return sorted[((sorted.count - 1) * percent + 50) / 100]
  }

  /// The class, how many queries were measured, and median, 95th percentile and maximum in milliseconds.
  var row: String {
    [queryClass, "\(count)", median.milliseconds, percentile95.milliseconds, longest.milliseconds]
      .joined(separator: "\t")
  }

  /// What the columns of ``row`` are.
  static let header = ["class", "n", "p50", "p95", "max"].joined(separator: "\t")
}
