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
    let altered = try alteredArticles()
    let problems = Self.problems(of: altered)
    // Terms and traits of what cannot be read agree with nothing.
    guard altered.allSatisfy({ $0.hash != nil }) else { return problems }
    return try problems + fullTextProblems() + traitProblems() + vocabularyProblems()
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
  /// Articles whose texts are lost are taken out first; their files, and those of articles that were changed by others, are
  /// read again by the next reindexing.
  ///
  /// - Returns: What could not be mended.
  /// - Throws: ``SQLiteError``; then nothing has changed.
  ///
  /// Complexity: that of indexing all articles.
  func rebuildDerivedParts() throws -> [IndexProblem] {
    try connection.transaction(.immediate) {
      let altered = try alteredArticles()
      for article in altered {
        try connection.cached(
          "UPDATE source_file SET size = NULL WHERE id = (SELECT file FROM article WHERE id = ?1)"
        ).bind(article.id, at: 1).run()
        if let hash = article.hash {
          try connection.cached("UPDATE article SET content_hash = ?2 WHERE id = ?1").bind(article.id, at: 1)
            .bind(hash, at: 2).run()
        } else {
          try connection.cached("DELETE FROM article WHERE id = ?1").bind(article.id, at: 1).run()
        }
      }
      try connection.execute(
        """
        INSERT INTO article_text(article_text) VALUES ('rebuild');
        INSERT OR IGNORE INTO section(name) SELECT section FROM article WHERE section <> '' ORDER BY id;
        INSERT OR IGNORE INTO source(name) SELECT source FROM article WHERE source <> '' ORDER BY id;
        DELETE FROM trait_block;
        """)
      var writer = TraitWriter(connection)
      let row = try connection.cached(
        "UPDATE article SET fingerprint = ?2 WHERE id = ?1 AND fingerprint <> ?2")
      try forEachArticle { id, traits, fingerprint in
        try writer.set(traits, of: id)
        try row.bind(id, at: 1).bind(Int64(bitPattern: fingerprint), at: 2).run()
      }
      try writer.flush()
      try ImpactWriter(self).rebuild()
      let vocabulary = VocabularyTable(connection)
      try vocabulary.replaceAll(by: countedWords())
      try vocabulary.set(isIncomplete: false)
      return Self.problems(of: altered.filter { $0.hash == nil })
    }
  }

  private func traitProblems() throws -> [IndexProblem] {
    let reader = TraitReader(connection)
    var wrong = 0
    var first: Int64?
    try forEachArticle { id, traits, fingerprint in
      guard try reader.traits(of: id) != traits || self.fingerprint(of: id) != fingerprint else { return }
      wrong += 1
      first = first ?? id
    }
    guard let first else { return [] }
    return [
      IndexProblem(
        part: .traits, detail: "\(wrong) articles have other traits than stated, row \(first) first")
    ]
  }

  /// Calls `body` with the traits and the fingerprint of each article, computed from its row.
  private func forEachArticle(_ body: (Int64, ArticleTraits, UInt64) throws -> Void) throws {
    let rows = try connection.prepare(
      """
      SELECT article.id, date, section.id, texts, source.id
      FROM article LEFT JOIN section ON section.name = article.section
      LEFT JOIN source ON source.name = article.source ORDER BY article.id
      """)
    while try rows.step() {
      var words = WordCounter()
      let terms = TermStream(try texts.texts(rows, column: 3).columns, analyzer, counting: &words)
      let traits = ArticleTraits(
        minutes: rows.optionalText(1).flatMap { ArticleDate($0) }?.minutes,
        section: UInt16(clamping: rows.integer(2)), source: UInt16(clamping: rows.integer(4)),
        textLength: terms.termCount(.body) + terms.termCount(.lead), titleLength: terms.termCount(.title))
      try body(rows.integer(0), traits, terms.fingerprint)
    }
  }
}
