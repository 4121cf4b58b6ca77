import SQLiteStore

/// The index of a long doclist: the first row of each of its leaves but the one on which it begins.
struct DoclistSkips {
  /// About what a page holds.
  private static let pageSize = 4_000

  /// Ascending.
  let leaves: [Int64]
  let rows: [Int64]

  /// Reads it.
  ///
  /// - Parameters:
  ///   - doclist: Says that it has one.
  ///   - connection: Where it is read from.
  /// - Throws: ``SQLiteError``.
  init(of doclist: DoclistLocation, _ connection: Connection) throws(SQLiteError) {
    let statement = try connection.cached("SELECT block FROM \(FullTextTables.data) WHERE id = ?1")
    defer { statement.reset() }
    // The lowest page that is the root tells how high the tree is.
    var height = 0
    var nodes = [doclist.leaf]
    var pages: [[UInt8]] = []
    while true {
      guard height < 32 else { throw FullTextSegment.damaged }
      let page = try Self.page(doclist.leaf, height, doclist.segment, statement)
      pages.append(page)
      if page[0] & 1 == 0 { break }
      height += 1
    }
    var rows: [Int64] = []
    while true {
      var numbers: [Int64] = []
      rows = []
      // Each takes a byte or more.
      numbers.reserveCapacity(Self.pageSize * nodes.count)
      rows.reserveCapacity(Self.pageSize * nodes.count)
      for node in nodes {
        let page =
          node == doclist.leaf ? pages[height] : try Self.page(node, height, doclist.segment, statement)
        try Self.read(page, limit: doclist.segment.leaves.upperBound, &numbers, &rows)
      }
      nodes = numbers
      if height == 0 { break }
      height -= 1
    }
    leaves = nodes
    self.rows = rows
  }

  /// How many leaves begin with a row that is not behind `target`.
  func count(notBehind target: Int64) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] <= target { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func page(
    _ number: Int64, _ height: Int, _ segment: FullTextSegment, _ statement: Statement
  ) throws(SQLiteError) -> [UInt8] {
    statement.reset()
    try statement.bind(segment.row(ofSkips: number, height: height), at: 1)
    guard try statement.step() else { throw FullTextSegment.damaged }
    let bytes = statement.bytes(0)
    guard bytes.count > 2 else { throw FullTextSegment.damaged }
    return bytes
  }

  /// Adds what a page tells: a byte of flags, the number of a leaf or page, its first row; then distances of rows, one for each leaf
  /// behind it, 0 where no row begins on one.
  private static func read(
    _ page: [UInt8], limit: Int64, _ numbers: inout [Int64], _ rows: inout [Int64]
  ) throws(SQLiteError) {
    var place = 1
    var number: Int64 = 0
    var row: Int64 = 0
    var isFirst = true
    let isWhole: Bool = page.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return false }
      while place < bytes.count {
        if isFirst {
          guard let read = SQLiteVarint.read(start, &place, end: bytes.count), read < 1 << 31 else {
            return false
          }
          number = Int64(read)
        }
        guard let distance = SQLiteVarint.read(start, &place, end: bytes.count) else { return false }
        if !isFirst { number += 1 }
        isFirst = false
        if distance == 0 { continue }
        row &+= Int64(truncatingIfNeeded: distance)
        guard row > rows.last ?? 0, number > numbers.last ?? 0, number <= limit else { return false }
        numbers.append(number)
        rows.append(row)
      }
      return true
    }
    guard isWhole else { throw FullTextSegment.damaged }
  }
}
