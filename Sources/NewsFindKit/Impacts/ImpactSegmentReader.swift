import SQLiteStore

/// Reads the lists of a segment, in the order of their terms.
struct ImpactSegmentReader {
  private let rows: Statement
  private let lists: PostingListReader
  private var leaf: ImpactLeaf?
  private var list: PostingList?

  init(_ connection: Connection, segment: Int64) throws(SQLiteError) {
    rows = try connection.prepare("SELECT entries FROM impact_leaf WHERE segment = ?1 ORDER BY first_term")
    try rows.bind(segment, at: 1)
    lists = PostingListReader(connection)
    try advance()
  }

  /// The term it stands at; `nil` at the end.
  var term: [UInt8]? { list == nil ? nil : leaf?.term }

  /// The postings of the term it stands at.
  func postings() throws(SQLiteError) -> [Posting] {
    guard let list else { return [] }
    return try lists.postings(of: list)
  }

  /// Whether what is said of the postings of the term it stands at is so.
  func isHeadSound(_ postings: [Posting], _ norms: NormWindows, _ inverse: InverseNorms) throws(SQLiteError)
    -> Bool
  {
    guard let list else { return true }
    return try lists.isHeadSound(of: list, postings, norms, inverse)
  }

  /// Goes on to the next term.
  mutating func advance() throws(SQLiteError) {
    list = leaf?.next()
    while list == nil {
      guard try rows.step() else {
        leaf = nil
        return
      }
      var next = ImpactLeaf(bytes: rows.bytes(0))
      list = next.next()
      leaf = next
    }
  }
}
