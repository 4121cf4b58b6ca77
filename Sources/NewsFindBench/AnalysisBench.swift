import FrenchText
import NewsArticles

/// Analysis alone, on one thread: the texts of articles to terms.
struct AnalysisBench {
  private let texts: [String]
  private let byteCount: Int

  /// Reads the articles of a file or folder; reading is not part of what is measured.
  init(path: String) {
    var texts: [String] = []
    for case .success(let read) in ArticleFiles([path]) {
      texts += [read.article.title, read.article.lead, read.article.body]
    }
    for index in texts.indices { texts[index].makeContiguousUTF8() }
    self.texts = texts
    byteCount = texts.reduce(0) { $0 + $1.utf8.count }
  }

  /// Analyzes everything some times: with a new analyzer, which has to learn the words, and again with the same one.
  func run(rounds: Int) {
    var learning: [Double] = []
    var knowing: [Double] = []
    var tokenCount = 0
    for _ in 0..<rounds {
      let analyzer = FrenchAnalyzer()
      learning.append(rate { tokenCount = analyzeAll(analyzer) })
      knowing.append(rate { tokenCount = analyzeAll(analyzer) })
    }
    print(
      "analysis of \(byteCount / 1_000_000) MB of text, \(tokenCount) tokens, one thread, its processor time")
    print("  words to be learnt  \(summary(learning))")
    print("  words known         \(summary(knowing))")
  }

  private func analyzeAll(_ analyzer: FrenchAnalyzer) -> Int {
    var tokenCount = 0
    var termBytes = 0
    for var text in texts {
      text.withUTF8 { utf8 in
        analyzer.forEachToken(in: utf8) { token in
          tokenCount += 1
          termBytes += token.term.count
          return true
        }
      }
    }
    // Terms that nobody looks at need not be made.
    precondition(termBytes >= tokenCount)
    return tokenCount
  }

  private func rate(_ work: () -> Void) -> Double {
    Double(byteCount) / MeasuringClock.cpu.measure(work).seconds / 1e6
  }

  private func summary(_ rates: [Double]) -> String {
    let sorted = rates.sorted().map { Int($0) }
    return "median \(sorted[sorted.count / 2]) MB/s, best \(sorted[sorted.count - 1]) MB/s"
  }
}
