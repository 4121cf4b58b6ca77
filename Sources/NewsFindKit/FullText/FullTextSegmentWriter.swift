import SQLiteStore

/// Writes a segment of the full-text index as FTS5 itself would, term after term, page after page.
///
/// FTS5 sorts a transaction's terms in memory, writes them as a segment, and merges segments later, by far the most of what
/// indexing takes. Who has doclists in the order of their terms writes them once. `integrity-check` of FTS5 reads what is written here.
///
/// Source: the comments "PAGE FORMAT" and "Segment doclist indexes" in SQLite's ext/fts5/fts5_index.c.
struct FullTextSegmentWriter {
  private let connection: Connection
  private let segment: Int64
  /// The number of the page at hand; they count from 1.
  private var page = 1
  private var content: PageContent
  /// Where the terms of the page begin, as differences.
  private var termStarts: [UInt8] = []
  private var lastTermStart = 0
  private var lastTerm: [UInt8] = []
  private var row: Int64 = 0
  private var isFirstTermOfPage = true
  private var isRowFirstOfDoclist = true
  private var isRowFirstOfPage = true
  /// The last page on which a term begins, and what tells it from the pages before.
  private var keyedPage = (number: 1, key: [UInt8]())
  private var doclistIndex = DoclistIndex()

  /// Two pages of this size fill a page of the file, 8 KB.
  private static let pageSize = 4070
  /// A page ends so early rather than that an article's positions go on on the next one.
  private static let largestGap = 64
  /// FTS5 itself writes an index for doclists of so many pages without a term.
  private static let leastIndexedPages = 4

  init(_ connection: Connection, segment: Int64) {
    self.connection = connection
    self.segment = segment
    content = PageContent(capacity: Self.pageSize)
  }

  /// Begins a term, behind all that were written before by its bytes.
  ///
  /// - Throws: ``SQLiteError``.
  mutating func begin(_ term: UnsafeBufferPointer<UInt8>) throws {
    let own = [FullTextTables.mainPrefix] + term
    // The first row and its size belong on the same page.
    if room < own.count + 6 + 2 * SQLiteVarint.maximalCount { try endPage() }
    SQLiteVarint.append(UInt64(content.count - lastTermStart), to: &termStarts)
    lastTermStart = content.count
    var shared = zip(own, lastTerm).prefix { $0 == $1 }.count
    if isFirstTermOfPage {
      if page > 1 {
        try endKeyedPage()
        keyedPage = (page, Array(own.prefix(shared + 1)))
      }
      shared = 0
      isFirstTermOfPage = false
    } else {
      content.append(UInt64(shared))
    }
    content.append(UInt64(own.count - shared))
    own.withUnsafeBufferPointer { content.append(UnsafeBufferPointer(rebasing: $0[shared...])) }
    lastTerm = own
    isRowFirstOfPage = false
    isRowFirstOfDoclist = true
  }

  /// Appends to the doclist of the term at hand: articles behind those that it has.
  ///
  /// - Throws: ``SQLiteError``.
  mutating func append(_ doclist: Doclist) throws {
    guard var start = doclist.bytes.baseAddress else { return }
    let end = start + doclist.bytes.count
    var next = start
    var row = Int64(bitPattern: SQLiteVarint.take(from: &next))
    while true {
      // The row is written anew at the beginning of a page and behind another doclist; what follows is copied.
      var positions = next
      Doclist.passPositions(&next)
      try append(row, UnsafeBufferPointer(start: positions, count: next - positions))
      start = next
      // Where the positions went on to another page, the next row is the first of that.
      let room = isRowFirstOfPage ? 0 : self.room
      while next < end {
        positions = next
        row &+= Int64(bitPattern: SQLiteVarint.take(from: &positions))
        var entryEnd = positions
        Doclist.passPositions(&entryEnd)
        guard entryEnd - start <= room else { break }
        next = entryEnd
        self.row = row
      }
      content.append(UnsafeBufferPointer(start: start, count: next - start))
      guard next < end else { break }
      next = positions
    }
  }

  /// Writes what is left.
  ///
  /// - Returns: The number of pages.
  /// - Throws: ``SQLiteError``.
  mutating func finish() throws -> Int {
    if content.count > PageContent.headerCount { try endPage() }
    if page > 1 { try endKeyedPage() }
    return page - 1
  }

  /// The bytes that the page still takes.
  private var room: Int { Self.pageSize - content.count - termStarts.count }

  /// Appends an article.
  private mutating func append(_ row: Int64, _ positions: UnsafeBufferPointer<UInt8>) throws {
    let least = positions.count + SQLiteVarint.maximalCount
    // The size of the positions stands on the page of its row.
    if room < 2 * SQLiteVarint.maximalCount
      || (!isRowFirstOfDoclist && room < least && least < Self.largestGap)
    {
      try endPage()
    }
    if isRowFirstOfPage {
      content.setFirstRow()
      doclistIndex.append(row, page: page)
    }
    let isWhole = isRowFirstOfPage || isRowFirstOfDoclist
    content.append(UInt64(bitPattern: isWhole ? row : row &- self.row))
    self.row = row
    isRowFirstOfPage = false
    isRowFirstOfDoclist = false
    var rest = positions
    while rest.count > room {
      // Each number stays whole.
      var count = max(room, 0)
      while count > 0, rest[count - 1] >= 0x80 { count -= 1 }
      content.append(UnsafeBufferPointer(rebasing: rest[..<count]))
      rest = UnsafeBufferPointer(rebasing: rest[count...])
      try endPage()
    }
    content.append(rest)
  }

  private mutating func endPage() throws {
    if isFirstTermOfPage { doclistIndex.appendPage(hasRow: !isRowFirstOfPage) }
    content.end(with: termStarts)
    try write(content.bytes, in: FullTextTables.row(ofPage: page, segment: segment))
    content.removeAll()
    termStarts.removeAll(keepingCapacity: true)
    lastTermStart = 0
    page += 1
    isFirstTermOfPage = true
    isRowFirstOfPage = true
  }

  /// Ends the last page with a term of its own: what tells it from others is known, and how far its last doclist goes.
  private mutating func endKeyedPage() throws {
    let isIndexed = doclistIndex.pageCount >= Self.leastIndexedPages && !doclistIndex.bytes.isEmpty
    if isIndexed {
      try doclistIndex.bytes.withUnsafeBufferPointer {
        try write($0, in: FullTextTables.row(ofDoclistIndex: keyedPage.number, segment: segment))
      }
    }
    doclistIndex = DoclistIndex()
    try connection.cached("INSERT INTO \(FullTextTables.index)(segid, term, pgno) VALUES (?1, ?2, ?3)")
      .bind(segment, at: 1).bind(keyedPage.key, at: 2)
      .bind(Int64(keyedPage.number) << 1 | (isIndexed ? 1 : 0), at: 3).run()
  }

  private func write(_ bytes: UnsafeBufferPointer<UInt8>, in row: Int64) throws {
    let statement = try connection.cached("INSERT INTO \(FullTextTables.data)(id, block) VALUES (?1, ?2)")
    try statement.bind(row, at: 1).withBytes(bytes, at: 2) { try statement.run() }
  }
}
