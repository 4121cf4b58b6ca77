/// Where a term stands, in the bytes of FTS5: the first article's row, then differences between rows; behind each its
/// positions, column after column.
///
/// Its bytes were written by this program in this run: what reads them trusts them. They live as long as what gave them says.
///
/// Source: the comment "TERM/DOCLIST FORMAT" in SQLite's ext/fts5/fts5_index.c.
struct Doclist {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Its last article, from whose row the difference to what follows is taken.
  let last: Int64

  /// Calls `body` with each article: its row, and its positions from their size on.
  @inline(__always)
  func forEachEntry(_ body: (_ row: Int64, _ positions: UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
    guard var place = bytes.baseAddress else { return }
    let end = place + bytes.count
    var row: Int64 = 0
    while place < end {
      row &+= Int64(bitPattern: SQLiteVarint.take(from: &place))
      let start = place
      Self.passPositions(&place)
      try body(row, UnsafeBufferPointer(start: start, count: place - start))
    }
  }

  /// Moves behind an article's positions, from their size on.
  @inline(__always)
  static func passPositions(_ place: inout UnsafePointer<UInt8>) {
    // The lowest bit says whether the article was taken out.
    let size = SQLiteVarint.take(from: &place) >> 1
    place += Int(size)
  }
}
