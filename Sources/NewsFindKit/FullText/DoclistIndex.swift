/// The first article on each page that a long doclist goes on to: so that FTS5 need not read all of them.
///
/// In one record, however long: FTS5 splits records of more than a page, for which it would not have to.
///
/// Source: the comment "Segment doclist indexes" in SQLite's ext/fts5/fts5_index.c.
struct DoclistIndex {
  private(set) var bytes: [UInt8] = []
  /// The number of pages without a term.
  private(set) var pageCount = 0
  private var row: Int64 = 0

  /// Notes the first article of a page.
  mutating func append(_ row: Int64, page: Int) {
    if bytes.isEmpty {
      // The record is a root.
      bytes.append(0)
      SQLiteVarint.append(UInt64(page), to: &bytes)
      SQLiteVarint.append(UInt64(bitPattern: row), to: &bytes)
    } else {
      SQLiteVarint.append(UInt64(bitPattern: row &- self.row), to: &bytes)
    }
    self.row = row
  }

  /// Notes the end of a page on which no term begins.
  mutating func appendPage(hasRow: Bool) {
    if !hasRow, !bytes.isEmpty { bytes.append(0) }
    pageCount += 1
  }
}
