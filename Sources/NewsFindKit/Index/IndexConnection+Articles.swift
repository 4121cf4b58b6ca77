import NewsArticles
import SQLiteStore

extension IndexConnection {
  /// The columns of `article` that ``article(_:)`` reads.
  static let articleColumns = "document_id, texts, section, date, url, author, language, source, format"

  /// The article in a row that begins with ``articleColumns``.
  ///
  /// - Throws: ``SQLiteError`` of code `corrupt` when its texts cannot be unpacked.
  func article(_ row: Statement) throws -> Article {
    let texts = try texts.texts(row, column: 1)
    return Article(
      id: row.text(0), title: texts.title, lead: texts.lead, body: texts.body, section: row.optionalText(2),
      date: row.optionalText(3).flatMap { ArticleDate($0) }, url: row.optionalText(4),
      author: row.optionalText(5), language: row.optionalText(6), source: row.optionalText(7),
      format: ArticleFormat(rawValue: row.text(8)) ?? .jsonLines)
  }

  /// A stored article that is not as it was written.
  struct AlteredArticle {
    let id: Int64
    let documentID: String
    /// The file it came from.
    let path: String
    /// The hash that it has now; `nil` where its texts are lost.
    let hash: [UInt8]?
  }

  /// The stored articles that are not as they were written.
  ///
  /// Complexity: linear in the texts.
  func alteredArticles() throws -> [AlteredArticle] {
    let rows = try connection.prepare(
      """
      SELECT \(Self.articleColumns), content_hash, article.id, path
      FROM article LEFT JOIN source_file ON source_file.id = file ORDER BY article.id
      """)
    var altered: [AlteredArticle] = []
    while try rows.step() {
      var hash: [UInt8]?
      do {
        hash = ContentHash.of(try article(rows))
      } catch let error as SQLiteError where error.code.primary == .corrupt {
        // Its texts cannot be unpacked.
      }
      guard hash != rows.bytes(9) else { continue }
      altered.append(
        AlteredArticle(id: rows.integer(10), documentID: rows.text(0), path: rows.text(11), hash: hash))
    }
    return altered
  }

  /// What is to be said of such articles.
  static func problems(of altered: [AlteredArticle]) -> [IndexProblem] {
    let lost = altered.filter { $0.hash == nil }
    let changed = altered.filter { $0.hash != nil }
    var problems = lost.prefix(20).map {
      IndexProblem(
        part: .articles, detail: "the texts of '\($0.documentID)' are lost: index \($0.path) again")
    }
    if lost.count > 20 {
      problems.append(IndexProblem(part: .articles, detail: "and \(lost.count - 20) more are lost"))
    }
    if let first = changed.first {
      problems.append(
        IndexProblem(
          part: .articles,
          detail: "\(changed.count) are not as they were written, '\(first.documentID)' first"))
    }
    return problems
  }
}
