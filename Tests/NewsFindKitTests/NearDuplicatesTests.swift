import Testing

@testable import NewsFindKit

@Suite struct NearDuplicatesTests {
  private func candidates(_ count: Int) -> [Candidate] {
    (1...count).map { Candidate(articleID: Int64($0), score: Double(count - $0), minutes: 0) }
  }

  private func grouped(_ fingerprints: [UInt64]) -> [[Int64]] {
    NearDuplicates.grouped(candidates(fingerprints.count)) { fingerprints[Int($0) - 1] }
      .map { [$0.candidate.articleID] + $0.duplicates }
  }

  @Test func `articles join the first one that they are near to`() {
    #expect(grouped([0, .max, 1, .max - 1, 0xFFFF_FFFF, 3]) == [[1, 3, 6], [2, 4], [5]])
    #expect(grouped([7]) == [[1]])
  }

  @Test func `nine bits are near, ten are not`() {
    #expect(grouped([0, 0b1_1111_1111, 0b11_1111_1111]) == [[1, 2], [3]])
  }

  @Test func `a long list is compared in its first part only`() {
    let count = NearDuplicates.comparedCount + 3
    let groups = grouped([UInt64](repeating: 5, count: count))
    #expect(groups.count == 4)
    #expect(groups[0].count == NearDuplicates.comparedCount)
  }
}
