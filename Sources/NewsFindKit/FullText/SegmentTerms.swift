import SQLiteStore

/// Goes through the terms of a segment, from one on, in the order of their bytes.
struct SegmentTerms {
  /// Where the doclist of the term at hand is; `nil` behind the last.
  private(set) var doclist: DoclistLocation?
  /// The term at hand behind ``FullTextTables/mainPrefix``.
  var key: [UInt8] { terms.term }

  private let reader: FullTextReader
  private let leaves: LeafCursor
  private var terms: LeafTerms
  private var hasSkips: Bool

  /// - Parameters:
  ///   - key: The first term is this one, or that behind it.
  ///   - segment: Whose terms.
  ///   - reader: Reads it.
  /// - Throws: ``SQLiteError``.
  init(from key: [UInt8], in segment: FullTextSegment, _ reader: FullTextReader) throws(SQLiteError) {
    self.reader = reader
    leaves = try reader.leaves(of: segment)
    hasSkips = try reader.move(leaves, toTerm: key)
    terms = LeafTerms(leaves.leaf)
    repeat { try goOn() } while doclist != nil && terms.term.lexicographicallyPrecedes(key)
  }

  /// Goes to the next term.
  mutating func goOn() throws(SQLiteError) {
    while try !terms.goOn() {
      guard let (number, hasSkips) = try reader.leaf(behind: terms.term, leaves.segment) else {
        doclist = nil
        return
      }
      guard number > leaves.number else { throw FullTextSegment.damaged }
      try leaves.move(to: number)
      terms = LeafTerms(leaves.leaf)
      self.hasSkips = hasSkips
    }
    doclist = DoclistLocation(terms, leaves, hasSkips: hasSkips)
  }
}
