extension NewsIndex {
  /// Compares the parts of the index with one another: full text, articles, lengths; first of all the file's pages, and
  /// where those are broken nothing else.
  ///
  /// The index must be open for writing: FTS5 takes its check as a change, though nothing is changed.
  ///
  /// - Returns: What is wrong; nothing if all is well.
  /// - Throws: ``NewsIndexError``.
  ///
  /// Complexity: linear in the file; every article is analyzed again.
  public func check() throws -> [IndexProblem] {
    guard access == .readWrite else { throw NewsIndexError.readOnly(path: path) }
    return try NewsIndexError.translating(path) {
      try IndexConnection.writer(path, create: false).problems()
    }
  }

  /// Makes the derived parts of the index anew from its articles, in one transaction.
  ///
  /// - Throws: ``NewsIndexError``; then the index is as before. Broken pages cannot be mended: rebuild the index.
  ///
  /// Complexity: that of indexing all articles.
  public func repair() throws {
    guard access == .readWrite else { throw NewsIndexError.readOnly(path: path) }
    try NewsIndexError.translating(path) {
      try IndexConnection.writer(path, create: false).rebuildDerivedParts()
    }
  }
}
