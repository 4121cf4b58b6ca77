import SQLiteStore

/// The cursors of a query: one for each thing that it looks for, however often it names it.
struct QueryCursors {
  private let index: IndexConnection
  private var cursors: [ListQuery.Phrase.Source: PostingCursor] = [:]
  /// In how many articles words of phrases occur.
  private var counts: [String: Int] = [:]

  private let ways: SearchWays
  private let bestCount: Int?

  /// - Parameters:
  ///   - index: Where postings are read.
  ///   - ways: How phrases are found.
  ///   - bestCount: How many hits are wanted, where nothing is wanted of others; else `nil`.
  init(_ index: IndexConnection, _ ways: SearchWays, bestCount: Int? = nil) {
    self.index = index
    self.ways = ways
    self.bestCount = bestCount
  }

  /// The cursor over the postings of something.
  mutating func cursor(over source: ListQuery.Phrase.Source) throws(SQLiteError) -> PostingCursor {
    if let cursor = cursors[source] { return cursor }
    let cursor: PostingCursor
    switch source {
    case .term(let term):
      let (lists, rare) = try index.lists(of: term)
      cursor = try PostingCursor(lists, rare: rare, index.impacts, windowCount: index.impacts.windowCount)
    case .beginnings(let beginnings):
      let postings = try index.postings(ofTermsBeginningWith: beginnings)
      cursor = try PostingCursor(
        postings, total: postings.count, index.impacts, windowCount: index.impacts.windowCount)
    case .phrase(let phrase, let column):
      if let least = try rarestCount(source.listedTerms), least > ways.walkedLimit {
        let few = ways.fewLimit > 0 ? try index.fullText.postings(of: phrase, ofFew: ways.fewLimit) : nil
        if let (postings, total) = few {
          cursor = try self.cursor(over: postings, total: total)
        } else {
          cursor = try self.cursor(overPhrase: phrase, source.listedTerms)
        }
      } else {
        cursor = try self.cursor(overWalked: phrase, in: column, hasList: !source.listedTerms.isEmpty)
      }
    }
    cursors[source] = cursor
    return cursor
  }

  /// In how many articles something occurs, as far as its weight depends on it.
  ///
  /// A phrase is taken to be as frequent as its rarest word, for to count it is to find it everywhere.
  mutating func documentFrequency(of source: ListQuery.Phrase.Source) throws(SQLiteError) -> Int {
    if let least = try rarestCount(source.listedTerms) { return least }
    return try cursor(over: source).count
  }

  /// In how many articles the rarest of some words is; `nil` where there are none.
  private mutating func rarestCount(_ words: Set<String>) throws(SQLiteError) -> Int? {
    var least: Int?
    for word in words {
      var count = counts[word]
      if count == nil { count = try index.coveredCount(of: word) }
      counts[word] = count
      least = min(least ?? .max, count ?? .max)
    }
    return least
  }

  private func cursor(over postings: [Posting], total: Int) throws(SQLiteError) -> PostingCursor {
    let buffer = PostingBuffer(capacity: postings.count)
    for posting in postings { buffer.append(posting) }
    return try PostingCursor(buffer, total: total, index.impacts, windowCount: index.impacts.windowCount)
  }

  /// The cursor over a phrase that is looked for in FTS5's doclists.
  private func cursor(
    overWalked phrase: [String], in column: IndexSchema.TextColumn?, hasList: Bool
  ) throws(SQLiteError) -> PostingCursor {
    // The weight of a phrase without a listed word depends on how many articles hold it.
    guard let bestCount, column == nil, hasList, phrase.count > 2 else {
      let (postings, total) = try index.fullText.postings(of: phrase, in: column)
      return try cursor(over: postings, total: total)
    }
    switch try index.fullText.find(phrase, above: min(bestCount, 1 << 20) * ways.deferredRatio) {
    case .postings(let postings, let total): return try cursor(over: postings, total: total)
    case .pairs(let pairs): return try cursor(over: pairs, of: phrase)
    }
  }

  /// The cursor over a phrase that articles may hold.
  private func cursor(over pairs: PhrasePairs, of phrase: [String]) throws(SQLiteError) -> PostingCursor {
    let impacts = index.impacts
    let candidates = try PhraseCandidates(pairs, length: phrase.count, impacts)
    return PostingCursor(
      PhraseWindows(candidates, PhrasePositions(phrase, pairs, index.fullText)), impacts,
      windowCount: impacts.windowCount)
  }

  /// The cursor over a phrase whose words are frequent.
  private mutating func cursor(
    overPhrase phrase: [String], _ listed: Set<String>
  ) throws(SQLiteError) -> PostingCursor {
    let impacts = index.impacts
    let words = listed.sorted { (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1) }
    var leading = [try cursor(over: .term(words[0]))]
    // What is in most articles hardly tells anything, and has the longest list.
    if words.count > 1, let count = counts[words[1]], count < impacts.articleCount / 2 {
      leading.append(try cursor(over: .term(words[1])))
    }
    let candidates = try PhraseCandidates(leading, impacts, windowCount: impacts.windowCount)
    let order = phrase.indices.sorted { one, other in
      (counts[phrase[one]] ?? .max, one) < (counts[phrase[other]] ?? .max, other)
    }
    var positions = PhrasePositions(phrase, order, index.fullText)
    guard candidates.articles.count > ways.readLimit else {
      let postings = try positions.postings(in: candidates.articles)
      return try cursor(over: postings, total: postings.count)
    }
    return PostingCursor(
      PhraseWindows(candidates, positions), impacts, windowCount: impacts.windowCount)
  }
}
