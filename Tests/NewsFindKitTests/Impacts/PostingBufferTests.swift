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

  @Test func `the first article of a block that is not below one is found in each place`() {
    var random = SeededGenerator()
    let size = PostingEncoding.blockSize
    let buffer = PostingBuffer(capacity: 3 * size)
    var article = UInt32.max - 4_000
    for _ in 0..<3 * size {
      article += .random(in: 1...9, using: &random)
      buffer.append(Posting(article: article, textFrequency: 1, titleFrequency: 0))
    }
    for block in 0..<3 {
      let places = block * size..<(block + 1) * size
      for place in places {
        for wanted in [
          buffer.articles[place], buffer.articles[place] - 1, buffer.articles[place] + 1, 0, .max,
        ] {
          let expected = places.first { buffer.articles[$0] >= wanted } ?? places.upperBound
          #expect(
            buffer.place(notBelow: wanted, inBlockAt: places.lowerBound) == expected, "seed \(random.seed)")
        }
      }
    }
  }
}
