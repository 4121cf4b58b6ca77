import NewsArticles
import SQLiteStore

extension IndexConnection {
  /// Compares the parts of the index with one another.
  ///
  /// To be called on a connection that may write: FTS5 takes its check as an INSERT, though nothing is written.
  ///
  /// Complexity: linear in the file; every article is analyzed again.
  ///
  /// Related SQLite documentation: <https://www.sqlite.org/fts5.html#the_integrity_check_command>
  func problems() throws -> [IndexProblem] {
    let broken = try fileProblems()
    // What is read from broken pages would only say once more that they are broken.
    guard broken.isEmpty else { return broken }
    return try fullTextProblems() + traitProblems() + vocabularyProblems()
  }

  private func fileProblems() throws(SQLiteError) -> [IndexProblem] {
    var problems: [IndexProblem] = []
    do {
      let pages = try connection.prepare("PRAGMA integrity_check(20)")
      while try pages.step() {
        guard pages.text(0) != "ok" else { continue }
        problems.append(IndexProblem(part: .file, detail: pages.text(0)))
      }
    } catch {
      guard error.code.primary == .corrupt else { throw error }
      problems.append(IndexProblem(part: .file, detail: error.message))
    }
    return problems
  }

  private func fullTextProblems() throws(SQLiteError) -> [IndexProblem] {
    do {
      try connection.execute("INSERT INTO article_text(article_text, rank) VALUES ('integrity-check', 1)")
      return []
    } catch {
      guard error.code.primary == .corrupt else { throw error }
      return [IndexProblem(part: .fullText, detail: "the terms are not those of the articles")]
    }
  }

  /// Makes the derived parts anew from the articles: full text, sections, sources, traits and vocabulary.
  ///
  /// - Throws: ``SQLiteError``; then nothing has changed.
  ///
  /// Complexity: that of indexing all articles.
  func rebuildDerivedParts() throws {
    try connection.transaction(.immediate) {
      try connection.execute(
        """
        INSERT INTO article_text(article_text) VALUES ('rebuild');
        INSERT OR IGNORE INTO section(name) SELECT section FROM article WHERE section <> '' ORDER BY id;
        INSERT OR IGNORE INTO source(name) SELECT source FROM article WHERE source <> '' ORDER BY id;
        DELETE FROM trait_block;
        """)
      var writer = TraitWriter(connection)
      try forEachArticle { id, traits in
        try writer.set(traits, of: id)
      }
      try writer.flush()
      let vocabulary = VocabularyTable(connection)
      try vocabulary.replaceAll(by: countedWords())
      try vocabulary.set(isIncomplete: false)
    }
  }

  private func traitProblems() throws -> [IndexProblem] {
    let reader = TraitReader(connection)
    var wrong = 0
    var first: Int64?
    try forEachArticle { id, traits in
      guard try reader.traits(of: id) != traits else { return }
      wrong += 1
      first = first ?? id
    }
    guard let first else { return [] }
    return [
      IndexProblem(
        part: .traits, detail: "\(wrong) articles have other traits than stated, row \(first) first")
    ]
  }

  /// Calls `body` with the traits of each article, computed from its row.
  private func forEachArticle(_ body: (Int64, ArticleTraits) throws -> Void) throws {
    let rows = try connection.prepare(
      """
      SELECT article.id, date, section.id, texts, source.id
      FROM article LEFT JOIN section ON section.name = article.section
      LEFT JOIN source ON source.name = article.source ORDER BY article.id
      """)
    while try rows.step() {
      let traits = try texts.withParts(rows, column: 3) { parts in
        ArticleTraits(
          minutes: rows.optionalText(1).flatMap { ArticleDate($0) }?.minutes,
          section: UInt16(clamping: rows.integer(2)), source: UInt16(clamping: rows.integer(4)),
          textLength: tokenCount(parts.lead) + tokenCount(parts.body), titleLength: tokenCount(parts.title))
      }
      try body(rows.integer(0), traits)
    }
  }

  private func tokenCount(_ text: UnsafeRawBufferPointer) -> Int {
    var count = 0
    analyzer.forEachToken(in: text.assumingMemoryBound(to: UInt8.self)) { _ in
      count += 1
      return true
    }
    return count
  }
}
