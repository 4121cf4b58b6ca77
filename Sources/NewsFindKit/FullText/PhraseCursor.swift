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

  /// - Parameters:
  ///   - terms: Two terms or more, in their order.
  ///   - column: Where the phrase has to stand; `nil` for anywhere.
  init(_ terms: [TermCursor], in column: UInt64?) {
    precondition(terms.count > 1)
    words = terms.enumerated().map { PhraseWord(term: $1, offset: UInt64($0)) }
    words.sort { $0.term.size < $1.term.size }
    self.column = column
  }

  /// Goes to the next article.
  mutating func next() throws(SQLiteError) {
    guard row < .max else { return }
    let column = column
    var places = places
    self.places = []
    row = try words.withUnsafeMutableBufferPointer { words throws(SQLiteError) in
      try Self.next(words, column, &places)
    }
    self.places = places
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
      try PhraseWord.match(&words[0], &words[1], column, &places)
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
      if !places.isEmpty { return row }
      try words[0].term.next()
    }
    return .max
  }
}
