import SQLiteStore

/// Walks over the articles that hold some terms in a row.
///
/// The rarest two lead: only where both are in an article their positions are looked at, and only where those fit the other
/// terms are asked.
struct PhraseCursor {
  /// A term, and its place in the phrase.
  private struct Word {
    var term: TermCursor
    let offset: UInt64
  }

  /// The article at hand; `Int64.max` behind the last.
  private(set) var row: Int64 = 0
  /// Where the phrase begins in it: a column in the upper 32 bits, the place of a token in the lower.
  private(set) var places: [UInt64] = []

  /// The rarest first.
  private var words: [Word]
  private let column: UInt64?

  /// - Parameters:
  ///   - terms: Two terms or more, in their order.
  ///   - column: Where the phrase has to stand; `nil` for anywhere.
  init(_ terms: [TermCursor], in column: UInt64?) {
    precondition(terms.count > 1)
    words = terms.enumerated().map { Word(term: $1, offset: UInt64($0)) }
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
    _ words: UnsafeMutableBufferPointer<Word>, _ column: UInt64?, _ places: inout [UInt64]
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
      try match(&words[0], &words[1], column, &places)
      var number = 2
      while number < words.count, !places.isEmpty {
        try words[number].term.seek(row)
        if words[number].term.row == row {
          try narrow(&places, &words[number])
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

  /// Finds the places where two words stand as they should.
  ///
  /// Each occurrence is used once, as FTS5 does where a term stands twice in one place.
  private static func match(
    _ word: inout Word, _ other: inout Word, _ column: UInt64?, _ places: inout [UInt64]
  ) throws(SQLiteError) {
    places.removeAll(keepingCapacity: true)
    var list = try word.term.positions()
    var otherList = try other.term.positions()
    let distance = other.offset &- word.offset
    var position = list.next()
    var otherPosition = otherList.next()
    while let one = position, let another = otherPosition {
      // Too near to the beginning of its column.
      if one & 0xFFFF_FFFF < word.offset {
        position = list.next()
        continue
      }
      let wanted = one &+ distance
      if wanted < another {
        position = list.next()
      } else if wanted > another {
        otherPosition = otherList.next()
      } else {
        if column == nil || column == one >> 32 { places.append(one - word.offset) }
        position = list.next()
        otherPosition = otherList.next()
      }
    }
    if list.isDamaged || otherList.isDamaged { throw FullTextSegment.damaged }
  }

  /// Keeps the places where another word stands as it should.
  private static func narrow(_ places: inout [UInt64], _ word: inout Word) throws(SQLiteError) {
    var list = try word.term.positions()
    var kept = 0
    var next = 0
    while next < places.count, let position = list.next() {
      while next < places.count, places[next] + word.offset < position { next += 1 }
      if next < places.count, places[next] + word.offset == position {
        places[kept] = places[next]
        kept += 1
        next += 1
      }
    }
    if list.isDamaged { throw FullTextSegment.damaged }
    places.removeLast(places.count - kept)
  }
}
