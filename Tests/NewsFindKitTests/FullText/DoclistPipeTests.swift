import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct DoclistPipeTests {
  private struct Failure: Error, Equatable { let number: Int }

  /// Terms with doclists of any bytes, some of them larger than a batch.
  private static func terms(_ count: Int, _ random: inout SeededGenerator) -> [(
    term: [UInt8], bytes: [[UInt8]]
  )] {
    (0..<count).map { number in
      let sizes = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        number % 50 == 7 ? 300_000 : Int.random(in: 1...400, using: &random)
      }
      return (Array("terme\(number)".utf8), sizes.map { random.bytes($0) })
    }
  }

  private static func give(_ terms: [(term: [UInt8], bytes: [[UInt8]])], to body: DoclistPipe.Body) throws {
    for (term, bytes) in terms {
      // They lie in one buffer, as where runs are merged.
      let all = bytes.flatMap { $0 }
      try all.withUnsafeBufferPointer { all in
        var start = 0
        let doclists = bytes.enumerated().map { number, bytes in
          defer { start += bytes.count }
          return Doclist(
            bytes: UnsafeBufferPointer(rebasing: all[start..<start + bytes.count]), last: Int64(number))
        }
        try term.withUnsafeBufferPointer { try body($0, doclists) }
      }
    }
  }

  @Test(arguments: [0, 1, 500]) func `what one thread gives the other gets, in its order`(count: Int) throws {
    var random = SeededGenerator()
    let terms = Self.terms(count, &random)
    var found: [(term: [UInt8], bytes: [[UInt8]])] = []
    var rows: [Int64] = []
    try DoclistPipe.run(
      { try Self.give(terms, to: $0) },
      { term, _ in [.chunk(id: Int64(term.count), bytes: [])] },
      { term, doclists in
        #expect(doclists.map(\.last) == (0..<Int64(doclists.count)).map { $0 })
        found.append((Array(term), doclists.map { Array($0.bytes) }))
      },
      { for case .chunk(let id, _) in $0 { rows.append(id) } })
    #expect(rows == terms.map { Int64($0.term.count) })
    #expect(found.map(\.term) == terms.map(\.term), "seed \(random.seed)")
    #expect(found.map(\.bytes) == terms.map(\.bytes), "seed \(random.seed)")
  }

  @Test func `an error of either ends both`() {
    var random = SeededGenerator()
    let terms = Self.terms(2_000, &random)
    #expect(throws: Failure(number: 1)) {
      try DoclistPipe.run(
        { try Self.give(terms, to: $0) }, { _, _ in [] }, { _, _ in throw Failure(number: 1) }, { _ in })
    }
    var count = 0
    #expect(throws: Failure(number: 2)) {
      try DoclistPipe.run(
        { body in
          try Self.give(Array(terms.prefix(1_000)), to: body)
          throw Failure(number: 2)
        }, { _, _ in [] }, { _, _ in count += 1 }, { _ in })
    }
    #expect(count <= 1_000)
    #expect(throws: Failure(number: 3)) {
      try DoclistPipe.run(
        { try Self.give(terms, to: $0) }, { _, _ in [] }, meanwhile: { throw Failure(number: 3) },
        { _, _ in }, { _ in })
    }
  }
}
