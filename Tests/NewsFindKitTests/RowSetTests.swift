import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct RowSetTests {
  @Test func `it holds what was put into it and nothing else`() {
    var random = SeededGenerator()
    for limit in [10, 64, 65, 1_000, 100_000] as [Int64] {
      var set = RowSet()
      var reference: Set<Int64> = []
      for _ in 0..<300 {
        let row = Int64.random(in: 1...limit, using: &random)
        set.insert(row)
        reference.insert(row)
        let other = Int64.random(in: 1...limit * 2, using: &random)
        #expect(set.contains(other) == reference.contains(other), "row \(other), seed \(random.seed)")
      }
      #expect(reference.allSatisfy(set.contains), "seed \(random.seed)")
    }
  }

  @Test(arguments: [0, 1, 63, 64, 127, 128, .max] as [Int64])
  func `an empty set holds no row`(row: Int64) {
    #expect(!RowSet().contains(row))
  }
}
