extension NewsIndex {
  /// Compares the parts of the index with one another: full text, articles, lengths; first of all the file's pages, and
  /// where those are broken nothing else.
  ///
  /// The index must be open for writing: FTS5 takes its check as a change, though nothing is changed.
  ///
  /// - Parameter withSources: Whether to compare also with the files that the articles came from.
  /// - Returns: What is wrong; nothing if all is well.
  /// - Throws: ``NewsIndexError``.
  ///
  /// Complexity: linear in the file; every article is analyzed again.
  public func check(withSources: Bool = false) throws -> [IndexProblem] {
    guard access == .readWrite else { throw NewsIndexError.readOnly(path: path) }
    return try NewsIndexError.translating(path) {
      let index = try IndexConnection.writer(path, create: false)
      return try index.problems() + (withSources ? index.sourceProblems() : [])
    }
  }

  /// Makes the derived parts of the index anew from its articles, in one transaction.
  ///
  /// Articles whose texts are lost are taken out; the next reindexing reads their files again.
  ///
  /// - Returns: What could not be mended.
  /// - Throws: ``NewsIndexError``; then the index is as before. Broken pages cannot be mended: rebuild the index.
  ///
  /// Complexity: that of indexing all articles.
  public func repair() throws -> [IndexProblem] {
    guard access == .readWrite else { throw NewsIndexError.readOnly(path: path) }
    return try NewsIndexError.translating(path) {
      let lock = try WriterLock(of: path, waits: false)
      defer { withExtendedLifetime(lock) {} }
      return try IndexConnection.writer(path, create: false).rebuildDerivedParts()
    }
  }
}
