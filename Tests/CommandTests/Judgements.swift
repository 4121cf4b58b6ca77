import Glibc

/// Which documents answer which queries, and how well.
struct Judgements {
  /// The grades above 0 of each query's documents.
  private var grades: [String: [String: Int]] = [:]

  /// A run that cannot be scored.
  struct MalformedLine: Error {
    let line: String
  }

  /// Reads lines of `query <TAB> document <TAB> grade`.
  init(lines: [String]) {
    for line in lines {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count >= 3, let grade = Int(fields[2]), grade > 0 else { continue }
      grades[fields[0], default: [:]][fields[1]] = grade
    }
  }

  /// The number of queries that have an answer.
  var queryCount: Int { grades.count }

  /// The mean over all judged queries of a TREC run's nDCG@10: gain 2^grade − 1, discount log₂(rank + 1).
  ///
  /// A query without a line in the run counts 0.
  func meanNDCG(ofRun lines: [String]) throws -> Double {
    var ranked: [String: [(rank: Int, document: String)]] = [:]
    for line in lines {
      let fields = line.split(separator: " ").map(String.init)
      guard fields.count == 6, let rank = Int(fields[3]) else { throw MalformedLine(line: line) }
      ranked[fields[0], default: []].append((rank, fields[2]))
    }
    let scores = grades.map { query, relevant in
      let found = (ranked[query] ?? []).sorted { $0.rank < $1.rank }.map { relevant[$0.document] ?? 0 }
      return Self.gain(found) / Self.gain(relevant.values.sorted(by: >))
    }
    return scores.reduce(0, +) / Double(max(scores.count, 1))
  }

  private static func gain(_ grades: [Int]) -> Double {
    grades.prefix(10).enumerated().reduce(0) { sum, next in
      sum + Double((1 << next.element) - 1) / log2(Double(next.offset) + 2)
    }
  }
}
