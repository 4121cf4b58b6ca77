/// Keeps the most frequent words of many.
struct MostFrequentWords {
  private let limit: Int
  private var kept: [VocabularyEntry] = []
  private var least = 0

  init(limit: Int) {
    // No index has more words, and four times as many can be counted.
    self.limit = min(max(limit, 0), 1 << 24)
  }

  /// Takes the word that a cursor has reached, if it is frequent enough.
  mutating func offer(_ cursor: borrowing VocabularyCursor) {
    guard cursor.occurrences > least, limit > 0 else { return }
    kept.append(cursor.entry)
    guard kept.count >= max(limit * 4, 256) else { return }
    shrink()
    // One that is as frequent as the last that is kept may stand before it by its bytes, but it comes later here.
    if kept.count == limit, let last = kept.last { least = last.occurrences }
  }

  /// The words that were kept, the most frequent first.
  var entries: [VocabularyEntry] {
    var copy = self
    copy.shrink()
    return copy.kept
  }

  /// The more frequent first; ties in the order of bytes.
  static func precedes(_ one: VocabularyEntry, _ other: VocabularyEntry) -> Bool {
    if one.occurrences != other.occurrences { return one.occurrences > other.occurrences }
    return one.word.lexicographicallyPrecedes(other.word)
  }

  private mutating func shrink() {
    kept.sort(by: Self.precedes)
    kept.removeLast(max(kept.count - limit, 0))
  }
}
