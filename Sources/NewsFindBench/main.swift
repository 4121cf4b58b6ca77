import Glibc

/// Each word that may come first, and what it measures.
private let measurements: [String: (BenchArguments) throws -> Void] = [
  "analysis": {
    AnalysisBench(path: try $0.operands(1)[0]).run(rounds: 7)
  },
  "exactness": {
    var check = try ExactnessCheck($0)
    try check.run()
  },
  "search": { try SearchBench($0).run() },
  "throughput": { try ThroughputBench($0).run() },
  "bare-index": { try BareIndexBench($0).run() },
  "bare-search": { try BareSearchBench($0).run() },
]

let words = Array(CommandLine.arguments.dropFirst())
do {
  guard let name = words.first, let measure = measurements[name] else { throw BenchError.unknownMeasurement }
  try measure(BenchArguments(Array(words.dropFirst())))
} catch {
  let message = Array("newsfind-bench: \(error)\n".utf8)
  _ = write(STDERR_FILENO, message, message.count)
  exit(2)
}
