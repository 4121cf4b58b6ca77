import SQLiteStore

/// Walks over the articles in which the rarest two words of a phrase stand as they should.
///
/// Only where both are in an article their positions are looked at.
struct PhraseCursor {
  /// The article at hand; `Int64.max` behind the last.
  private(set) var row: Int64 = 0
  /// Where the phrase may begin in it: a column in the upper 32 bits, the place of a token in the lower.
  private(set) var places: [UInt64] = []

  /// The rarer first.
  private var words: [PhraseWord]
  private let column: UInt64?
  /// Gives the articles that both words share, where they are frequent alike; else one is sought in the other.
  private let pairs: EntryPairs?
  private(set) var patience: Patience?
  /// Whether it ended because too many articles had to be looked at.
  private(set) var isGivenUp = false

  /// How many articles a walk may come to, in each of which the other words are looked for.
  struct Patience {
    /// In so many, as far as those that were found foretell.
    let limit: Int
    /// Where the last article is.
    let lastRow: Int64
    /// It came to so many so far.
    private var count = 0

    /// Fewer foretell nothing.
    private static let sample = 64

    init(limit: Int, lastRow: Int64) {
      self.limit = limit
      self.lastRow = lastRow
    }

    /// Notes one more of these articles.
    ///
    /// - Returns: Whether the walk had better end.
    mutating func isOver(at row: Int64) -> Bool {
      count += 1
      return count >= Self.sample && Double(count) * Double(lastRow) > Double(limit) * Double(row)
    }
  }

  /// - Parameters:
  ///   - words: The two, the rarer first; have not moved yet.
  ///   - column: Where the phrase has to stand; `nil` for anywhere.
  ///   - pool: Memory to find pairs in.
  ///   - patience: When to give up; `nil` for never.
  init(_ words: [PhraseWord], in column: UInt64?, _ pool: EntryBuffers.Pool, _ patience: Patience? = nil) {
    precondition(words.count == 2)
    self.words = words
    self.column = column
    self.patience = patience
    pairs = EntryPairs(words[0].term, words[1].term, pool)
  }

  /// Goes to the next article.
  mutating func next() throws(SQLiteError) {
    guard row < .max else { return }
    let (pairs, column) = (pairs, column)
    var places = places
    self.places = []
    row = .max
    let found = try words.withUnsafeMutableBufferPointer { words throws(SQLiteError) in
      try Self.nextArticle(words, pairs, column, &places)
    }
    self.places = places
    guard let found else { return }
    if patience?.isOver(at: found) ?? false { isGivenUp = true } else { row = found }
  }

  /// The next article where both words stand as they should.
  private static func nextArticle(
    _ words: UnsafeMutableBufferPointer<PhraseWord>, _ pairs: EntryPairs?, _ column: UInt64?,
    _ places: inout [UInt64]
  ) throws(SQLiteError) -> Int64? {
    if let pairs {
      while let (row, one, other) = try pairs.next() {
        try PhraseWord.match(one, at: words[0].offset, other, at: words[1].offset, in: column, &places)
        if !places.isEmpty { return row }
      }
      return nil
    }
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
      if !places.isEmpty { return row }
      try words[0].term.next()
    }
    return nil
  }
}
