import SQLiteStore

/// Goes through the terms of a leaf.
struct LeafTerms {
  private let leaf: SegmentLeaf
  /// Where the next number of the footer begins.
  private var footer: Int
  /// Where the next term begins; the end of the content behind the last.
  private var next: Int
  private var isFirst = true
  /// The term it stands at, with the number of its index before it.
  private(set) var term: [UInt8] = []
  /// Where its doclist begins, and where it ends on this leaf.
  private(set) var start = 0
  var end: Int { next }
  /// Whether no other term begins on the leaf.
  var isLast: Bool { next == leaf.contentEnd }

  init(_ leaf: SegmentLeaf) {
    self.leaf = leaf
    footer = leaf.contentEnd
    next = leaf.firstTerm
    // What it says was read when the leaf was checked.
    if leaf.hasTerms { _ = SQLiteVarint.read(leaf.start, &footer, end: leaf.count) }
  }

  /// Goes to the next term.
  ///
  /// - Returns: False where there is none.
  /// - Throws: ``SQLiteError`` where the leaf is damaged.
  mutating func goOn() throws(SQLiteError) -> Bool {
    guard let (kept, rest) = try header() else { return false }
    guard kept <= term.count else { throw FullTextSegment.damaged }
    term.removeLast(term.count - kept)
    term.append(contentsOf: UnsafeBufferPointer(start: leaf.start + rest.lowerBound, count: rest.count))
    return true
  }

  /// Looks for a term, on a leaf of which nothing was read.
  ///
  /// - Throws: ``SQLiteError`` where the leaf is damaged.
  mutating func find(_ key: [UInt8]) throws(SQLiteError) -> Bool {
    // How many bytes of the key the term before begins with; its next one is less than the key's.
    var common = 0
    while let (kept, rest) = try header() {
      if kept > common { continue }
      // It differs from the one before where that agreed: it is behind the key.
      if kept < common { return false }
      var place = rest.lowerBound
      while place < rest.upperBound, common < key.count, leaf.start[place] == key[common] {
        place += 1
        common += 1
      }
      if place == rest.upperBound {
        if common == key.count { return true }
      } else if common == key.count || leaf.start[place] > key[common] {
        return false
      }
    }
    return false
  }

  /// Reads how many bytes of the term before the next one keeps, and where the others are.
  private mutating func header() throws(SQLiteError) -> (kept: Int, rest: Range<Int>)? {
    guard next < leaf.contentEnd else { return nil }
    var place = next
    let wasFirst = isFirst
    isFirst = false
    if footer < leaf.count {
      guard let distance = SQLiteVarint.read(leaf.start, &footer, end: leaf.count), distance > 0,
        distance < UInt64(leaf.contentEnd - next)
      else { throw FullTextSegment.damaged }
      next += Int(distance)
    } else {
      next = leaf.contentEnd
    }
    var kept: UInt64 = 0
    if !wasFirst {
      guard let read = SQLiteVarint.read(leaf.start, &place, end: next), read < UInt64(leaf.count) else {
        throw FullTextSegment.damaged
      }
      kept = read
    }
    guard let size = SQLiteVarint.read(leaf.start, &place, end: next), size <= UInt64(next - place) else {
      throw FullTextSegment.damaged
    }
    start = place + Int(size)
    return (Int(kept), place..<start)
  }
}
