import SQLiteStore

/// Reads where a phrase stands in some articles.
struct PhrasePositions {
  private let phrase: [String]
  /// The places of its terms in it, the rarest first.
  private let order: [Int]
  private let fullText: FullTextPostings
  /// What looks for its terms, or, where its rarest two were found already, for the others.
  private var matcher: PhraseMatcher?
  private var pairs: PhrasePairs?
  private let collector: PostingCollector
  /// Whether one of its terms is nowhere.
  private var isAbsent = false
  /// All postings, where FTS5 had to be asked for them: what is damaged, or not understood, is its business.
  private var all: [Posting]?

  /// - Parameters:
  ///   - phrase: Two terms or more.
  ///   - order: The places of the terms in it, the rarest first.
  ///   - fullText: What reads FTS5's index.
  init(_ phrase: [String], _ order: [Int], _ fullText: FullTextPostings) {
    self.phrase = phrase
    self.order = order
    self.fullText = fullText
    collector = PostingCollector(fullText.impacts, length: phrase.count)
  }

  /// - Parameters:
  ///   - phrase: Two terms or more.
  ///   - pairs: All articles that are going to be asked for.
  ///   - fullText: What reads FTS5's index.
  init(_ phrase: [String], _ pairs: PhrasePairs, _ fullText: FullTextPostings) {
    self.init(phrase, [], fullText)
    self.pairs = pairs
  }

  /// The postings of the phrase in some articles.
  ///
  /// - Parameter articles: Ascending.
  /// - Returns: Those of the articles that hold it.
  /// - Throws: ``SQLiteError``.
  mutating func postings(in articles: some Collection<UInt32>) throws(SQLiteError) -> [Posting] {
    guard let first = articles.first, !isAbsent else { return [] }
    if all == nil {
      do {
        return try read(articles)
      } catch {
        // FTS5 may not need what is damaged; else it says so, too.
        guard error.code.primary == .corrupt else { throw error }
        all = try fullText.askedPostings(of: phrase, in: nil).postings
      }
    }
    let wanted = Set(articles)
    return (all ?? []).filter { $0.article >= first && wanted.contains($0.article) }
  }

  private mutating func read(_ articles: some Collection<UInt32>) throws(SQLiteError) -> [Posting] {
    if pairs != nil { return try readPairs(articles) }
    if matcher == nil { matcher = try fullText.matcher(of: phrase, order) }
    // Taken out, so that its cursors are not copied.
    guard var matcher = matcher.take() else {
      isAbsent = true
      return []
    }
    let postings = try collected(articles) { row throws(SQLiteError) in
      try matcher.look(at: row)
      return matcher.places[...]
    }
    self.matcher = matcher
    return postings
  }

  private mutating func readPairs(_ articles: some Collection<UInt32>) throws(SQLiteError) -> [Posting] {
    // Taken out, so that its cursors are not copied; where reading throws they are of no use any more.
    guard var pairs = pairs.take() else { throw FullTextSegment.damaged }
    let postings = try collected(articles) { row throws(SQLiteError) in
      try pairs.number(of: row).map { number throws(SQLiteError) in try pairs.places(at: number) } ?? []
    }
    self.pairs = pairs
    return postings
  }

  /// The postings of articles, in each of which `places` tells where the phrase begins.
  private func collected(
    _ articles: some Collection<UInt32>, _ places: (Int64) throws(SQLiteError) -> ArraySlice<UInt64>
  ) throws(SQLiteError) -> [Posting] {
    var collector = collector
    var postings: [Posting] = []
    for article in articles {
      let row = Int64(article)
      if let posting = try collector.posting(at: row, places(row)) { postings.append(posting) }
    }
    return postings
  }
}
