import SQLiteStore

/// Reads where a phrase stands in some articles.
struct PhrasePositions {
  private let phrase: [String]
  /// The places of its terms in it, the rarest first.
  private let order: [Int]
  private let fullText: FullTextPostings
  private var matcher: PhraseMatcher?
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
    if matcher == nil { matcher = try fullText.matcher(of: phrase, order) }
    // Taken out, so that its cursors are not copied.
    guard var matcher = matcher.take() else {
      isAbsent = true
      return []
    }
    var collector = collector
    var postings: [Posting] = []
    for article in articles {
      try matcher.look(at: Int64(article))
      guard !matcher.places.isEmpty else { continue }
      try collector.begin(Int64(article))
      for place in matcher.places { collector.count(place) }
      if let posting = collector.end() { postings.append(posting) }
    }
    self.matcher = matcher
    return postings
  }
}
