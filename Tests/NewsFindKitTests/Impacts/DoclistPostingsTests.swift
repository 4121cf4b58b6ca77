import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct DoclistPostingsTests {
  /// Positions of all sizes, in all columns, in articles with a title and without one.
  @Test func `counts what a loop over the positions counts`() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let articles = (1...Int64.random(in: 1...20, using: &random)).map { $0 }
      let lengths = SegmentLengths(of: 1...20)
      var places: [UInt64] = []
      var expected: [Posting] = []
      for article in articles {
        let hasTitle = Bool.random(using: &random)
        lengths[UInt32(article)] = ArticleLengths(text: 50, title: hasTitle ? 5 : 0)
        var counts = (text: 0, title: 0)
        for column in 0..<3 where Bool.random(using: &random) {
          let limit = [5, 130, 300, 20_000].randomElement(using: &random) ?? 5
          let offsets = Set(
            (0..<Int.random(in: 1...25, using: &random)).map { _ in
              Int.random(in: 0..<limit, using: &random)
            }
          ).sorted()
          for offset in offsets {
            places.append(UInt64(article) << 32 | UInt64(column) << 30 | UInt64(offset))
            let isTitle = column == IndexSchema.TextColumn.title.rawValue
            if isTitle { counts.title += 1 } else { counts.text += 1 }
            if !isTitle, !hasTitle, offset < RankingWeights.standard.openingLength { counts.title += 1 }
          }
        }
        guard counts.text + counts.title > 0 else { continue }
        expected.append(
          Posting(
            article: UInt32(article), textFrequency: UInt16(counts.text),
            titleFrequency: UInt8(clamping: counts.title)))
      }
      var encoder = DoclistEncoder(isOfDeletions: false)
      var found: [Posting] = []
      if places.withUnsafeBufferPointer({ encoder.encode($0) { Int64($0) } }) {
        encoder.withDoclist { doclist in
          DoclistPostings(lengths).append([doclist], to: &found)
          #expect(DoclistPostings.haveRoom(for: found.count, [doclist]), "seed \(seed)")
        }
      }
      #expect(found == expected, "seed \(seed)")
    }
  }
}
