import FrenchText

/// The terms of an article's columns, ready to be handed to FTS5: what analysis made, on whatever thread.
struct TermStream: Sendable {
  /// For each term its length in a byte, then its bytes; the columns follow one another.
  ///
  /// The highest bit of the length marks a term at the position of the one before it.
  private var bytes: [UInt8] = []
  /// Where each column ends in `bytes`, and how many terms it has.
  private(set) var columns: [(end: Int, termCount: Int)] = []
  /// That of body and lead; where they are short, of the title too.
  private(set) var fingerprint: UInt64 = 0

  /// The terms of an article's texts, a column each; its words are counted.
  ///
  /// Complexity: linear in the bytes.
  init(_ texts: [String], _ analyzer: FrenchAnalyzer, counting words: inout WordCounter) {
    bytes.reserveCapacity(texts.reduce(0) { $0 + $1.utf8.count })
    var fingerprint = Fingerprint()
    for (column, text) in texts.enumerated() {
      var text = text
      var count = 0
      text.withUTF8 { utf8 in
        analyzer.forEachToken(in: utf8) { token in
          count += 1
          words.count(token, in: utf8)
          // A term has at most 127 bytes.
          bytes.append(UInt8(truncatingIfNeeded: token.term.count))
          bytes.append(contentsOf: token.term)
          if column != IndexSchema.TextColumn.title.rawValue { fingerprint.add(token.term) }
          if let compound = token.compound { append(colocated: compound.term) }
          if let name = token.name { append(colocated: name) }
          return true
        }
      }
      columns.append((bytes.count, count))
    }
    let title = IndexSchema.TextColumn.title.rawValue
    if fingerprint.isShort, columns.count > title {
      forEachTerm(ofColumn: title) { term, _ in
        fingerprint.add(term)
        return true
      }
    }
    self.fingerprint = fingerprint.value
  }

  /// The number of terms of a column of the full-text index.
  func termCount(_ column: IndexSchema.TextColumn) -> Int { columns[column.rawValue].termCount }

  /// At least as many as it has terms, those at one position with others included.
  var tokenLimit: Int { bytes.count / 2 }

  private static let colocated: UInt8 = 0x80

  private mutating func append(colocated term: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(truncatingIfNeeded: term.count) | Self.colocated)
    bytes.append(contentsOf: term)
  }

  /// Calls `body` with each term of a column, in order, until it returns false.
  func forEachTerm(
    ofColumn column: Int, _ body: (_ term: UnsafeBufferPointer<UInt8>, _ isColocated: Bool) -> Bool
  ) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = column == 0 ? 0 : columns[column - 1].end
      while index < columns[column].end {
        let count = Int(bytes[index] & ~Self.colocated)
        // Invariant of `init`: `count` bytes of the term follow.
        let term = UnsafeBufferPointer(rebasing: bytes[index + 1..<index + 1 + count])
        guard body(term, bytes[index] & Self.colocated != 0) else { return }
        index += 1 + count
      }
    }
  }
}
