import SQLiteStore

/// Makes postings of what has no lists: phrases, words in one field, stop words.
final class FullTextPostings {
  private let reader: FullTextReader
  private let impacts: ImpactReader
  /// Asks FTS5 itself, where its index is not understood.
  let fallback: PhrasePostings

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
    return try fallback.postings(of: MatchWriter.expression(of: phrase, in: column), reader.connection)
  }

  /// The same, from FTS5's index as it lies in the file; `nil` where that is not understood.
  func read(
    _ phrase: [String], in column: IndexSchema.TextColumn? = nil
  ) throws(SQLiteError) -> (postings: [Posting], total: Int)? {
    guard !phrase.isEmpty, phrase.allSatisfy(FullTextReader.isPlain), let segments = try reader.segments()
    else { return nil }
    var terms: [TermCursor] = []
    for term in phrase {
      guard let cursor = try reader.cursor(over: term, in: segments) else { return ([], 0) }
      terms.append(cursor)
    }
    if terms.count == 1 { return try postings(of: &terms[0], in: column) }
    var cursor = PhraseCursor(terms, in: column.map { UInt64($0.rawValue) })
    var collector = Collector(impacts)
    try cursor.next()
    while cursor.row < .max {
      try collector.begin(cursor.row)
      for place in cursor.places { collector.count(place) }
      collector.end()
      try cursor.next()
    }
    return (collector.postings, collector.total)
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
        guard var cursor = try reader.cursor(over: term, in: segments) else { return [] }
        return try postings(of: &cursor, in: nil, rows).postings
      }
    } catch {
      guard error.code.primary == .corrupt else { throw error }
    }
    return try fallback.postings(of: MatchWriter.expression(of: [term], in: nil), reader.connection).postings
      .filter { rows.contains(Int64($0.article)) }
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
      for posting in try postings(of: &cursor, in: nil, rows).postings { body(posting) }
    }
  }

  private func postings(
    of term: inout TermCursor, in column: IndexSchema.TextColumn?, _ rows: ClosedRange<Int64> = 1...(.max - 1)
  ) throws(SQLiteError) -> (postings: [Posting], total: Int) {
    let wanted = column.map { UInt64($0.rawValue) }
    var collector = Collector(impacts)
    try term.seek(max(rows.lowerBound, 1))
    while term.row <= min(rows.upperBound, .max - 1) {
      try collector.begin(term.row)
      var list = try term.positions()
      if wanted == nil, collector.needsNoPlaces { collector.count(inText: list.passInText()) }
      while let position = list.next() {
        if wanted == nil || wanted == position >> 32 { collector.count(position) }
      }
      if list.isDamaged { throw FullTextSegment.damaged }
      collector.end()
      try term.next()
    }
    return (collector.postings, collector.total)
  }
}

/// Counts where something stands in articles, one after the other.
private struct Collector {
  private(set) var postings: [Posting] = []
  private(set) var total = 0
  private let impacts: ImpactReader
  private let covered: Int64
  private var row: Int64 = 0
  private var inText = 0
  private var inTitle = 0
  /// So many tokens of a text stand for the title.
  private var openingLength: UInt64 = 0
  /// The lengths of the articles around the one at hand.
  private var norms: WindowNorms?
  private var window = -1

  init(_ impacts: ImpactReader) {
    self.impacts = impacts
    covered = min(impacts.covered, Int64(UInt32.max))
  }

  mutating func begin(_ row: Int64) throws(SQLiteError) {
    self.row = row
    inText = 0
    inTitle = 0
    guard row <= covered else { return }
    if window != Int(row >> 11) {
      window = Int(row >> 11)
      norms = try impacts.norms(ofWindow: window)
    }
    let isTitled = norms.map { $0[Int(row & 2047)].title > 0 } ?? false
    openingLength = isTitled ? 0 : UInt64(RankingWeights.standard.openingLength)
  }

  /// Whether it matters only in which column something stands.
  var needsNoPlaces: Bool { openingLength == 0 }

  mutating func count(inText count: Int) { inText += count }

  @inline(__always)
  mutating func count(_ place: UInt64) {
    if place >> 32 == UInt64(IndexSchema.TextColumn.title.rawValue) {
      inTitle += 1
    } else {
      inText += 1
      if place & 0xFFFF_FFFF < openingLength { inTitle += 1 }
    }
  }

  mutating func end() {
    guard inText + inTitle > 0 else { return }
    total += 1
    guard row <= covered else { return }
    postings.append(
      Posting(
        article: UInt32(truncatingIfNeeded: row), textFrequency: UInt16(clamping: inText),
        titleFrequency: UInt8(clamping: inTitle)))
  }
}
