/// Prints what was measured, to be read by people and programs.
enum LatencyReport {
  /// A line for each class or query, the most memory that this process had, and what of it is its own.
  static func print(_ latencies: [QueryLatency], rows: Bool) {
    if rows {
      for latency in latencies { Swift.print(latency.row) }
    } else {
      Swift.print(LatencySummary.header)
      for summary in LatencySummary.all(latencies) { Swift.print(summary.row) }
    }
    Swift.print("#peak_rss_kb\t\(ProcessMemory.peak)\n#own_rss_kb\t\(ProcessMemory.own)")
  }
}
