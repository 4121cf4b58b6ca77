import SQLiteStore

/// Walks over the entries of a doclist, and passes over positions that nobody asks for.
struct DoclistCursor {
  /// The row of the entry at hand; 0 before the first, `Int64.max` behind the last.
  private(set) var row: Int64 = 0
  /// Whether the entry says that the article was taken out, for it holds no positions.
  var isEmpty: Bool { size == 0 }

  private let leaves: LeafCursor
  private let connection: Connection
  let doclist: DoclistLocation
  /// Those of the leaf at hand.
  ///
  /// Invariant: bytes up to `end` are valid, as long as the cursor of leaves stands where it does.
  private var bytes: UnsafePointer<UInt8>
  /// Where the rest of the entry begins, and how long it is; it may reach over the end of the leaf.
  private var place: Int
  private var rest = 0
  /// Where the doclist ends on the leaf, and whether it ends there altogether.
  private var end: Int
  private var endsOnLeaf: Bool
  /// Whether the first row of the leaf at hand is still to be read.
  private var isBeforeFirstRow = false
  /// What begins before it lies on the leaf with all bytes it may have.
  ///
  /// After gathering, and at the end, nothing does.
  private var safeEnd: Int { end - 2 * SQLiteVarint.maximalCount }
  private var size = 0
  private var hasGathered = false
  /// Whether the entry at hand is still to be given by ``fill(_:)``.
  private var isAhead = false
  private var skips: DoclistSkips?
  private var nextSkip = 0
  /// From this row on the skips tell of a later leaf; 0 where they were not read.
  private var nextSkipRow: Int64

  /// No entry is larger: nothing overflows.
  private static let greatestSize: UInt64 = 1 << 31

  /// - Parameters:
  ///   - doclist: What to walk over.
  ///   - leaves: Nobody else moves it.
  ///   - connection: Where the index of the doclist is read from.
  /// - Throws: ``SQLiteError``.
  init(_ doclist: DoclistLocation, _ leaves: LeafCursor, _ connection: Connection) throws(SQLiteError) {
    try leaves.move(to: doclist.leaf)
    self.leaves = leaves
    self.connection = connection
    self.doclist = doclist
    bytes = leaves.leaf.start
    place = doclist.start
    end = doclist.end
    endsOnLeaf = doclist.endsOnLeaf
    nextSkipRow = doclist.hasSkips ? 0 : .max
    guard place <= end, end <= leaves.leaf.contentEnd else { throw FullTextSegment.damaged }
  }

  /// Goes to the next entry.
  @inline(__always)
  mutating func next() throws(SQLiteError) {
    var place = place + rest
    guard place < safeEnd else { return try nextNearEnd() }
    let next = row &+ Int64(truncatingIfNeeded: SQLiteVarint.readWhole(bytes, &place))
    let head = SQLiteVarint.readWhole(bytes, &place)
    guard next > row, next < .max, head < Self.greatestSize else { throw FullTextSegment.damaged }
    row = next
    size = Int(head >> 1)
    rest = size
    self.place = place
  }

  @inline(never)
  private mutating func nextNearEnd() throws(SQLiteError) {
    guard row < .max else { return }
    place += rest
    rest = 0
    hasGathered = false
    if place < end {
      try readEntry(isFirst: false)
    } else {
      try goToNextLeaf()
    }
  }

  /// Goes to the first entry whose row is not below `target`.
  mutating func seek(_ target: Int64) throws(SQLiteError) {
    if row >= target { return }
    if target >= nextSkipRow, doclist.hasSkips { try skip(to: target) }
    while row < target {
      try passEntries(below: target)
      if row < target { try next() }
    }
  }

  /// The row of the entry at hand, as entries that are decoded together have it.
  private func shortRow() throws(SQLiteError) -> UInt32 {
    guard let row = UInt32(exactly: row), row < .max else { throw FullTextSegment.damaged }
    return row
  }

  /// The positions of the entry at hand: valid until the cursor moves.
  @inline(__always)
  mutating func positions() throws(SQLiteError) -> PositionList {
    if !hasGathered, place + rest <= end {
      return PositionList(UnsafeBufferPointer(start: bytes + place, count: rest), readable: end - place)
    }
    return try gatheredPositions()
  }

