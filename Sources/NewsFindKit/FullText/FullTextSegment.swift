import SQLiteStore

/// One of the parts that FTS5's index consists of: terms in their order, each with its doclist, in numbered leaves.
///
/// Source: the file format as SQLite's `fts5_index.c` describes it.
struct FullTextSegment: Hashable {
  let id: Int64
  let leaves: ClosedRange<Int64>
  /// Whether some of its terms are in another segment already, which is being made of this one and others.
  var isBeingMerged = false

  /// The row of `article_text_data` that holds a leaf.
  func row(ofLeaf number: Int64) -> Int64 {
    FullTextTables.row(ofPage: Int(number), segment: id)
  }

  /// The row that holds a page of the index of a doclist.
  ///
  /// - Parameters:
  ///   - number: The page; the first one has the number of the leaf on which the doclist begins.
  ///   - height: 0 for pages that tell of leaves, 1 for those that tell of such pages, and so on.
  /// - Returns: The row.
  func row(ofSkips number: Int64, height: Int) -> Int64 {
    FullTextTables.row(ofDoclistIndex: Int(number), segment: id) + Int64(height) << 31
  }

  /// What is thrown where the file does not hold what its parts say of each other.
  static let damaged = SQLiteError(code: .corrupt, message: "the full-text index is damaged")
}
