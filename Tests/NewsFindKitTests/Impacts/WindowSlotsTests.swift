import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct WindowSlotsTests {
  private func articles(_ slots: WindowSlots) -> [Int] {
    var found: [Int] = []
    slots.forEach { found.append($0) }
    return found
  }

  @Test func `articles are in a row as they are in a set, and some of them are kept`() {
    var random = SeededGenerator()
    let (bits, slots, set) = (WindowBits(), WindowSlots(), WindowBits())
    for _ in 0..<50 {
      bits.removeAll()
      var all: Set<Int> = []
      for _ in 0..<Int.random(in: 0...200, using: &random) {
        all.insert(Int.random(in: 0..<SearchWindow.size, using: &random))
      }
      for slot in all { bits.insert(slot) }
      slots.become(bits)
      #expect(articles(slots) == all.sorted(), "seed \(random.seed)")
      #expect(slots.span == (all.min() ?? 0)..<(all.max() ?? -1) + 1, "seed \(random.seed)")
      slots.keep { $0 % 3 == 0 ? 1 : 0 }
      let kept = all.filter { $0 % 3 == 0 }
      #expect(articles(slots) == kept.sorted(), "seed \(random.seed)")
      #expect(slots.isEmpty == kept.isEmpty)
      set.become(slots)
      #expect(
        (0..<SearchWindow.size).allSatisfy { set.contains($0) == kept.contains($0) }, "seed \(random.seed)")
    }
  }

  @Test func `articles of a damaged list do no harm`() {
    let slots = WindowSlots()
    for number in (0..<5_000).reversed() { slots.append(number, if: 1) }
    #expect(slots.count <= SearchWindow.size)
    #expect(articles(slots).allSatisfy { $0 < SearchWindow.size })
    slots.removeAll()
    slots.append(9, if: 1)
    slots.append(3, if: 1)
    #expect(slots.span == 0..<0)
  }

  @Test(arguments: [(0, 0..<0), (1, 0..<64), (0x8000, 960..<1024), (0b1010, 64..<256), (0xFFFF, 0..<1024)])
  func `ranges span slots`(ranges: UInt16, expected: Range<Int>) {
    #expect(WindowBits.span(of: ranges) == expected)
  }
}
