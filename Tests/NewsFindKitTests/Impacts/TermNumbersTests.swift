import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct TermNumbersTests {
  @Test("each term has one number, whatever its length") func numbers() {
    var random = SeededGenerator()
    let numbers = TermNumbers()
    var known: [[UInt8]: UInt32] = [:]
    for next in 1..<30_000 as Range<UInt32> {
      let count = Int.random(in: 1...24, using: &random)
      // Few letters: many terms share their beginnings and their ends.
      let term = (0..<count).map { _ in UInt8.random(in: 0x61...0x63, using: &random) }
      let noted = term.withUnsafeBufferPointer { numbers.note($0, from: next, next: next) }
      // One-letter words are stop words.
      guard let noted else { continue }
      if let number = known[term] { #expect(noted.term == number, "seed \(random.seed)") }
      known[term] = noted.term
      #expect(noted.posting == next)
    }
    #expect(numbers.count == known.count)
    #expect(known.allSatisfy { Array(numbers.term(Int($0.value))) == $0.key })
    let sorted = numbers.sorted().map { Array(numbers.term($0)) }
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
  }

  @Test("a second occurrence in an article has the posting of the first") func postings() {
    let numbers = TermNumbers()
    func note(_ term: String, from start: UInt32, next: UInt32) -> UInt32? {
      Array(term.utf8).withUnsafeBufferPointer { numbers.note($0, from: start, next: next)?.posting }
    }
    #expect(note("fusee", from: 0, next: 0) == 0)
    #expect(note("fusee", from: 0, next: 1) == 0)
    #expect(note("lune", from: 0, next: 1) == 1)
    #expect(note("fusee", from: 2, next: 2) == 2)
    #expect(note("le", from: 2, next: 3) == nil)
  }
}
