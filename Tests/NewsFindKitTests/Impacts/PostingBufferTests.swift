import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct PostingBufferTests {
  @Test func `the first article that is not below one is found among all postings and among some`() {
    var random = SeededGenerator()
    for _ in 0..<200 {
      var all: Set<UInt32> = []
      for _ in 0..<Int.random(in: 0...70, using: &random) {
        let isLate = Bool.random(using: &random)
        all.insert(
          isLate ? .max - .random(in: 0...9, using: &random) : UInt32.random(in: 1...100, using: &random))
      }
      let articles = all.sorted()
      let buffer = PostingBuffer(capacity: articles.count)
      for article in articles {
        buffer.append(Posting(article: article, textFrequency: 1, titleFrequency: 0))
      }
      let first = Int.random(in: 0...articles.count, using: &random)
      let places = first..<Int.random(in: first...articles.count, using: &random)
      for wanted in [UInt32.random(in: 0...110, using: &random), .max - 4, .max, 0] {
        let all = articles.firstIndex { $0 >= wanted } ?? articles.count
        #expect(buffer.place(notBelow: wanted) == all, "seed \(random.seed)")
        let some = articles[places].firstIndex { $0 >= wanted } ?? places.upperBound
        #expect(buffer.place(notBelow: wanted, in: places) == some, "seed \(random.seed)")
      }
    }
  }
}
