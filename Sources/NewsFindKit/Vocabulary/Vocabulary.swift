/// The words of the articles, as far as suggestions are made from them.
struct Vocabulary: Sendable {
  private let segments: [VocabularySegment]

  /// - Parameter segments: Sorted each; what is not well formed is passed over.
  init(_ segments: [VocabularySegment]) {
    self.segments = segments
  }

  /// The most frequent words that begin with some bytes, the most frequent first.
  ///
  /// Complexity: linear in the words before them.
  func words(beginningWith prefix: [UInt8], limit: Int) -> [VocabularyEntry] {
    collect(limit: limit) { segment, found in
      var cursor = VocabularyCursor(segment)
      while cursor.advance() {
        if cursor.word.starts(with: prefix) {
          found.offer(cursor)
        } else if prefix.lexicographicallyPrecedes(cursor.word) {
          return
        }
      }
    }
  }

  /// About how often each of some words occurs; 0 for those that are not here.
  ///
  /// - Parameter words: Folded, in the order of their bytes.
  /// - Returns: The numbers, in the same order.
  ///
  /// Complexity: linear in all words.
  func occurrences(of words: [[UInt8]]) -> [Int] {
    var counts = [Int](repeating: 0, count: words.count)
    for segment in segments {
      var cursor = VocabularyCursor(segment)
      var next = 0
      while next < words.count, cursor.advance() {
        while next < words.count, words[next].lexicographicallyPrecedes(cursor.word) { next += 1 }
        while next < words.count, words[next].elementsEqual(cursor.word) {
          counts[next] += cursor.occurrences
          next += 1
        }
      }
    }
    return counts
  }

  /// The words within some distance of another.
  ///
  /// - Parameters:
  ///   - word: Folded, as it was typed.
  ///   - limit: The greatest ``SpellingDistance``.
  /// - Returns: Each with its distance, in no order.
  func neighbours(of word: [UInt8], within limit: Int) -> [(entry: VocabularyEntry, distance: Int)] {
    var found: [[UInt8]: (VocabularyEntry, Int)] = [:]
    for segment in segments {
      var cursor = VocabularyCursor(segment)
      var distance = SpellingDistance(to: word, limit: limit)
      // So many bytes of the word at hand are those of the one that was read last.
      var shared = 0
      // Words that begin with so many bytes of that one are too far away.
      var hopeless = Int.max
      while cursor.advance() {
        shared = min(shared, cursor.shared)
        if shared >= hopeless || !distance.mayBeNear(length: cursor.wordCount, cursor.letters) { continue }
        hopeless = .max
        switch distance.read(cursor.word, from: shared) {
        case .near(let number):
          var entry = cursor.entry
          if let known = found[entry.word]?.0 {
            if known.occurrences > entry.occurrences { entry.spelling = known.spelling }
            entry.occurrences += known.occurrences
          }
          found[entry.word] = (entry, number)
        case .far: break
        case .hopeless(let length): hopeless = length
        }
        shared = cursor.wordCount
      }
    }
    return found.values.map { ($0.0, $0.1) }
  }

  private func collect(
    limit: Int, _ search: (VocabularySegment, inout MostFrequentWords) -> Void
  ) -> [VocabularyEntry] {
    var sums: [[UInt8]: VocabularyEntry] = [:]
    for segment in segments {
      var found = MostFrequentWords(limit: limit)
      search(segment, &found)
      for entry in found.entries {
        guard let known = sums[entry.word] else {
          sums[entry.word] = entry
          continue
        }
        sums[entry.word]?.occurrences += entry.occurrences
        if entry.occurrences > known.occurrences { sums[entry.word]?.spelling = entry.spelling }
      }
    }
    return Array(sums.values.sorted(by: MostFrequentWords.precedes).prefix(limit))
  }
}
