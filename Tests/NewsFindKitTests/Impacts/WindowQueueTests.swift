import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct WindowQueueTests {
  private func windows(_ random: inout SeededGenerator) -> [ListSearch.Window] {
    (0..<Int.random(in: 0...300, using: &random)).map {
      ListSearch.Window(
        number: 3 * $0, bound: Float(Int.random(in: 0...20, using: &random)) / 4, sum: 0,
        latest: [.min, -7, 0, 7, .max].randomElement(using: &random) ?? 0)
    }
  }

  private func order(_ queue: WindowQueue) -> [Int] {
    var queue = queue
    var numbers: [Int] = []
    while let window = queue.next() { numbers.append(window.number) }
    return numbers
  }

  @Test func `windows come by their bounds or dates, equal ones as they lie in the file`() {
    var random = SeededGenerator()
    for _ in 0..<100 {
      let windows = windows(&random)
      let byBound = windows.sorted { ($1.bound, $0.number) < ($0.bound, $1.number) }.map(\.number)
      let byDate = windows.sorted { ($1.latest, $0.number) < ($0.latest, $1.number) }.map(\.number)
      #expect(order(WindowQueue(windows, by: .relevance)) == byBound, "seed \(random.seed)")
      #expect(order(WindowQueue(windows, by: .date)) == byDate, "seed \(random.seed)")
      let ahead = Int.random(in: 0...310, using: &random)
      let mixed = Array(byBound.prefix(ahead)) + byBound.dropFirst(ahead).sorted()
      #expect(order(WindowQueue(windows, by: .relevance, ahead: ahead)) == mixed, "seed \(random.seed)")
    }
  }
}
