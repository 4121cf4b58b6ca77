import NewsArticles
import NewsQuery

extension SearchSession {
  /// The article with a document id; `nil` where there is none.
  ///
  /// - Parameters:
  ///   - documentID: The id, exactly.
  ///   - query: What to highlight in it.
  /// - Returns: The whole article with its highlights.
  /// - Throws: ``SQLiteError``.
  func article(_ documentID: String, highlighting query: String?) throws -> IndexedArticle? {
    let query = QueryParser.parse(query ?? "") { ArticleDate($0) != nil }
    let plan = QueryPlanner.plan(query, index.analyzer)
    let titleFinder = MatchFinder(plan, isTitle: true, index.analyzer)
    let finder = MatchFinder(plan, isTitle: false, index.analyzer)
    let row = try index.connection.cached(
      """
      SELECT texts, section, date, url, author, language, source, format, path, place
      FROM article JOIN source_file ON source_file.id = file WHERE document_id = ?1
      """)
    defer { row.reset() }
    guard try row.bind(documentID, at: 1).step() else { return nil }
    let texts = try index.texts.texts(row, column: 0)
    let article = Article(
      id: documentID, title: texts.title, lead: texts.lead, body: texts.body, section: row.optionalText(1),
      date: row.optionalText(2).flatMap { ArticleDate($0) }, url: row.optionalText(3),
      author: row.optionalText(4), language: row.optionalText(5), source: row.optionalText(6),
      format: ArticleFormat(rawValue: row.text(7)) ?? .jsonLines)
    return IndexedArticle(
      article: article, path: row.text(8) + row.text(9),
      titleHighlights: titleFinder.highlights(in: article.title),
      leadHighlights: finder.highlights(in: article.lead), bodyHighlights: finder.highlights(in: article.body)
    )
  }
}
