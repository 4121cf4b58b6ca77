import SQLiteStore

/// Walks over the articles that hold a term, in the order of their rows, over all segments.
///
/// Of an article that several segments name the newest tells what holds; where that has no positions the article was taken out.
struct TermCursor {
  /// The article at hand; 0 before the first, `Int64.max` behind the last.
  private(set) var row: Int64 = 0
  /// About how many bytes its doclists take.
  let size: Int

  /// That of the newest segment.
  private(set) var newest: DoclistCursor
  /// Those of the others, from newer to older ones.
  private(set) var others: [DoclistCursor]
  /// Which of the others has the article at hand; -1 where it is the newest segment.
  private var current = -1
  /// Whether it comes to articles that were taken out, too: only where there is one segment.
  private let givesRemoved: Bool

  init(newest: DoclistCursor, others: [DoclistCursor], size: Int, givesRemoved: Bool = false) {
    precondition(others.isEmpty || !givesRemoved)
    self.newest = newest
    self.others = others
    self.size = size
    self.givesRemoved = givesRemoved
  }

  /// Whether the article at hand was taken out.
  var isRemoved: Bool { givesRemoved && newest.isEmpty }

  /// Goes to the next article.
  @inline(__always)
  mutating func next() throws(SQLiteError) {
    guard row < .max else { return }
    if others.isEmpty {
      try newest.next()
      row = newest.row
      if newest.isEmpty { try passRemoved() }
    } else {
      try seekInAll(row + 1)
    }
  }

  /// Goes to the first article whose row is not below `target`.
  @inline(__always)
  mutating func seek(_ target: Int64) throws(SQLiteError) {
    if row >= target { return }
    if others.isEmpty {
      try newest.seek(target)
      row = newest.row
      if newest.isEmpty { try passRemoved() }
    } else {
      try seekInAll(target)
    }
  }

  /// Goes to an article, or behind it, forwards or back.
  ///
  /// - Returns: Whether it holds the term.
  /// - Throws: ``SQLiteError``.
  ///
  /// Complexity: to go back, a look-up and a leaf a segment.
  @inline(__always)
  mutating func go(to target: Int64) throws(SQLiteError) -> Bool {
    if row > target {
      row = 0
      current = -1
      try newest.rewind(for: target)
      for number in others.indices { try others[number].rewind(for: target) }
    }
    try seek(target)
    return row == target
  }

  /// Where the term stands in the article at hand: valid until the cursor moves.
  @inline(__always)
  mutating func positions() throws(SQLiteError) -> PositionList {
    if current < 0 { return try newest.positions() }
    return try others[current].positions()
  }

  private mutating func passRemoved() throws(SQLiteError) {
    guard !givesRemoved else { return }
    while newest.isEmpty, newest.row < .max { try newest.next() }
    row = newest.row
  }

  private mutating func seekInAll(_ target: Int64) throws(SQLiteError) {
    var target = target
    while true {
      try newest.seek(target)
      row = newest.row
      current = -1
      var isEmpty = newest.isEmpty
      for number in others.indices {
        try others[number].seek(target)
        if others[number].row < row {
          row = others[number].row
          current = number
          isEmpty = others[number].isEmpty
        }
      }
      if row == .max || !isEmpty { return }
      target = row + 1
    }
  }
}