  @inline(never)
  private mutating func gatheredPositions() throws(SQLiteError) -> PositionList {
    if hasGathered { return PositionList(leaves.gatheredBytes) }
    leaves.beginGathering()
    while true {
      let count = min(rest, end - place)
      leaves.gather(place, count: count)
      place += count
      rest -= count
      if rest == 0 { break }
      // Where another entry or term begins this one is over.
      guard !endsOnLeaf, !isBeforeFirstRow || leaves.leaf.firstRow == 0 else { throw FullTextSegment.damaged }
      try leaves.move(to: leaves.number + 1)
      let leaf = leaves.leaf
      bytes = leaf.start
      place = SegmentLeaf.headerSize
      end = leaf.firstRow > 0 ? leaf.firstRow : leaf.firstTerm
      endsOnLeaf = leaf.hasTerms || leaves.number == doclist.segment.leaves.upperBound
      isBeforeFirstRow = true
    }
    if isBeforeFirstRow {
      // What follows on this leaf begins with a row of its own.
      guard place == end else { throw FullTextSegment.damaged }
    }
    hasGathered = true
    return PositionList(leaves.gatheredBytes)
  }

  // MARK: - Entries

  /// Reads the row and the size of an entry.
  private mutating func readEntry(isFirst: Bool) throws(SQLiteError) {
    guard let distance = SQLiteVarint.read(bytes, &place, end: end),
      let head = SQLiteVarint.read(bytes, &place, end: end), head < Self.greatestSize
    else { throw FullTextSegment.damaged }
    let next = isFirst ? Int64(truncatingIfNeeded: distance) : row &+ Int64(truncatingIfNeeded: distance)
    guard next > row, next < .max else { throw FullTextSegment.damaged }
    row = next
    size = Int(head >> 1)
    rest = size
  }

