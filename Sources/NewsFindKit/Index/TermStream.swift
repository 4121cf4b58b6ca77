import FrenchText

/// The terms of an article's columns, ready to be handed to FTS5: what analysis made, on whatever thread.
struct TermStream: Sendable {
  /// For each term its length in a byte, then its bytes; the columns follow one another.
  private var bytes: [UInt8] = []
  /// Where each column ends in `bytes`, and how many terms it has.
  private(set) var columns: [(end: Int, termCount: Int)] = []

  /// The terms of some texts, a column each.
  ///
  /// Complexity: linear in the bytes.
  init(_ texts: [String], _ analyzer: FrenchAnalyzer) {
    bytes.reserveCapacity(texts.reduce(0) { $0 + $1.utf8.count })
    for var text in texts {
      var count = 0
      text.withUTF8 { utf8 in
        analyzer.forEachToken(in: utf8) { token in
          count += 1
          // A term has at most 120 bytes.
          bytes.append(UInt8(truncatingIfNeeded: token.term.count))
          bytes.append(contentsOf: token.term)
          return true
        }
      }
      columns.append((bytes.count, count))
    }
  }

  /// Calls `body` with each term of a column, in order, until it returns false.
  func forEachTerm(ofColumn column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Bool) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = column == 0 ? 0 : columns[column - 1].end
      while index < columns[column].end {
        let count = Int(bytes[index])
        // Invariant of `init`: `count` bytes of the term follow.
        guard body(UnsafeBufferPointer(rebasing: bytes[index + 1..<index + 1 + count])) else { return }
        index += 1 + count
      }
    }
  }
}
