import SQLiteStore

/// Walks over the articles that hold some terms in a row.
///
/// The rarest two lead: only where both are in an article their positions are looked at, and only where those fit the other
/// terms are asked.
struct PhraseCursor {
  /// The article at hand; `Int64.max` behind the last.
  private(set) var row: Int64 = 0
  /// Where the phrase begins in it: a column in the upper 32 bits, the place of a token in the lower.
  private(set) var places: [UInt64] = []

  /// The rarest first.
  private var words: [PhraseWord]
  private let column: UInt64?
  /// Gives the articles that the first two words share, where they are frequent alike; else one is sought in the other.
  private let pairs: EntryPairs?

  /// So many times as long a doclist may be as another for both to be decoded.
  private static let pairedRatio = 8

  /// - Parameters:
  ///   - terms: Two terms or more, in their order.
  ///   - column: Where the phrase has to stand; `nil` for anywhere.
  /// - Throws: ``SQLiteError``.
  init(_ terms: [TermCursor], in column: UInt64?) throws(SQLiteError) {
    precondition(terms.count > 1)
    words = terms.enumerated().map { PhraseWord(term: $1, offset: UInt64($0)) }
    words.sort { $0.term.size < $1.term.size }
    self.column = column
    let isPaired = words[1].term.size / Self.pairedRatio <= words[0].term.size
    pairs = isPaired ? EntryPairs(try TermEntries(words[0].term), try TermEntries(words[1].term)) : nil
  }

  /// Goes to the next article.
  mutating func next() throws(SQLiteError) {
    guard row < .max else { return }
    let column = column
    let pairs = pairs
    var places = places
    self.places = []
    row = try words.withUnsafeMutableBufferPointer { words throws(SQLiteError) in
      if let pairs { return try Self.next(words, pairs, column, &places) }
      return try Self.next(words, column, &places)
    }
    self.places = places
  }

  private static func next(
    _ words: UnsafeMutableBufferPointer<PhraseWord>, _ pairs: EntryPairs, _ column: UInt64?,
    _ places: inout [UInt64]
  ) throws(SQLiteError) -> Int64 {
    while let (row, one, other) = try pairs.next() {
      try PhraseWord.match(one, at: words[0].offset, other, at: words[1].offset, in: column, &places)
      if try narrow(&places, at: row, words) { return row }
    }
    return .max
  }

  private static func next(
    _ words: UnsafeMutableBufferPointer<PhraseWord>, _ column: UInt64?, _ places: inout [UInt64]
  ) throws(SQLiteError) -> Int64 {
    try words[0].term.next()
    while words[0].term.row < .max {
      let row = words[0].term.row
      try words[1].term.seek(row)
      guard words[1].term.row == row else {
        if words[1].term.row == .max { break }
        try words[0].term.seek(words[1].term.row)
        continue
      }
      try PhraseWord.match(&words[0], &words[1], in: column, &places)
      if try narrow(&places, at: row, words) { return row }
      try words[0].term.next()
    }
    return .max
  }

  /// Keeps the places where the third word and those behind it stand as they should, too.
  ///
  /// - Returns: Whether there are any.
  private static func narrow(
    _ places: inout [UInt64], at row: Int64, _ words: UnsafeMutableBufferPointer<PhraseWord>
  ) throws(SQLiteError) -> Bool {
    var number = 2
    while number < words.count, !places.isEmpty {
      try words[number].term.seek(row)
      if words[number].term.row == row {
        try words[number].narrow(&places)
      } else {
        places.removeAll(keepingCapacity: true)
      }
      number += 1
    }
    return !places.isEmpty
  }
}
