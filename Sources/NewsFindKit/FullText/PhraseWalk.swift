import SQLiteStore

/// Walks over the articles in which the rarest two words of a phrase stand as they should, segment by segment, the oldest first.
struct PhraseWalk {
  /// The article at hand, `Int64.max` behind the last: ascending in each segment.
  private(set) var row: Int64 = 0
  /// Where the phrase may begin in it: a column in the upper 32 bits, the place of a token in the lower.
  var places: [UInt64] { cursor?.places ?? [] }
  /// Whether it ended because too many articles had to be looked at.
  private(set) var isGivenUp = false

  /// Of each segment so far the other words of the phrase, the rarest first: left to ``PhrasePairs``.
  private(set) var rest: [[PhraseWord]] = []

  /// The newest first, which the walk comes to last.
  private var parts: [Part] = []
  private let column: UInt64?
  private var patience: PhraseCursor.Patience?
  /// Of the segment at hand.
  private var cursor: PhraseCursor?
  /// Of each newer segment with all terms its shortest doclist.
  private var newerDoclists: [DoclistLocation] = []
  /// The same, once they are needed.
  private var newer: [DoclistCursor] = []
  private let reader: FullTextReader

  /// What is walked over at once.
  private struct Part {
    let terms: [TermCursor]
    let newer: [DoclistLocation]
  }

  /// - Parameters:
  ///   - phrase: Two terms or more.
  ///   - column: Where the phrase has to stand; `nil` for anywhere.
  ///   - segments: The newest first.
  ///   - reader: Reads them.
  ///   - patience: When to give up; `nil` for never.
  /// - Throws: ``SQLiteError``.
  init(
    _ phrase: [String], in column: UInt64?, _ segments: [FullTextSegment], _ reader: FullTextReader,
    _ patience: PhraseCursor.Patience? = nil
  ) throws(SQLiteError) {
    self.column = column
    self.reader = reader
    self.patience = patience
    var newer: [DoclistLocation] = []
    for terms in try reader.cursors(overPhrase: phrase, in: segments) {
      parts.append(Part(terms: terms, newer: newer))
      if let shortest = terms.min(by: { $0.size < $1.size }) { newer.append(shortest.newest.doclist) }
    }
  }

  /// Goes to the next article.
  mutating func next() throws(SQLiteError) {
    row = .max
    guard !isGivenUp else { return }
    while true {
      try cursor?.next()
      let found = cursor?.row ?? .max
      if found < .max {
        if try isChanged(found) { continue }
        row = found
        return
      }
      patience = cursor?.patience ?? patience
      isGivenUp = cursor?.isGivenUp ?? false
      guard !isGivenUp, let part = parts.popLast() else { return }
      let words = part.terms.enumerated().map { PhraseWord(term: $1, offset: UInt64($0)) }
        .sorted { $0.term.size < $1.term.size }
      cursor = PhraseCursor(Array(words.prefix(2)), in: column, reader.entryBuffers, patience)
      rest.append(Array(words.dropFirst(2)))
      newer = []
      newerDoclists = part.newer
    }
  }

  /// Whether a newer segment tells of an article of the one at hand.
  private mutating func isChanged(_ row: Int64) throws(SQLiteError) -> Bool {
    if newer.isEmpty {
      for doclist in newerDoclists { newer.append(try reader.cursor(over: doclist)) }
    }
    for number in newer.indices {
      try newer[number].seek(row)
      if newer[number].row == row { return true }
    }
    return false
  }
}
