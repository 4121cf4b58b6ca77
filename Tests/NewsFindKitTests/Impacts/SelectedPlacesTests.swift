import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct SelectedPlacesTests {
  private func selected(_ range: Range<Int>, _ isSelected: (Int) -> Bool) -> [Int] {
    let places = SelectedPlaces()
    places.select(from: range) { isSelected($0) ? 1 : 0 }
    var found: [Int] = []
    places.forEach { found.append($0) }
    return found
  }

  @Test func `what is selected is given in order, and the next selection begins anew`() {
    var random = SeededGenerator()
    let places = SelectedPlaces()
    for _ in 0..<50 {
      let start = Int.random(in: 0...5_000, using: &random)
      let range = start..<start + Int.random(in: 0...SearchWindow.size, using: &random)
      let wanted = Set(range.filter { _ in Bool.random(using: &random) })
      places.select(from: range) { wanted.contains($0) ? 1 : 0 }
      var found: [Int] = []
      places.forEach { found.append($0) }
      #expect(found == wanted.sorted(), "seed \(random.seed)")
    }
  }

  @Test func `more places than a window can have, of a damaged list, do no harm`() {
    #expect(selected(7..<9_000) { _ in true } == Array(7..<7 + SearchWindow.size))
    #expect(selected(0..<SearchWindow.size) { $0 == SearchWindow.size - 1 } == [SearchWindow.size - 1])
  }

  @Test func `articles of a window are left out by range and slot`() {
    var random = SeededGenerator()
    let bits = WindowBits()
    let all = Set((0..<SearchWindow.size).filter { _ in Bool.random(using: &random) })
    for slot in all { bits.insert(slot) }
    bits.removeAll { range, slot in
      #expect(range == slot >> 6)
      return slot % 3 == 0
    }
    var left: [Int] = []
    bits.forEach { left.append($0) }
    #expect(left == all.filter { $0 % 3 != 0 }.sorted(), "seed \(random.seed)")
  }

  @Test func `a set becomes another one with all articles of some ranges`() {
    var random = SeededGenerator()
    let bits = WindowBits()
    let other = WindowBits()
    for _ in 0..<20 {
      other.removeAll()
      for _ in 0..<Int.random(in: 0...300, using: &random) {
        other.insert(Int.random(in: 0..<SearchWindow.size, using: &random))
      }
      let ranges = UInt16.random(in: 0...UInt16.max, using: &random)
      bits.become(other, with: ranges)
      for slot in 0..<SearchWindow.size {
        let isExpected = other.contains(slot) || ranges >> UInt16(slot >> 6) & 1 == 1
        #expect(bits.contains(slot) == isExpected, "seed \(random.seed)")
        #expect(bits.bit(slot) == (isExpected ? 1 : 0), "seed \(random.seed)")
      }
    }
  }
}
