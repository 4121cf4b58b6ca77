import TestSupport
import Testing

@testable import NewsFindKit

/// How many articles hold a word, where lists still name articles that were taken out.
@Suite struct WornTotalsTests {
  private let fixture = IndexFixture()

  private func run(_ numbers: [Int]) throws {
    fixture.write(
      numbers.map { Article("a\($0)", "", $0 % 3 == 0 ? "Le lanceur, en orbite." : "Le lanceur.") })
    _ = try fixture.writable().reindex([fixture.sources], options: ReindexOptions(prune: true))
  }

  private func check(_ numbers: [Int], _ sourceLocation: SourceLocation = #_sourceLocation) throws {
    let index = try fixture.open()
    let inOrbit = numbers.count { $0 % 3 == 0 }
    for (query, expected) in [
      ("lanceur", numbers.count), ("orbite", inOrbit), ("orbit*", inOrbit),
      ("lanceur -orbite", numbers.count - inOrbit),
    ] {
      let results = try index.search(query, options: SearchOptions(limit: 3))
      #expect(results.total == expected && results.isTotalExact, "\(query)", sourceLocation: sourceLocation)
    }
  }

  @Test("words are counted exactly where whole windows, parts of them and single articles are gone")
  func removals() throws {
    var numbers = Array(0..<3_300)
    try run(numbers)
    try check(numbers)
    numbers.removeSubrange(40..<2_200)
    try run(numbers)
    try check(numbers)
    numbers.removeAll { $0 % 7 == 0 }
    numbers += 4_000..<4_010
    try run(numbers)
    try check(numbers)
    #expect(try fixture.writable().check() == [])
  }
}
