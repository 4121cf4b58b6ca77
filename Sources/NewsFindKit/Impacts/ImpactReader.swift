import SQLiteStore

/// Finds the lists of terms, and the lengths of the articles in them, for one connection.
///
/// What it has read it keeps until the file changes: of each article three bytes.
final class ImpactReader {
  /// Unowned: the connection keeps the reader.
  private unowned let connection: Connection
  private var version: Connection.ContentVersion?
  /// In the order of their articles; none where the index has no lists, or those of another formula.
  private(set) var segments: [ImpactSegment] = []
  /// `nil` where there are no segments.
  private(set) var inverse: InverseNorms?
  private var norms: [WindowNorms?] = []
  private var dates: [(earliest: Int32, latest: Int32)]?

  /// - Parameter connection: Must live as long as the reader.
  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Forgets what was read if the file has changed since.
  ///
  /// To be called in the transaction that reads.
  func refresh() throws(SQLiteError) {
    let found = try connection.contentVersion()
    guard version != found else { return }
    version = found
    segments = try ImpactTable(connection).segments()
    if inverse?.scale != segments.first?.scale { inverse = segments.first.map { InverseNorms($0.scale) } }
    norms = Array(repeating: nil, count: Int(covered >> 11) + 1)
    dates = nil
  }

  /// The last article that the lists cover.
  var covered: Int64 { segments.last?.articles.upperBound ?? 0 }

  /// The number of windows that the lists reach into.
  var windowCount: Int { SearchWindow.of(UInt32(clamping: covered)) + 1 }

  /// The number of articles in the lists that are there.
  var articleCount: Int { segments.reduce(0) { $0 + Int($1.livingCount) } }

  /// How many articles the lists name that are not there any more.
  var deletedCount: Int { segments.reduce(0) { $0 + Int($1.deletedCount) } }

  /// The lists of a term, one a segment that has any, in the order of their articles.
  func lists(of term: String) throws(SQLiteError) -> [PostingList] {
    let term = Array(term.utf8)
    var lists: [PostingList] = []
    for segment in segments {
      let row = try connection.cached(
        """
        SELECT entries FROM impact_leaf WHERE segment = ?1 AND first_term <= ?2
        ORDER BY first_term DESC LIMIT 1
        """)
      defer { row.reset() }
      guard try row.bind(segment.id, at: 1).bind(term, at: 2).step() else { continue }
      var leaf = ImpactLeaf(bytes: row.bytes(0))
      if var list = leaf.find(term) {
        list.firstArticle = UInt32(clamping: segment.articles.lowerBound)
        lists.append(list)
      }
    }
    return lists
  }

  /// Calls `body` with the lists of a segment of all terms that begin so, in the order of the terms.
  func forEachList(
    ofTermsBeginningWith prefix: [UInt8], in segment: ImpactSegment,
    _ body: (_ term: [UInt8], PostingList) throws(SQLiteError) -> Void
  ) throws(SQLiteError) {
    let rows = try connection.cached(
      """
      SELECT entries FROM impact_leaf WHERE segment = ?1 AND first_term < ?3 AND first_term >= ifnull(
        (SELECT max(first_term) FROM impact_leaf WHERE segment = ?1 AND first_term <= ?2), ?2)
      ORDER BY first_term
      """)
    defer { rows.reset() }
    // No byte of UTF-8 is 0xFF.
    try rows.bind(segment.id, at: 1).bind(prefix, at: 2).bind(prefix + [0xFF], at: 3)
    while try rows.step() {
      var leaf = ImpactLeaf(bytes: rows.bytes(0))
      while let list = leaf.next() {
        if leaf.term.starts(with: prefix) { try body(leaf.term, list) }
      }
    }
  }

  /// A row of `impact_chunk`.
  func chunk(_ number: Int64) throws(SQLiteError) -> PaddedBytes {
    let row = try connection.cached("SELECT bytes FROM impact_chunk WHERE id = ?1")
    defer { row.reset() }
    guard try row.bind(number, at: 1).step() else { throw PostingListReader.damaged }
    return row.withBytes(0) { PaddedBytes(copying: $0) }
  }

  /// The lengths of the articles of a window of 2,048.
  func norms(ofWindow number: Int) throws(SQLiteError) -> WindowNorms {
    if number < norms.count, let known = norms[number] { return known }
    let row = try connection.cached("SELECT norms FROM impact_window WHERE id = ?1")
    defer { row.reset() }
    let found = try row.bind(Int64(number), at: 1).step()
    let read =
      found ? row.withBytes(0) { WindowNorms($0) } : WindowNorms(UnsafeRawBufferPointer(start: nil, count: 0))
    if number < norms.count { norms[number] = read }
    return read
  }

  /// Between which dates the articles of each window of 2,048 lie.
  func windowDates() throws(SQLiteError) -> [(earliest: Int32, latest: Int32)] {
    if let dates { return dates }
    var read = [(earliest: Int32, latest: Int32)](
      repeating: (Int32.max, Int32.min), count: max(norms.count, 1))
    let rows = try connection.prepare("SELECT id, earliest, latest FROM impact_window")
    while try rows.step() {
      let number = rows.integer(0)
      guard number >= 0, number < read.count else { continue }
      read[Int(number)] = (Int32(clamping: rows.integer(1)), Int32(clamping: rows.integer(2)))
    }
    dates = read
    return read
  }
}
