import FrenchText
import SQLiteStore

extension IndexConnection {
  /// The number of articles that hold a term, as far as it matters.
  ///
  /// Complexity: linear in `limit`.
  ///
  /// FTS5 itself takes long over a term that is in several segments.
  func articleCount(ofTerm term: String, atMost limit: Int) throws(SQLiteError) -> Int {
    if let count = try fullText.articleCount(ofTerm: term, atMost: limit) { return count }
    let rows = try connection.cached(
      "SELECT count(*) FROM (SELECT 1 FROM article_text WHERE article_text MATCH ?1 LIMIT ?2)")
    defer { rows.reset() }
    try rows.bind(Self.quoted(term), at: 1).bind(Int64(limit), at: 2)
    return try rows.step() ? Int(rows.integer(0)) : 0
  }

  /// The rows of the articles that hold a term and were added last, the last first.
  func lastArticles(holdingTerm term: String, limit: Int) throws(SQLiteError) -> [Int64] {
    let rows = try connection.cached(
      "SELECT rowid FROM article_text WHERE article_text MATCH ?1 ORDER BY rowid DESC LIMIT ?2")
    defer { rows.reset() }
    try rows.bind(Self.quoted(term), at: 1).bind(Int64(limit), at: 2)
    var found: [Int64] = []
    while try rows.step() { found.append(rows.integer(0)) }
    return found
  }

  /// The term of a folded word.
  func term(of word: [UInt8]) -> String {
    var term = ""
    word.withUnsafeBufferPointer { utf8 in
      analyzer.forEachToken(in: utf8) { token in
        term = String(decoding: token.term, as: UTF8.self)
        return false
      }
    }
    return term
  }

  /// A term as FTS5 reads it: terms hold no spaces, but may hold what stands for syntax outside of quotation marks.
  private static func quoted(_ term: String) -> String {
    "\"\(term.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
  }
}
