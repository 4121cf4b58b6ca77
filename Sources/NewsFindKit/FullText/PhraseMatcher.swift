import SQLiteStore

/// Looks whether some terms stand in a row, in articles asked for in any order.
///
/// To go back costs a look-up and a leaf a term: who asks for neighbours in their order pays least.
struct PhraseMatcher {
  /// The terms as ``FullTextReader/cursors(overPhrase:in:)`` gives them.
  private var parts: [[PhraseWord]]
  /// Where the phrase begins in the article that was asked for last: a column in the upper 32 bits, the place of a token below.
  private(set) var places: [UInt64] = []

  /// - Parameter parts: Of each segment, the newest first, two terms or more; those that are rare had better come first.
  init(_ parts: [[PhraseWord]]) {
    precondition(parts.allSatisfy { $0.count > 1 })
    self.parts = parts
  }

  /// Finds ``places``: none where the article does not hold the phrase.
  ///
  /// - Throws: ``SQLiteError``.
  mutating func look(at row: Int64) throws(SQLiteError) {
    places.removeAll(keepingCapacity: true)
    var places = places
    self.places = []
    for part in parts.indices {
      let isNamed = try parts[part].withUnsafeMutableBufferPointer { words throws(SQLiteError) in
        guard try words[0].term.go(to: row) else { return false }
        if !words[0].term.isRemoved { try Self.look(at: row, words, &places) }
        return true
      }
      // What older segments tell of it does not hold any more.
      if isNamed { break }
    }
    self.places = places
  }

  /// Finds the places in an article at which the first word is.
  private static func look(
    at row: Int64, _ words: UnsafeMutableBufferPointer<PhraseWord>, _ places: inout [UInt64]
  ) throws(SQLiteError) {
    guard try words[1].term.go(to: row) else { return }
    try PhraseWord.match(&words[0], &words[1], in: nil, &places)
    for number in 2..<words.count where !places.isEmpty {
      if try words[number].term.go(to: row) {
        try words[number].narrow(&places)
      } else {
        places.removeAll(keepingCapacity: true)
      }
    }
  }
}
