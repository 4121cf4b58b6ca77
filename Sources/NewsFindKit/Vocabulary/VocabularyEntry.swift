import FrenchText

/// A word of the articles: without accents and case, as it is usually written, and about how often it occurs.
struct VocabularyEntry: Hashable, Sendable {
  /// The folded word.
  var word: [UInt8]
  /// The usual spelling, in UTF-8.
  var spelling: [UInt8]
  /// See ``WordCounter``.
  var occurrences: Int
}

extension VocabularyEntry {
  /// Whether the word is one of grammar.
  var isStopWord: Bool { word.withUnsafeBufferPointer { StopWords.contains($0) } }
}
