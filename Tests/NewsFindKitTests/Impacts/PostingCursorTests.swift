import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct PostingCursorTests {
  private let fixture = IndexFixture()

  /// Makes an index of two segments with long lists, the second of which begins amid a window.
  private func makeSegments(_ random: inout SeededGenerator) throws {
    // More than are decoded at once, and no more than a quarter.
    for (name, articles) in [("a", 0..<16_900), ("b", 16_900..<21_100)] {
      fixture.write(
        articles.map { number in
          // In the window where the segments meet one of the words is in the second alone.
          let hasProbe = !(16_300..<16_900).contains(number) && Int.random(in: 0..<100, using: &random) > 0
          return Article("a\(number)", "", hasProbe ? "Une sonde et une fusée." : "La fusée vole.")
        }, to: "\(name).jsonl")
      _ = try fixture.writable().reindex([fixture.sources])
    }
  }

  /// The articles of the window that was loaded last, as far as they are in some slots.
  private static func articles(_ cursor: PostingCursor, _ number: Int, _ slots: Range<Int>) -> [UInt32] {
    let start = SearchWindow.start(number)
    return cursor.window.range.map { cursor.window.article($0) }.filter {
      $0 >= start && slots.contains(Int($0 - start))
    }
  }

  @Test func `of some slots of a window the same is loaded as of all, whatever was loaded before`() throws {
    var random = SeededGenerator()
    try makeSegments(&random)
    let connection = try IndexConnection.reader(fixture.path)
    let impacts = connection.impacts
    try impacts.refresh()
    #expect(impacts.segments.count == 2)
    for term in ["fusee", "sonde"] {
      let lists = try impacts.lists(of: term)
      let count = impacts.windowCount
      #expect(lists.count == 2 && lists.allSatisfy { $0.count > PostingCursor.wholeLimit }, "\(term)")
      let cursor = try PostingCursor(lists, impacts, windowCount: count)
      for trial in 0..<600 {
        // The second segment begins in window 16.
        let number = Bool.random(using: &random) ? 16 : Int.random(in: 0..<count, using: &random)
        let other = try PostingCursor(lists, impacts, windowCount: count)
        try other.load(number)
        let expected = Self.articles(other, number, SearchWindow.slots)
        for _ in 0...Int.random(in: 0...2, using: &random) {
          let first = Int.random(in: 0..<SearchWindow.size, using: &random)
          let length = [0, 1, 9, 200, SearchWindow.size].randomElement(using: &random) ?? 0
          let slots = first..<min(first + length, SearchWindow.size)
          try cursor.load(number, slots: slots)
          let wanted = expected.filter { slots.contains(Int($0 - SearchWindow.start(number))) }
          let comment: Comment = "seed \(random.seed), \(term), trial \(trial): \(number), \(slots)"
          #expect(Self.articles(cursor, number, slots) == wanted, comment)
        }
      }
    }
  }
}
