import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct ArticleFilterTests {
  private func traits(_ minutes: Int32?, _ section: UInt16 = 0) -> ArticleTraits {
    ArticleTraits(minutes: minutes, section: section, textLength: 1, titleLength: 1)
  }

  @Test func `an open filter admits everything`() {
    for minutes in [nil, .min, -1, 0, .max] as [Int32?] {
      for section in [0, 1, .max] as [UInt16] { #expect(ArticleFilter().admits(traits(minutes, section))) }
    }
    #expect(ArticleFilter().admits(.absent))
  }

  @Test(
    arguments: [
      (nil, nil, true), (0, nil, false), (nil, 0, false), (Int32.min, nil, false), (nil, Int32.max, false),
    ] as [(Int32?, Int32?, Bool)])
  func `an article without a date passes no bound of dates`(first: Int32?, end: Int32?, expected: Bool) {
    let filter = ArticleFilter(firstMinute: first, endMinute: end)
    #expect(filter.admits(traits(nil)) == expected)
  }

  @Test(
    arguments: [
      (9, false), (10, true), (11, true), (19, true), (20, false), (.min + 1, false), (.max, false),
    ] as [(Int32, Bool)])
  func `the first minute is in and the end is out`(minutes: Int32, expected: Bool) {
    #expect(ArticleFilter(firstMinute: 10, endMinute: 20).admits(traits(minutes)) == expected)
  }

  @Test(
    arguments: [
      ([], [false, false, false]), ([0], [true, false, false]), ([1], [false, true, false]),
      ([0, 2], [true, false, true]),
    ] as [(Set<UInt16>, [Bool])])
  func `a section is one of those wanted`(wanted: Set<UInt16>, expected: [Bool]) {
    let filter = ArticleFilter(sections: wanted)
    #expect([0, 1, 2].map { filter.admits(traits(5, $0)) } == expected)
  }

  @Test func `all bounds must be met`() {
    var random = SeededGenerator()
    for _ in 0..<2_000 {
      let first = Bool.random(using: &random) ? Int32.random(in: -5...5, using: &random) : nil
      let end = Bool.random(using: &random) ? Int32.random(in: -5...5, using: &random) : nil
      let sections = Bool.random(using: &random) ? Set([1, 2].shuffled(using: &random).prefix(1)) : nil
      let minutes = Bool.random(using: &random) ? Int32.random(in: -6...6, using: &random) : nil
      let section = UInt16.random(in: 0...2, using: &random)
      let filter = ArticleFilter(
        sections: sections.map { Set($0.map(UInt16.init)) }, firstMinute: first, endMinute: end)
      let expected =
        (sections.map { $0.contains(Int(section)) } ?? true)
        && (first.map { bound in minutes.map { $0 >= bound } ?? false } ?? true)
        && (end.map { bound in minutes.map { $0 < bound } ?? false } ?? true)
      #expect(filter.admits(traits(minutes, section)) == expected, "seed \(random.seed)")
    }
  }
}
