import SQLiteStore

/// Reads FTS5's index of the articles where it lies, in the tables `article_text_data` and `article_text_idx`.
///
/// FTS5's own code takes each row through several layers; here a doclist is walked over at some nanoseconds an entry. What FTS5
/// keeps in memory of what this connection writes is not seen.
/// Source: the file format as SQLite's `fts5_index.c` describes it.
final class FullTextReader {
  let connection: Connection
  private let statements: LeafStatements
  /// Memory that walks over phrases use one after the other.
  let entryBuffers = EntryBuffers.Pool()
  private var known: (record: [UInt8], segments: [FullTextSegment]?)?

  /// What `article_text_config` calls the version of the format that is read here.
  private static let formatVersion: Int64 = 4
  /// No term of the analyzer is as long, and FTS5 itself cuts terms somewhere behind that.
  private static let greatestTermSize = 1_000
  /// About what a leaf holds.
  private static let leafSize = 4_000

  /// - Parameter connection: Is kept open.
  init(_ connection: Connection) {
    self.connection = connection
    statements = LeafStatements(connection)
  }

  /// The segments, the newest first; `nil` where the index is not of the kind that is understood here.
  ///
  /// To be asked for in each transaction that reads.
  func segments() throws(SQLiteError) -> [FullTextSegment]? {
    let row = try connection.cached("SELECT block FROM \(FullTextTables.data) WHERE id = ?1")
    defer { row.reset() }
    guard try row.bind(FullTextTables.structureRow, at: 1).step() else { return nil }
    let record = row.bytes(0)
    if let known, known.record == record { return known.segments }
    var segments = FullTextStructure.segments(in: record)
    if try connection.integer("SELECT v FROM article_text_config WHERE k = 'version'") != Self.formatVersion {
      segments = nil
    }
    known = (record, segments)
    return segments
  }

