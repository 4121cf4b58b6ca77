import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct CandidateHeapTests {
  /// Scores and dates repeat often, so that ties are common.
  private func candidates(_ count: Int, _ random: inout SeededGenerator) -> [Candidate] {
    (0..<count).map { id in
      Candidate(
        articleID: Int64(id), score: Double(Int.random(in: 0...5, using: &random)),
        minutes: [ArticleTraits.noDate, -1, 0, 7][Int.random(in: 0...3, using: &random)])
    }.shuffled(using: &random)
  }

  /// The order as its documentation tells it, written another way.
  private func key(_ candidate: Candidate, _ order: SearchOrder) -> [Double] {
    let (score, minutes) = (-candidate.score, -Double(candidate.minutes))
    return (order == .relevance ? [score, minutes] : [minutes, score]) + [Double(candidate.articleID)]
  }

  @Test(arguments: SearchOrder.allCases)
  func `it keeps what sorting all would put first`(order: SearchOrder) {
    var random = SeededGenerator()
    for _ in 0..<300 {
      let all = candidates(Int.random(in: 0...60, using: &random), &random)
      let capacity = Int.random(in: 0...70, using: &random)
      var heap = CandidateHeap(capacity: capacity, order: order)
      for candidate in all { heap.offer(candidate) }
      let sorted = all.sorted { key($0, order).lexicographicallyPrecedes(key($1, order)) }
      #expect(heap.sorted() == Array(sorted.prefix(capacity)), "seed \(random.seed)")
    }
  }

  @Test(arguments: SearchOrder.allCases)
  func `the order is strict and total`(order: SearchOrder) {
    var random = SeededGenerator()
    let all = candidates(40, &random)
    for one in all {
      #expect(!one.precedes(one, by: order))
      for other in all where other != one {
        #expect(one.precedes(other, by: order) != other.precedes(one, by: order), "seed \(random.seed)")
      }
    }
  }

  @Test func `a heap of any capacity takes no room before it is needed`() {
    var heap = CandidateHeap(capacity: .max, order: .relevance)
    heap.offer(Candidate(articleID: 1, score: 1, minutes: 0))
    #expect(heap.sorted().map(\.articleID) == [1])
    var none = CandidateHeap(capacity: 0, order: .relevance)
    none.offer(Candidate(articleID: 1, score: 1, minutes: 0))
    #expect(none.sorted() == [])
  }
}