  /// Passes over entries of the leaf at hand; stops before those near its end.
  private mutating func passEntries(below target: Int64) throws(SQLiteError) {
    let bytes = bytes
    let safeEnd = safeEnd
    var place = place + rest
    guard place < safeEnd else { return }
    var row = row
    var size = size
    while true {
      // Distance and size are mostly of one byte each.
      let pair = UInt16(littleEndian: UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt16.self))
      if pair & 0x8080 == 0 {
        guard pair & 0x7F > 0 else { throw FullTextSegment.damaged }
        row &+= Int64(pair & 0x7F)
        size = Int(pair >> 9)
        place &+= 2
      } else {
        let next = row &+ Int64(truncatingIfNeeded: SQLiteVarint.readWhole(bytes, &place))
        let head = SQLiteVarint.readWhole(bytes, &place)
        guard next > row, next < .max / 2, head < Self.greatestSize else { throw FullTextSegment.damaged }
        row = next
        size = Int(head >> 1)
      }
      if row >= target || place + size >= safeEnd { break }
      place += size
    }
    self.row = row
    self.place = place
    self.size = size
    rest = size
  }

  // MARK: - Many entries

  /// Decodes the next entries, as many as lie on one leaf: none at the end.
  ///
  /// The entry at hand is afterwards one that nobody should ask for. Who walks by ``seek(_:)`` as well passes over some.
  ///
  /// - Parameter entries: Afterwards they; valid until the cursor moves.
  /// - Throws: ``SQLiteError``, also where a row is beyond 32 bits.
  mutating func fill(_ entries: DoclistEntries) throws(SQLiteError) {
    entries.removeAll()
    if !isAhead { try next() }
    isAhead = false
    guard row < .max else { return }
    entries.begin(try shortRow(), try positions())
    // What was gathered does not lie on the leaf, where something else may begin.
    if hasGathered {
      try next()
      guard row < .max else { return }
      isAhead = true
      guard place + rest <= end else { return }
      isAhead = false
      entries.lie(on: bytes, end: end)
      entries.append(try shortRow(), place: place, size: size)
    } else {
      entries.lie(on: bytes, end: end)
    }
    try decodeEntries(entries)
    // Near the end of the leaf each step is checked.
    while place + rest < end, entries.count < entries.capacity {
      place += rest
      try readEntry(isFirst: false)
      guard place + rest <= end else {
        isAhead = true
        return
      }
      entries.append(try shortRow(), place: place, size: size)
    }
  }

  /// Decodes the entries behind the one at hand up to those near the end of the leaf: a step waits for the size of the entry before it
  /// and for nothing else.
  private mutating func decodeEntries(_ entries: DoclistEntries) throws(SQLiteError) {
    let bytes = bytes
    let safeEnd = safeEnd
    let end = end
    let (rows, spans, capacity) = (entries.rows, entries.spans, entries.capacity)
    var count = entries.count
    var place = place + rest
    guard place < safeEnd, count < capacity else { return }
    var row = row
    var begin = place
    var size = 0
    repeat {
      // Distance and size are mostly of one byte each.
      let pair = UInt16(littleEndian: UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt16.self))
      let next: Int64
      if pair & 0x8080 == 0 {
        next = row &+ Int64(pair & 0x7F)
        size = Int(pair >> 9)
        begin = place &+ 2
      } else {
        begin = place
        next = row &+ Int64(truncatingIfNeeded: SQLiteVarint.readWhole(bytes, &begin))
        let head = SQLiteVarint.readWhole(bytes, &begin)
        guard head < Self.greatestSize else { throw FullTextSegment.damaged }
        size = Int(head >> 1)
      }
      guard next > row, next < UInt32.max else { throw FullTextSegment.damaged }
      row = next
      place = begin &+ size
      guard place <= end else { break }
      rows[count] = UInt32(truncatingIfNeeded: row)
      spans[count] = DoclistEntries.span(begin, size: UInt64(truncatingIfNeeded: size))
      count &+= 1
    } while place < safeEnd && count < capacity
    self.row = row
    self.place = begin
    self.size = size
    rest = size
    isAhead = place > end
    entries.count = count
  }

  // MARK: - Leaves

  /// Goes to the first entry that begins on a leaf behind the one at hand, or on that where its beginning was not read.
  private mutating func goToNextLeaf() throws(SQLiteError) {
    if !isBeforeFirstRow {
      guard try moveToNextLeaf() else { return }
    }
    while true {
      let leaf = leaves.leaf
      if leaf.firstRow > 0 { return try enter(leaf) }
      // The next term: the doclist is over.
      guard !leaf.hasTerms else { return finish() }
      guard try moveToNextLeaf() else { return }
    }
  }

  /// - Returns: False where there is none: the doclist is over.
  private mutating func moveToNextLeaf() throws(SQLiteError) -> Bool {
    if endsOnLeaf, !isBeforeFirstRow, place != end { throw FullTextSegment.damaged }
    if endsOnLeaf && !isBeforeFirstRow || leaves.number == doclist.segment.leaves.upperBound {
      finish()
      return false
    }
    try leaves.move(to: leaves.number + 1)
    isBeforeFirstRow = true
    return true
  }

  private mutating func enter(_ leaf: SegmentLeaf) throws(SQLiteError) {
    isBeforeFirstRow = false
    hasGathered = false
    bytes = leaf.start
    place = leaf.firstRow
    end = leaf.firstTerm
    endsOnLeaf = leaf.hasTerms || leaves.number == doclist.segment.leaves.upperBound
    rest = 0
    try readEntry(isFirst: true)
  }

  private mutating func finish() {
    row = .max
    rest = 0
    size = 0
    isBeforeFirstRow = false
    place = end
  }

  // MARK: - Skips

  /// Goes back before the first entry whose row is not below `target`, how far is left open.
  mutating func rewind(for target: Int64) throws(SQLiteError) {
    row = 0
    size = 0
    rest = 0
    hasGathered = false
    isBeforeFirstRow = false
    if doclist.hasSkips {
      if skips == nil { skips = try DoclistSkips(of: doclist, connection) }
      if let skips {
        nextSkip = skips.count(notBehind: target)
        nextSkipRow = nextSkip < skips.rows.count ? skips.rows[nextSkip] : .max
        if nextSkip > 0 { return try enter(skips, nextSkip - 1) }
      }
    }
    try leaves.move(to: doclist.leaf)
    bytes = leaves.leaf.start
    place = doclist.start
    end = doclist.end
    endsOnLeaf = doclist.endsOnLeaf
  }

  /// Goes to the last leaf that begins with a row not behind `target`, if it is behind the one at hand.
  private mutating func skip(to target: Int64) throws(SQLiteError) {
    if skips == nil { skips = try DoclistSkips(of: doclist, connection) }
    guard let skips else { return }
    nextSkip = skips.count(notBehind: target)
    nextSkipRow = nextSkip < skips.rows.count ? skips.rows[nextSkip] : .max
    guard nextSkip > 0 else { return }
    let wanted = skips.leaves[nextSkip - 1]
    guard wanted > leaves.number else { return }
    try enter(skips, nextSkip - 1)
  }

  /// Goes to the first entry of a leaf that the skips tell of, behind the row at hand.
  private mutating func enter(_ skips: DoclistSkips, _ number: Int) throws(SQLiteError) {
    try leaves.move(to: skips.leaves[number])
    guard leaves.leaf.firstRow > 0, skips.rows[number] > row else { throw FullTextSegment.damaged }
    try enter(leaves.leaf)
    guard row == skips.rows[number] else { throw FullTextSegment.damaged }
  }
}
