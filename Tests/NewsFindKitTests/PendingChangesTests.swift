import Testing

@testable import NewsFindKit

@Suite struct PendingChangesTests {
  private let start = ContinuousClock().now
  /// Quiet for 0.5 s, patience of 5 s, of 30 s with a file.
  private var pending = PendingChanges(WatchTiming())

  private mutating func change(_ paths: String..., after seconds: Double, isBeingWritten: Bool = false) {
    pending.add(
      paths.map { SourceChange(path: $0, isBeingWritten: isBeingWritten) }, at: start + .seconds(seconds))
  }

  private mutating func due(after seconds: Double) -> [String]? {
    pending.takeDue(at: start + .seconds(seconds))?.sorted()
  }

  @Test mutating func `nothing is due where nothing changed`() {
    #expect(pending.isEmpty)
    #expect(due(after: 100) == nil)
  }

  @Test mutating func `a change is due once, when it is quiet`() {
    change("a", after: 0)
    change("a", after: 0.3)
    #expect(due(after: 0.7) == nil)
    #expect(due(after: 0.8) == ["a"])
    #expect(pending.isEmpty)
    #expect(due(after: 2) == nil)
  }

  @Test mutating func `a burst is waited for, but no longer than the patience`() {
    for step in 0..<100 {
      let now = Double(step) * 0.1
      change("\(step)", after: now)
      let taken = due(after: now)
      // Those that were written last are not quiet yet, and wait as long.
      #expect(taken?.count == ([50, 96].contains(step) ? 46 : nil), "step \(step)")
    }
    #expect(due(after: 10.4)?.count == 8)
  }

  @Test mutating func `a file that is being written keeps no other waiting`() {
    change("long", after: 0, isBeingWritten: true)
    change("a", after: 0.1)
    for step in 1..<6 { change("long", after: Double(step) / 10, isBeingWritten: true) }
    #expect(due(after: 0.6) == ["a"])
    #expect(pending.paths == ["long"])
    #expect(due(after: 2.4) == nil)
    // Open, but nothing is written.
    #expect(due(after: 2.5) == ["long"])
  }

  @Test mutating func `a file that is closed is due as any other`() {
    change("long", after: 0, isBeingWritten: true)
    change("long", after: 0.1)
    #expect(due(after: 0.6) == ["long"])
  }

  @Test mutating func `a file that is written without end is read now and then`() {
    var taken: [Double] = []
    for step in 0...700 {
      change("endless", after: Double(step) / 10, isBeingWritten: true)
      if due(after: Double(step) / 10) != nil { taken.append(Double(step) / 10) }
    }
    #expect(taken == [30, 60.1])
  }
}
