import FrenchText
import SQLiteStore

extension IndexConnection {
  /// What the index holds.
  ///
  /// Complexity: linear in the articles and in the different terms.
  ///
  /// Related SQLite documentation: <https://www.sqlite.org/fts5.html#the_fts5vocab_virtual_table_module>
  func statistics() throws -> IndexStatistics {
    try connection.transaction(.deferred) {
      // A temporary table: the vocabulary is read from the index itself, nothing is written to it.
      try connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.term_row USING fts5vocab('main', 'article_text', 'row')")
      let sections = try connection.prepare(
        "SELECT section, count(*) FROM article GROUP BY section ORDER BY count(*) DESC, section")
      var counts: [IndexStatistics.Section] = []
      while try sections.step() {
        counts.append(
          IndexStatistics.Section(name: sections.optionalText(0), articles: Int(sections.integer(1))))
      }
      return IndexStatistics(
        articles: Int(try connection.integer("SELECT count(*) FROM article") ?? 0),
        terms: Int(try connection.integer("SELECT count(*) FROM temp.term_row") ?? 0),
        bytes: FileStatus.size(path) + FileStatus.size(path + "-wal"),
        schema: Int(IndexSchema.version), analyzer: FrenchAnalyzer.version,
        firstDate: try connection.text("SELECT min(date) FROM article"),
        lastDate: try connection.text("SELECT max(date) FROM article"),
        sections: counts)
    }
  }
}
