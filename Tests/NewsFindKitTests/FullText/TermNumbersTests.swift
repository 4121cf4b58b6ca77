import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct TermNumbersTests {
  @Test("each term has one number, whatever its length") func numbers() {
    var random = SeededGenerator()
    let numbers = TermNumbers()
    var known: [[UInt8]: UInt32] = [:]
    for _ in 1..<30_000 {
      let count = Int.random(in: 1...24, using: &random)
      // Few letters: many terms share their beginnings and their ends.
      let term = (0..<count).map { _ in UInt8.random(in: 0x61...0x63, using: &random) }
      let number = term.withUnsafeBufferPointer { numbers.number(of: $0) }
      #expect(known[term] ?? UInt32(known.count) == number, "seed \(random.seed)")
      known[term] = number
    }
    #expect(numbers.count == known.count)
    let term = { number in numbers.withTerm(number) { Array($0) } }
    #expect(known.allSatisfy { term(Int($0.value)) == $0.key })
    let sorted = numbers.sorted().map(term)
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
  }
}
