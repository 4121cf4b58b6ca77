import SQLiteStore

/// Decodes the articles that hold a term in batches, over all segments; see ``TermCursor``.
struct TermEntries {
  /// The batch at hand: entries without positions are of articles that were taken out.
  let batch = DoclistEntries()
  /// From newer segments to older ones, those at their end left out.
  ///
  /// The oldest gives the batch.
  private var doclists: [DoclistCursor]

  /// - Parameter term: Has not moved yet, and is not used besides.
  /// - Throws: ``SQLiteError``.
  init(_ term: TermCursor) throws(SQLiteError) {
    doclists = [term.newest] + term.others
    for newer in doclists.indices.dropLast() { try doclists[newer].beginAhead() }
  }

  /// Goes to the next batch: an empty one at the end.
  mutating func next() throws(SQLiteError) {
    batch.removeAll()
    while let oldest = doclists.indices.last {
      try doclists[oldest].fill(batch)
      if batch.isEmpty {
        doclists.removeLast()
      } else {
        if oldest > 0 { try noteNewer() }
        return
      }
    }
  }

  /// Notes what newer segments say up to the last article of the batch.
  private mutating func noteNewer() throws(SQLiteError) {
    let last = Int64(batch.rows[batch.count - 1])
    while true {
      var row = Int64.max
      for newer in doclists.indices.dropLast() { row = min(row, doclists[newer].row) }
      guard row <= last else { break }
      var isNoted = false
      for newer in doclists.indices.dropLast() where doclists[newer].row == row {
        if !isNoted { batch.note(UInt32(row), try doclists[newer].positions()) }
        isNoted = true
        try doclists[newer].next()
      }
    }
    batch.mergeNewer()
  }
}
