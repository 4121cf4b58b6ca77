/// Leaves articles out of doclists.
enum DoclistFilter {
  /// Gives `body` the doclists without some articles; those that nothing is left of are left out.
  ///
  /// Complexity: linear in their bytes.
  static func without(
    _ articles: Set<Int64>, _ doclists: [Doclist], _ body: ([Doclist]) throws -> Void
  ) rethrows {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(doclists.reduce(0) { $0 + $1.bytes.count })
    var parts: [(bytes: Range<Int>, last: Int64)] = []
    for doclist in doclists {
      let start = bytes.count
      var last: Int64 = 0
      doclist.forEachEntry { row, positions in
        guard !articles.contains(row) else { return }
        SQLiteVarint.append(UInt64(bitPattern: row &- last), to: &bytes)
        bytes.append(contentsOf: positions)
        last = row
      }
      if bytes.count > start { parts.append((start..<bytes.count, last)) }
    }
    try bytes.withUnsafeBufferPointer { all in
      try body(
        parts.map { Doclist(bytes: UnsafeBufferPointer(rebasing: all[$0.bytes]), last: $0.last) })
    }
  }
}
