/// Names and numbers by which FTS5 keeps the full-text table in tables of its own.
///
/// Source: the comments on `%_data` and `FTS5_SEGMENT_ROWID` in SQLite's ext/fts5/fts5_index.c.
enum FullTextTables {
  static let data = "article_text_data"
  static let index = "article_text_idx"
  /// The row of `data` that counts rows and tokens.
  static let averagesRow: Int64 = 1
  /// The row of `data` that names the segments.
  static let structureRow: Int64 = 10
  /// Stands before each term of the main index.
  static let mainPrefix = UInt8(ascii: "0")

  /// The row of a segment's page.
  static func row(ofPage page: Int, segment: Int64) -> Int64 { segment << 37 + Int64(page) }

  /// The row of the index of a long doclist, whose term is on a page.
  static func row(ofDoclistIndex page: Int, segment: Int64) -> Int64 {
    row(ofPage: page, segment: segment) + 1 << 36
  }

  /// All rows of a segment.
  static func rows(of segment: Int64) -> ClosedRange<Int64> { segment << 37...(segment + 1) << 37 - 1 }
}
