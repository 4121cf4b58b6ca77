import TestSupport
import Testing

@testable import NewsFindKit

/// Words in rows of the file, and back.
@Suite struct VocabularySegmentTests {
  private func entries(_ segment: VocabularySegment) -> [VocabularyEntry] {
    var entries: [VocabularyEntry] = []
    var cursor = VocabularyCursor(segment)
    while cursor.advance() { entries.append(cursor.entry) }
    return entries
  }

  private func segment(_ entries: [VocabularyEntry]) -> VocabularySegment {
    var segment = VocabularySegment()
    for entry in entries {
      entry.word.withUnsafeBufferPointer { word in
        entry.spelling.withUnsafeBufferPointer {
          segment.append(word, spelling: $0, occurrences: entry.occurrences)
        }
      }
    }
    return segment
  }

  private func entry(_ word: String, _ spelling: String, _ occurrences: Int) -> VocabularyEntry {
    VocabularyEntry(word: Array(word.utf8), spelling: Array(spelling.utf8), occurrences: occurrences)
  }

  @Test func `words come back as they were`() {
    let words = [
      entry("abbaye", "abbaye", 1), entry("abbe", "abbé", 127), entry("boeuf", "bœuf", 128),
      entry("ministre", "ministre", 70_000), entry("onu", "ONU", 300), entry("poutine", "Poutine", 16_384),
      entry("poutines", "poutines", 2), entry("tgvs", "TGVs", 3), entry("ursule", "ursULE", 1),
    ]
    let made = segment(words)
    #expect(entries(made) == words)
    #expect(made.wordCount == words.count)
  }

  @Test func `any words come back as they were`() {
    var random = SeededGenerator()
    for _ in 0..<50 {
      let words = Set((0..<40).map { _ in random.bytes(.random(in: 1...250, using: &random)) })
      let all = words.sorted { $0.lexicographicallyPrecedes($1) }.map { word in
        let count = Int.random(in: 1...250, using: &random)
        return VocabularyEntry(
          word: word, spelling: Bool.random(using: &random) ? word : random.bytes(count),
          occurrences: .random(in: 1...(1 << 30), using: &random))
      }
      #expect(entries(segment(all)) == all, "seed \(random.seed)")
    }
  }

  @Test func `bytes that no segment holds are read to their end and no further`() {
    var random = SeededGenerator()
    for _ in 0..<2_000 {
      var bytes = random.bytes(.random(in: 0...60, using: &random))
      if Bool.random(using: &random) {
        // Small numbers are well formed more often.
        bytes = bytes.map { $0 % 5 }
      }
      var cursor = VocabularyCursor(VocabularySegment(bytes: bytes, wordCount: 3))
      var steps = 0
      while cursor.advance() {
        steps += 1
        _ = cursor.entry
      }
      #expect(steps <= bytes.count, "seed \(random.seed)")
      let isAtEnd = !cursor.advance()
      #expect(isAtEnd)
    }
  }

  @Test func `what two segments have in common is added up, the usual spelling wins`() {
    let one = segment([entry("cote", "côte", 5), entry("lune", "lune", 2), entry("mars", "Mars", 7)])
    let other = segment([entry("cote", "côté", 9), entry("mars", "mars", 3), entry("vent", "vent", 1)])
    var merged: [VocabularyEntry] = []
    let isWellFormed = VocabularyMerge([one, other]).forEachWord {
      merged.append(
        VocabularyEntry(word: Array($0.word), spelling: $0.spelling, occurrences: $0.occurrences))
    }
    #expect(isWellFormed)
    #expect(
      merged == [
        entry("cote", "côté", 14), entry("lune", "lune", 2), entry("mars", "Mars", 10),
        entry("vent", "vent", 1),
      ])
    let (frequent, rare) = VocabularySegment.merged([one, other], limit: 2)
    #expect(entries(frequent).map(\.occurrences) == [14, 10])
    #expect(entries(rare).map(\.occurrences) == [2, 1])
  }

  @Test func `segments out of order are not well formed`() {
    let unsorted = segment([entry("lune", "lune", 1), entry("cote", "cote", 1)])
    #expect(!VocabularyMerge([unsorted]).forEachWord { _ in })
  }
}
