import SQLiteStore

/// Makes postings of what has no lists: phrases, words in one field, stop words.
final class FullTextPostings {
  private let reader: FullTextReader
  let impacts: ImpactReader
  /// Asks FTS5 itself, where its index is not understood.
  private let fallback: PhrasePostings

  init(_ connection: Connection, _ impacts: ImpactReader, _ fallback: PhrasePostings) {
    reader = FullTextReader(connection)
    self.impacts = impacts
    self.fallback = fallback
  }

  /// The postings of a phrase, in the articles that the lists cover, and the number of all articles that hold it.
  ///
  /// - Parameters:
  ///   - phrase: One term or more.
  ///   - column: Where it has to stand; `nil` for anywhere.
  /// - Returns: The postings in the order of their articles, and the number.
  /// - Throws: ``SQLiteError``.
  func postings(
    of phrase: [String], in column: IndexSchema.TextColumn?
  ) throws(SQLiteError) -> (postings: [Posting], total: Int) {
    do {
      if let found = try read(phrase, in: column) { return found }
    } catch {
      // FTS5 may not need what is damaged; else it says so, too.
      guard error.code.primary == .corrupt else { throw error }
    }
    return try askedPostings(of: phrase, in: column)
  }

  /// What was found of a phrase.
  enum FoundPhrase {
    /// Its postings, in the articles that the lists cover, and the number of all articles that hold it.
    case postings([Posting], total: Int)
    /// The articles in which it may be, and mostly is.
    case pairs(PhrasePairs)
  }

  /// The postings of a phrase anywhere, or what finds them, where not all of them may be needed.
  ///
  /// - Parameters:
  ///   - phrase: Two terms or more.
  ///   - limit: Its other words are not looked for where its rarest two stand as they should in more articles than so many, and
  ///     most of these seem to hold it, or 0 was given.
  /// - Returns: Postings in the order of their articles, or pairs.
  /// - Throws: ``SQLiteError``.
  func find(_ phrase: [String], above limit: Int) throws(SQLiteError) -> FoundPhrase {
    do {
      if var pairs = try pairs(of: phrase) {
        if pairs.count > limit, limit == 0 ? true : try pairs.areMostlyWhole() { return .pairs(pairs) }
        let (postings, total) = try self.postings(of: &pairs, length: phrase.count)
        return .postings(postings, total: total)
      }
    } catch {
      // FTS5 may not need what is damaged; else it says so, too.
      guard error.code.primary == .corrupt else { throw error }
    }
    let (postings, total) = try askedPostings(of: phrase, in: nil)
    return .postings(postings, total: total)
  }

  /// The same, as FTS5 itself finds it.
  func askedPostings(
    of phrase: [String], in column: IndexSchema.TextColumn?
  ) throws(SQLiteError) -> (postings: [Posting], total: Int) {
    try fallback.postings(of: MatchWriter.expression(of: phrase, in: column), reader.connection)
  }

  /// The postings of a phrase of frequent words, if its rarest two stand as they should in few articles.
  ///
  /// - Parameters:
  ///   - phrase: Two terms or more.
  ///   - limit: In so many articles.
  /// - Returns: `nil` where there are more, or other ways are needed to find them.
  /// - Throws: ``SQLiteError``.
  ///
  /// Complexity: linear in the doclists of the two; in a part of them where there are many more.
  func postings(
    of phrase: [String], ofFew limit: Int
  ) throws(SQLiteError) -> (postings: [Posting], total: Int)? {
    do {
      return try read(phrase, patience: .init(limit: limit, lastRow: max(impacts.covered, 1)))
    } catch {
      guard error.code.primary == .corrupt else { throw error }
      return nil
    }
  }

  /// The postings of a phrase, from FTS5's index as it lies in the file.
  ///
  /// - Returns: `nil` where that is not understood, or patience was over.
  func read(
    _ phrase: [String], in column: IndexSchema.TextColumn? = nil, patience: PhraseCursor.Patience? = nil
  ) throws(SQLiteError) -> (postings: [Posting], total: Int)? {
    guard !phrase.isEmpty, phrase.allSatisfy(FullTextReader.isPlain), let segments = try reader.segments()
    else { return nil }
    if phrase.count == 1 {
      var postings: [Posting] = []
      guard var cursor = try reader.cursor(over: phrase[0], in: segments) else { return ([], 0) }
      let total = try forEachPosting(of: &cursor, in: column) { postings.append($0) }
      return (postings, total)
    }
    guard var pairs = try pairs(of: phrase, in: column, segments, patience) else { return nil }
    return try postings(of: &pairs, length: phrase.count)
  }

  /// The articles in which the rarest two words of a phrase stand as they should.
  ///
  /// - Parameter phrase: Two terms or more.
  /// - Returns: `nil` where FTS5's index is not understood.
  /// - Throws: ``SQLiteError``, also where it is damaged.
  func pairs(of phrase: [String]) throws(SQLiteError) -> PhrasePairs? {
    guard phrase.allSatisfy(FullTextReader.isPlain), let segments = try reader.segments() else { return nil }
    return try pairs(of: phrase, in: nil, segments)
  }

  private func pairs(
    of phrase: [String], in column: IndexSchema.TextColumn?, _ segments: [FullTextSegment],
    _ patience: PhraseCursor.Patience? = nil
  ) throws(SQLiteError) -> PhrasePairs? {
    var walk = try PhraseWalk(phrase, in: column.map { UInt64($0.rawValue) }, segments, reader, patience)
    let pairs = try PhrasePairs(&walk)
    return walk.isGivenUp ? nil : pairs
  }

