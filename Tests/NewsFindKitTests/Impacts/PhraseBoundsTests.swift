import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct PhraseBoundsTests {
  @Test func `phrases are in the order of what they count, whatever order they come in`() {
    var random = SeededGenerator()
    let bounds = PhraseBounds(capacity: 40)
    for _ in 0..<100 {
      bounds.removeAll()
      let values = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Float(Int.random(in: 0...9, using: &random))
      }
      for (phrase, value) in values.enumerated() { bounds.insert(phrase, value) }
      let found = (0..<bounds.count).map { bounds[$0].phrase }
      let expected = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
      #expect(found == expected, "seed \(random.seed)")
      #expect(found.indices.allSatisfy { bounds[$0].value == values[found[$0]] }, "seed \(random.seed)")
    }
  }
}
