/// Some terms with their doclists, on their way from one thread to another.
struct DoclistBatch: Sendable {
  private var bytes: [UInt8] = []
  private var terms: [Term] = []
  /// The rows of lists that were made of them.
  private(set) var rows: [ImpactRow] = []

  private struct Term {
    let bytes: Range<Int>
    var doclists: [(bytes: Range<Int>, last: Int64)] = []
  }

  /// Whether it is large enough for a change of threads not to matter.
  var isFull: Bool { bytes.count >= 1 << 18 }

  /// Appends a copy of a term and its doclists, and rows.
  mutating func append(_ term: UnsafeBufferPointer<UInt8>, _ doclists: [Doclist], _ rows: [ImpactRow]) {
    self.rows += rows
    var copy = Term(bytes: append(term))
    for doclist in doclists { copy.doclists.append((append(doclist.bytes), doclist.last)) }
    terms.append(copy)
  }

  private mutating func append(_ more: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    bytes.append(contentsOf: more)
    return bytes.count - more.count..<bytes.count
  }

  /// Calls `body` with each term; what it is given lives until it returns.
  func forEachTerm(_ body: (UnsafeBufferPointer<UInt8>, [Doclist]) throws -> Void) rethrows {
    try bytes.withUnsafeBufferPointer { all in
      for term in terms {
        try body(
          UnsafeBufferPointer(rebasing: all[term.bytes]),
          term.doclists.map { Doclist(bytes: UnsafeBufferPointer(rebasing: all[$0.bytes]), last: $0.last) })
      }
    }
  }
}
