import SQLiteStore

/// Collects the postings of what FTS5 finds: an auxiliary function, called once a match.
///
/// For indexes that ``FullTextReader`` does not understand, or finds damaged.
final class PhrasePostings: FTS5AuxiliaryFunction {
  static let name = "newsfind_postings"

  private let impacts: ImpactReader
  private var postings: [Posting] = []
  private var total = 0

  init(_ impacts: ImpactReader) {
    self.impacts = impacts
  }

  /// The postings of an FTS5 expression of one phrase, in the articles that the lists cover, and the number of all articles that
  /// hold it.
  ///
  /// - Throws: ``SQLiteError``.
  func postings(
    of expression: String, _ connection: Connection
  ) throws(SQLiteError) -> (postings: [Posting], total: Int) {
    postings = []
    total = 0
    try connection.cached(
      "SELECT \(Self.name)(article_text) FROM article_text WHERE article_text MATCH ?1"
    ).bind(expression, at: 1).run()
    defer { postings = [] }
    return (postings, total)
  }

  func visit(_ match: borrowing FTS5Match) throws(SQLiteError) {
    total += 1
    let row = match.rowID
    guard row <= impacts.covered, let article = UInt32(exactly: row) else { return }
    let isTitled = try impacts.norms(ofWindow: Int(article >> 11))[Int(article & 2047)].title > 0
    let openingEnd =
      isTitled ? 0 : RankingWeights.standard.openingEnd(forLength: match.phraseLength(0))
    var inTitle = 0
    var inText = 0
    try match.forEachPlace(of: 0) { column, offset in
      if column == IndexSchema.TextColumn.title.rawValue {
        inTitle += 1
      } else {
        inText += 1
        if offset < openingEnd { inTitle += 1 }
      }
    }
    postings.append(
      Posting(
        article: article, textFrequency: UInt16(clamping: inText), titleFrequency: UInt8(clamping: inTitle)))
  }
}