  /// Whether a term may be looked for as it is.
  ///
  /// In a MATCH expression a space would divide it, and a quote end it.
  static func isPlain(_ term: String) -> Bool {
    !term.isEmpty && term.utf8.count <= greatestTermSize
      && !term.utf8.contains { $0 == 0 || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\"") }
  }

  /// A cursor over the leaves of a segment.
  func leaves(of segment: FullTextSegment) throws(SQLiteError) -> LeafCursor {
    try LeafCursor(segment, statements, connection)
  }

  /// The articles that hold a term; `nil` where none does.
  ///
  /// Complexity: one look-up and one leaf a segment, however long the doclists are.
  func cursor(
    over term: String, in segments: [FullTextSegment], givingRemoved: Bool = false
  ) throws(SQLiteError) -> TermCursor? {
    let key = [FullTextTables.mainPrefix] + Array(term.utf8)
    var doclists: [DoclistCursor] = []
    var size = 0
    for segment in segments {
      let leaves = try leaves(of: segment)
      guard let doclist = try doclist(of: key, leaves) else { continue }
      size += try self.size(of: doclist, key)
      doclists.append(try DoclistCursor(doclist, leaves, connection))
    }
    guard let newest = doclists.first else { return nil }
    return TermCursor(
      newest: newest, others: Array(doclists.dropFirst()), size: size, givesRemoved: givingRemoved)
  }

  /// The terms of a phrase, segment by segment, the newest first: only those segments that have all of them.
  ///
  /// All terms of an article lie in one segment, and a newer one that names it names it for all of them: it was taken out, or changed.
  /// Only where segments are being merged terms are on their way from one to another, so all segments are one then.
  ///
  /// - Returns: Cursors in the order of the terms. Those of a segment alone give the articles that were taken out, too.
  ///
  /// Complexity: for each segment one look-up and one leaf a term, up to one that is absent.
  func cursors(
    overPhrase phrase: [String], in segments: [FullTextSegment]
  ) throws(SQLiteError) -> [[TermCursor]] {
    let areWhole = !segments.contains(where: \.isBeingMerged)
    var found: [[TermCursor]] = []
    for part in areWhole ? segments.map({ [$0] }) : [segments] {
      var terms: [TermCursor] = []
      for term in phrase {
        guard let cursor = try cursor(over: term, in: part, givingRemoved: areWhole) else { break }
        terms.append(cursor)
      }
      if terms.count == phrase.count { found.append(terms) }
    }
    return found
  }

  /// The articles that hold the term of some doclists.
  ///
  /// - Parameter doclists: The newest segment's first.
  /// - Returns: `nil` where there are none.
  /// - Throws: ``SQLiteError``.
  func cursor(over doclists: [DoclistLocation]) throws(SQLiteError) -> TermCursor? {
    var cursors: [DoclistCursor] = []
    for doclist in doclists { cursors.append(try cursor(over: doclist)) }
    guard let newest = cursors.first else { return nil }
    return TermCursor(newest: newest, others: Array(cursors.dropFirst()), size: 0)
  }

  /// A cursor over a doclist.
  func cursor(over doclist: DoclistLocation) throws(SQLiteError) -> DoclistCursor {
    try DoclistCursor(doclist, leaves(of: doclist.segment), connection)
  }

  /// Looks a term up in a segment.
  ///
  /// - Parameters:
  ///   - key: The term behind ``FullTextTables/mainPrefix``.
  ///   - leaves: Afterwards at the leaf of the term.
  /// - Returns: Where its doclist is; `nil` where there is none.
  /// - Throws: ``SQLiteError``.
  private func doclist(of key: [UInt8], _ leaves: LeafCursor) throws(SQLiteError) -> DoclistLocation? {
    let hasSkips = try move(leaves, toTerm: key)
    var terms = LeafTerms(leaves.leaf)
    guard try terms.find(key) else { return nil }
    return DoclistLocation(terms, leaves, hasSkips: hasSkips)
  }

  /// Goes to the leaf where a term is if it is in the segment.
  ///
  /// - Returns: Whether there is an index of the doclist of the last term there.
  /// - Throws: ``SQLiteError``.
  func move(_ leaves: LeafCursor, toTerm key: [UInt8]) throws(SQLiteError) -> Bool {
    let row = try connection.cached(
      "SELECT pgno FROM \(FullTextTables.index) WHERE segid = ?1 AND term <= ?2 ORDER BY term DESC LIMIT 1")
    defer { row.reset() }
    var number: Int64 = 1
    var hasSkips = false
    if try row.bind(leaves.segment.id, at: 1).bind(key, at: 2).step() {
      number = row.integer(0) >> 1
      hasSkips = row.integer(0) & 1 == 1
    }
    // What lies before was merged into another segment.
    if number < leaves.segment.leaves.lowerBound {
      number = leaves.segment.leaves.lowerBound
      hasSkips = false
    }
    try leaves.move(to: number)
    return hasSkips
  }

  /// The next leaf on which a term begins; `nil` where there is none.
  ///
  /// - Parameters:
  ///   - key: The last term before it.
  ///   - segment: The segment.
  /// - Returns: Its number, and whether there is an index of the doclist of the last term there.
  /// - Throws: ``SQLiteError``.
  func leaf(behind key: [UInt8], _ segment: FullTextSegment) throws(SQLiteError) -> (
    number: Int64, hasSkips: Bool
  )? {
    let row = try connection.cached(
      "SELECT pgno FROM \(FullTextTables.index) WHERE segid = ?1 AND term > ?2 ORDER BY term LIMIT 1")
    defer { row.reset() }
    guard try row.bind(segment.id, at: 1).bind(key, at: 2).step() else { return nil }
    return (row.integer(0) >> 1, row.integer(0) & 1 == 1)
  }

  /// About how many bytes a doclist takes, to tell which of several is the shortest.
  private func size(of doclist: DoclistLocation, _ key: [UInt8]) throws(SQLiteError) -> Int {
    let size = doclist.end - doclist.start
    if doclist.endsOnLeaf { return size }
    guard doclist.hasSkips else { return size + Self.leafSize }
    let next = try leaf(behind: key, doclist.segment)?.number ?? doclist.segment.leaves.upperBound
    return size + Int(clamping: max(next - doclist.leaf, 1)) * Self.leafSize
  }
}
