import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct TermNumbersTests {
  private static func numbers(of batch: [[UInt8]], in numbers: TermNumbers) -> [UInt32] {
    var found: [UInt32] = []
    batch.flatMap(\.self).withUnsafeBufferPointer { bytes in
      var start = 0
      let terms = batch.map { term in
        defer { start += term.count }
        return TermStream.Term(
          bytes: UnsafeBufferPointer(rebasing: bytes[start..<start + term.count]), isColocated: false)
      }
      terms.withUnsafeBufferPointer { numbers.forEachNumber(of: $0) { number, _ in found.append(number) } }
    }
    return found
  }

  @Test("each term has one number, whatever its length") func numbers() {
    var random = SeededGenerator()
    let numbers = TermNumbers()
    var known: [[UInt8]: UInt32] = [:]
    for _ in 1..<4_000 {
      let batch = (0..<Int.random(in: 1...TermStream.batchSize, using: &random)).map { _ in
        // Few letters: many terms share their beginnings and their ends.
        (0..<Int.random(in: 1...24, using: &random)).map { _ in UInt8.random(in: 0x61...0x63, using: &random)
        }
      }
      for (term, number) in zip(batch, Self.numbers(of: batch, in: numbers)) {
        #expect(known[term] ?? UInt32(known.count) == number, "seed \(random.seed)")
        known[term] = number
      }
    }
    #expect(numbers.count == known.count)
    let term = { number in numbers.withTerm(number) { Array($0) } }
    #expect(known.allSatisfy { term(Int($0.value)) == $0.key })
    let sorted = numbers.sorted().map(term)
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
  }
}
