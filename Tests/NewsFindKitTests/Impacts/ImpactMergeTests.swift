import Testing

@testable import NewsFindKit

@Suite struct ImpactMergeTests {
  @Test(
    "segments of like size are merged, and those of which much was taken out",
    arguments: [
      (counts: [], deleted: [], merged: 0),
      ([1_000], [0], 0),
      ([1_000], [400], 1),
      ([1_000, 100], [0, 0], 0),
      ([1_000, 300], [0, 0], 2),
      ([10_000, 1_000, 300], [0, 0, 0], 2),
      ([4_000, 1_000, 300], [0, 0, 0], 3),
      ([10_000, 100], [5_000, 0], 2),
      ([10_000, 100], [0, 50], 1),
    ])
  func due(counts: [Int64], deleted: [Int64], merged: Int) {
    var first: Int64 = 1
    let segments = zip(counts, deleted).enumerated().map { number, each in
      defer { first += each.0 }
      return ImpactSegment(
        id: Int64(number), articles: first...first + each.0 - 1, articleCount: each.0, deletedCount: each.1,
        chunks: 0..<0, textTokens: 1, titleTokens: 1, scale: ImpactScale(titleMean: 5, textMean: 300),
        leavesOutRare: false)
    }
    let due = ImpactMerge.due(segments)
    #expect(due == Array(segments.suffix(merged)))
  }
}