  /// The postings of a phrase of so many terms, and the number of all articles that hold it.
  private func postings(
    of pairs: inout PhrasePairs, length: Int
  ) throws(SQLiteError) -> (postings: [Posting], total: Int) {
    var collector = PostingCollector(impacts, length: length)
    var postings: [Posting] = []
    for number in 0..<pairs.count {
      let places = try pairs.places(at: number)
      if let posting = try collector.posting(at: pairs.row(number), places) { postings.append(posting) }
    }
    return (postings, collector.total)
  }

  /// What looks for a phrase in articles.
  ///
  /// - Parameters:
  ///   - phrase: Two terms or more.
  ///   - order: The places of the terms in it, those that are rare first.
  /// - Returns: `nil` where no article can hold it.
  /// - Throws: ``SQLiteError``, also where FTS5's index is not understood.
  func matcher(of phrase: [String], _ order: [Int]) throws(SQLiteError) -> PhraseMatcher? {
    guard phrase.allSatisfy(FullTextReader.isPlain), let segments = try reader.segments() else {
      throw FullTextSegment.damaged
    }
    let parts = try reader.cursors(overPhrase: order.map { phrase[$0] }, in: segments)
    guard !parts.isEmpty else { return nil }
    return PhraseMatcher(
      parts.map { terms in zip(terms, order).map { PhraseWord(term: $0, offset: UInt64($1)) } })
  }

  /// The postings of a term in some articles.
  ///
  /// - Parameters:
  ///   - term: The term.
  ///   - rows: Where to look.
  /// - Returns: The postings in the order of their articles.
  /// - Throws: ``SQLiteError``.
  ///
  /// Complexity: of a rare term one look-up and one leaf a segment.
  func postings(ofTerm term: String, in rows: ClosedRange<Int64>) throws(SQLiteError) -> [Posting] {
    do {
      if FullTextReader.isPlain(term), let segments = try reader.segments() {
        var postings: [Posting] = []
        guard var cursor = try reader.cursor(over: term, in: segments) else { return [] }
        _ = try forEachPosting(of: &cursor, rows) { postings.append($0) }
        return postings
      }
    } catch {
      guard error.code.primary == .corrupt else { throw error }
    }
    return try askedPostings(of: [term], in: nil).postings.filter { rows.contains(Int64($0.article)) }
  }

  /// How many articles hold a term, counted up to a limit.
  ///
  /// - Returns: `nil` where FTS5's index is not understood, or damaged.
  /// - Throws: ``SQLiteError``.
  ///
  /// Complexity: one look-up and one leaf a segment, and linear in what is counted.
  func articleCount(ofTerm term: String, atMost limit: Int) throws(SQLiteError) -> Int? {
    do {
      guard FullTextReader.isPlain(term), let segments = try reader.segments() else { return nil }
      guard var cursor = try reader.cursor(over: term, in: segments) else { return 0 }
      func count(from start: Int64) throws(SQLiteError) -> Int {
        var count = 0
        _ = try cursor.go(to: start)
        while count < limit, cursor.row < .max {
          count += 1
          try cursor.next()
        }
        return count
      }
      // What was taken out is passed over entry by entry, and is mostly old.
      let late = try count(from: max(impacts.covered - impacts.covered / 16, 1))
      return late == limit ? late : try count(from: 1)
    } catch {
      guard error.code.primary == .corrupt else { throw error }
      return nil
    }
  }

  /// Calls `body` with the postings in some articles of all terms that begin so, term by term.
  ///
  /// - Parameters:
  ///   - prefix: What the terms begin with.
  ///   - terms: Terms that are left out.
  ///   - rows: Where to look.
  ///   - body: Is given each posting.
  /// - Throws: ``SQLiteError``.
  ///
  /// Complexity: linear in the doclists of the terms.
  func forEachPosting(
    ofTermsBeginningWith prefix: String, except terms: Set<[UInt8]>, in rows: ClosedRange<Int64>,
    _ body: (Posting) -> Void
  ) throws(SQLiteError) {
    guard let segments = try reader.segments() else { throw FullTextSegment.damaged }
    var found = try FullTextTerms(beginningWith: Array(prefix.utf8), in: segments, reader)
    while try found.next() {
      guard !terms.contains(found.term), var cursor = try reader.cursor(over: found.doclists) else {
        continue
      }
      _ = try forEachPosting(of: &cursor, rows, body)
    }
  }

  /// Calls `body` with the postings of a term in some articles, and counts all articles there that hold it.
  @inline(__always)
  private func forEachPosting(
    of term: inout TermCursor, in column: IndexSchema.TextColumn? = nil,
    _ rows: ClosedRange<Int64> = 1...(.max - 1), _ body: (Posting) -> Void
  ) throws(SQLiteError) -> Int {
    let wanted = column.map { UInt64($0.rawValue) }
    var collector = PostingCollector(impacts, length: 1)
    try term.seek(max(rows.lowerBound, 1))
    while term.row <= min(rows.upperBound, .max - 1) {
      try collector.begin(term.row)
      var list = try term.positions()
      if wanted == nil, collector.needsNoPlaces { collector.count(inText: list.passInText()) }
      while let position = list.next() {
        if wanted == nil || wanted == position >> 32 { collector.count(position) }
      }
      if list.isDamaged { throw FullTextSegment.damaged }
      if let posting = collector.end() { body(posting) }
      try term.next()
    }
    return collector.total
  }
}
