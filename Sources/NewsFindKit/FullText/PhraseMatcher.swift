import SQLiteStore

/// Looks whether some terms stand in a row, in articles asked for in any order.
///
/// To go back costs a look-up and a leaf a term: who asks for neighbours in their order pays least.
struct PhraseMatcher {
  private var words: [PhraseWord]
  /// Where the phrase begins in the article that was asked for last: a column in the upper 32 bits, the place of a token below.
  private(set) var places: [UInt64] = []

  /// - Parameter words: Two or more; those that are rare had better come first.
  init(_ words: [PhraseWord]) {
    precondition(words.count > 1)
    self.words = words
  }

  /// Finds ``places``: none where the article does not hold the phrase.
  ///
  /// - Throws: ``SQLiteError``.
  mutating func look(at row: Int64) throws(SQLiteError) {
    places.removeAll(keepingCapacity: true)
    var places = places
    self.places = []
    try words.withUnsafeMutableBufferPointer { words throws(SQLiteError) in
      guard try words[0].term.go(to: row), try words[1].term.go(to: row) else { return }
      try PhraseWord.match(&words[0], &words[1], in: nil, &places)
      for number in 2..<words.count where !places.isEmpty {
        if try words[number].term.go(to: row) {
          try words[number].narrow(&places)
        } else {
          places.removeAll(keepingCapacity: true)
        }
      }
    }
    self.places = places
  }
}
