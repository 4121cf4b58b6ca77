/// Adds up the postings of several terms, article by article.
struct PostingSums {
  private var texts: [UInt16]
  private var titles: [UInt8]
  private var found = RowSet()

  /// - Parameter articles: One more than the last of them.
  init(articles: Int) {
    texts = [UInt16](repeating: 0, count: articles)
    titles = [UInt8](repeating: 0, count: articles)
  }

  /// Adds a posting.
  mutating func add(_ posting: Posting) {
    let article = Int(posting.article)
    guard article < texts.count else { return }
    found.insert(Int64(article))
    let text = texts[article].addingReportingOverflow(posting.textFrequency)
    texts[article] = text.overflow ? .max : text.partialValue
    let title = titles[article].addingReportingOverflow(posting.titleFrequency)
    titles[article] = title.overflow ? .max : title.partialValue
  }

  /// The sums, in the order of their articles.
  var postings: [Posting] {
    found.rows.map {
      Posting(article: UInt32($0), textFrequency: texts[Int($0)], titleFrequency: titles[Int($0)])
    }
  }
}
