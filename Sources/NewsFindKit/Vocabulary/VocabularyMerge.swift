/// The words of several segments in one order, what they have in common added up.
struct VocabularyMerge {
  private let walks: [Walk]

  init(_ segments: [VocabularySegment]) {
    walks = segments.map(Walk.init)
  }

  /// One of the segments, and how far it was read.
  private final class Walk {
    var cursor: VocabularyCursor
    var isAtWord: Bool

    init(_ segment: VocabularySegment) {
      cursor = VocabularyCursor(segment)
      isAtWord = cursor.advance()
    }
  }

  /// A word while it is passed: valid until the next.
  struct Word {
    let word: UnsafeBufferPointer<UInt8>
    /// That of the segment in which the word occurs most often.
    let spelling: [UInt8]
    /// Of all segments together.
    let occurrences: Int
  }

  /// Calls `body` with each different word, in the order of their bytes, once.
  ///
  /// - Returns: Whether all segments were well formed: sorted, and nothing in them that no segment holds.
  ///
  /// Complexity: linear in the bytes, times the segments.
  @discardableResult
  func forEachWord(_ body: (Word) throws -> Void) rethrows -> Bool {
    var last: [UInt8] = []
    var isSorted = true
    while let least = walks.filter(\.isAtWord).min(by: Self.precedes) {
      let word = Array(least.cursor.word)
      if !last.isEmpty, !last.lexicographicallyPrecedes(word) { isSorted = false }
      let holding = walks.filter { $0.isAtWord && $0.cursor.word.elementsEqual(word) }
      let usual = holding.max { $0.cursor.occurrences < $1.cursor.occurrences } ?? least
      let spelling = usual.cursor.spelling
      let occurrences = holding.reduce(0) { $0 + $1.cursor.occurrences }
      try word.withUnsafeBufferPointer {
        try body(Word(word: $0, spelling: spelling, occurrences: occurrences))
      }
      for walk in holding { walk.isAtWord = walk.cursor.advance() }
      last = word
    }
    return isSorted && !walks.contains { $0.cursor.isMalformed }
  }

  private static func precedes(_ one: Walk, _ other: Walk) -> Bool {
    one.cursor.word.lexicographicallyPrecedes(other.cursor.word)
  }
}

extension VocabularySegment {
  /// The words of some segments as one, the rarer ones apart.
  ///
  /// - Parameters:
  ///   - segments: What to merge.
  ///   - limit: How many words the first part holds at most.
  /// - Returns: The most frequent words, and the others.
  static func merged(
    _ segments: [VocabularySegment], limit: Int
  ) -> (frequent: VocabularySegment, rare: VocabularySegment) {
    if segments.count == 1, segments[0].wordCount <= limit { return (segments[0], VocabularySegment()) }
    // How many words occur so often; all above the last are frequent anyway.
    var counts = [Int](repeating: 0, count: 1 << 12)
    VocabularyMerge(segments).forEachWord { counts[min($0.occurrences, counts.count - 1)] += 1 }
    var least = counts.count - 1
    var kept = counts[least]
    while least > 1, kept + counts[least - 1] <= limit {
      least -= 1
      kept += counts[least]
    }
    var frequent = VocabularySegment()
    var rare = VocabularySegment()
    VocabularyMerge(segments).forEachWord { word in
      word.spelling.withUnsafeBufferPointer { spelling in
        if word.occurrences >= least {
          frequent.append(word.word, spelling: spelling, occurrences: word.occurrences)
        } else {
          rare.append(word.word, spelling: spelling, occurrences: word.occurrences)
        }
      }
    }
    return (frequent, rare)
  }
}
