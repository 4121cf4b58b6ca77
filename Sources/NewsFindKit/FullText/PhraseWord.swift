import SQLiteStore

/// A term of a phrase, and its place in it.
struct PhraseWord {
  var term: TermCursor
  let offset: UInt64

  /// Finds the places where two words stand as they should.
  ///
  /// Each occurrence is used once, as FTS5 does where a term stands twice in one place.
  ///
  /// - Parameters:
  ///   - positions: Where one of them stands in an article.
  ///   - offset: Its place in the phrase.
  ///   - otherPositions: Where the other stands.
  ///   - otherOffset: Its place in the phrase.
  ///   - column: Where the phrase has to stand; `nil` for anywhere.
  ///   - places: Afterwards where the phrase begins.
  /// - Throws: ``SQLiteError``.
  static func match(
    _ positions: PositionList, at offset: UInt64, _ otherPositions: PositionList, at otherOffset: UInt64,
    in column: UInt64?, _ places: inout [UInt64]
  ) throws(SQLiteError) {
    places.removeAll(keepingCapacity: true)
    var list = positions
    var otherList = otherPositions
    let distance = otherOffset &- offset
    var position = list.next()
    var otherPosition = otherList.next()
    while let one = position, let another = otherPosition {
      // Too near to the beginning of its column.
      if one & 0xFFFF_FFFF < offset {
        position = list.next()
        continue
      }
      let wanted = one &+ distance
      if wanted < another {
        position = list.next()
      } else if wanted > another {
        otherPosition = otherList.next()
      } else {
        if column == nil || column == one >> 32 { places.append(one - offset) }
        position = list.next()
        otherPosition = otherList.next()
      }
    }
    if list.isDamaged || otherList.isDamaged { throw FullTextSegment.damaged }
  }

  /// The same, in an article at which both cursors are.
  static func match(
    _ word: inout PhraseWord, _ other: inout PhraseWord, in column: UInt64?, _ places: inout [UInt64]
  ) throws(SQLiteError) {
    try match(
      word.term.positions(), at: word.offset, other.term.positions(), at: other.offset, in: column, &places)
  }

  /// Keeps the places where this word stands as it should, in an article at which it is.
  mutating func narrow(_ places: inout [UInt64]) throws(SQLiteError) {
    let kept = try places.withUnsafeMutableBufferPointer { places throws(SQLiteError) in try narrow(places) }
    places.removeLast(places.count - kept)
  }

  /// The same.
  ///
  /// - Parameter places: Afterwards those that are kept lie at the beginning.
  /// - Returns: Their number.
  /// - Throws: ``SQLiteError``.
  mutating func narrow(_ places: UnsafeMutableBufferPointer<UInt64>) throws(SQLiteError) -> Int {
    var list = try term.positions()
    var kept = 0
    var next = 0
    while next < places.count, let position = list.next() {
      while next < places.count, places[next] + offset < position { next += 1 }
      if next < places.count, places[next] + offset == position {
        places[kept] = places[next]
        kept += 1
        next += 1
      }
    }
    if list.isDamaged { throw FullTextSegment.damaged }
    return kept
  }
}
