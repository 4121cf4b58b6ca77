import FrenchText

/// The terms of an article's columns, ready to be handed to FTS5: what analysis made, on whatever thread.
struct TermStream: Sendable {
  /// As ``TermBytes`` holds them; the columns follow one another.
  private var bytes: [UInt8] = []
  /// Where each column ends in `bytes`, and how many terms it has.
  private(set) var columns: [(end: Int, termCount: Int)] = []
  /// That of body and lead; where they are short, of the title too.
  private(set) var fingerprint: UInt64 = 0

  /// The terms of an article's texts, a column each; its words are counted.
  ///
  /// Complexity: linear in the bytes.
  init(_ texts: [String], _ analyzer: FrenchAnalyzer, counting words: inout WordCounter) {
    // Nearly always a term is no longer than its word, and its length takes the place of the space.
    var terms = TermBytes(capacity: texts.reduce(256) { $0 + $1.utf8.count })
    var fingerprint = Fingerprint()
    for (column, text) in texts.enumerated() {
      var text = text
      var count = 0
      text.withUTF8 { utf8 in
        analyzer.forEachToken(in: utf8) { token in
          count += 1
          words.count(token, in: utf8)
          terms.append(token.term)
          if column != IndexSchema.TextColumn.title.rawValue { fingerprint.add(token.term) }
          if let compound = token.compound { terms.append(compound.term, mark: TermBytes.colocated) }
          if let name = token.name { terms.append(name, mark: TermBytes.colocated) }
          SharedBeginning.withTerm(of: token) { terms.append($0, mark: TermBytes.colocated) }
          return true
        }
      }
      columns.append((terms.count, count))
    }
    bytes = terms.bytes
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

  /// Calls `body` with each term of a column, in order, until it returns false.
  func forEachTerm(
    ofColumn column: Int, _ body: (_ term: UnsafeBufferPointer<UInt8>, _ isColocated: Bool) -> Bool
  ) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = column == 0 ? 0 : columns[column - 1].end
      while index < columns[column].end {
        let count = Int(bytes[index] & ~TermBytes.colocated)
        // Invariant of `init`: `count` bytes of the term follow.
        let term = UnsafeBufferPointer(rebasing: bytes[index + 1..<index + 1 + count])
        guard body(term, bytes[index] & TermBytes.colocated != 0) else { return }
        index += 1 + count
      }
    }
  }
}

extension TermStream {
  /// A term, whose bytes live as long as the call that gives it.
  struct Term {
    let bytes: UnsafeBufferPointer<UInt8>
    let isColocated: Bool
  }

  /// So many terms are given at once, at most.
  static let batchSize = 16

  /// Calls `body` with the terms of a column, in order, some at a time.
  func forEachBatch(ofColumn column: Int, _ body: (UnsafeBufferPointer<Term>) -> Void) {
    withUnsafeTemporaryAllocation(of: Term.self, capacity: Self.batchSize) { batch in
      bytes.withUnsafeBufferPointer { bytes in
        var index = column == 0 ? 0 : columns[column - 1].end
        let end = columns[column].end
        while index < end {
          var count = 0
          while index < end, count < Self.batchSize {
            let length = Int(bytes[index] & ~TermBytes.colocated)
            // Invariant of `init`: `length` bytes of the term follow.
            batch.initializeElement(
              at: count,
              to: Term(
                bytes: UnsafeBufferPointer(rebasing: bytes[index + 1..<index + 1 + length]),
                isColocated: bytes[index] & TermBytes.colocated != 0))
            index += 1 + length
            count += 1
          }
          body(UnsafeBufferPointer(rebasing: batch[..<count]))
        }
      }
    }
  }
}
