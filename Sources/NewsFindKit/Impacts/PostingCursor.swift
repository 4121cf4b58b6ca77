import SQLiteStore

/// The postings of one phrase of a query, window by window.
///
/// Postings of a rare term, or of a phrase, which doclists tell, are decoded at once; of a frequent term only those blocks that a
/// search looks at.
final class PostingCursor {
  /// In how many articles the phrase occurs, those counted that were taken out since.
  @exclusivity(unchecked) private(set) var count = 0
  /// In how many of those that the lists cover.
  var coveredCount: Int { count - uncoveredCount }
  private var uncoveredCount = 0
  /// For each window the greatest impact in it, about and never below; 0 where the phrase does not occur.
  let windowImpacts: WindowImpacts
  /// The postings of the window that was loaded last.
  var window: WindowPostings { current.pointee }
  private let current: UnsafeMutablePointer<WindowPostings>

  let impacts: ImpactReader
  /// Where a phrase is found, window by window.
  private let phrase: PhraseWindows?
  /// What an article of the window that was loaded last had to count at least.
  @exclusivity(unchecked) private var loadedNeed: Float = 0
  let whole: PostingBuffer
  /// For each range of articles the greatest impact in it, where all postings are in `whole` and they are many.
  @exclusivity(unchecked) private(set) var wholeRanges: WindowImpacts?
  @exclusivity(unchecked) private(set) var blocks: [Block] = []
  @exclusivity(unchecked) private(set) var lists: [LongList] = []
  /// For each window the first block in it.
  @exclusivity(unchecked) private(set) var firstBlocks: [UInt32] = []
  private let decoded: PostingBuffer
  /// The blocks whose articles are in `decoded`: none where it holds anything else besides.
  @exclusivity(unchecked) private var decodedBlocks = 0..<0
  private let packed: UnsafeMutablePointer<PackedBlock>
  @exclusivity(unchecked) private var lastChunk = LastChunk()
  @exclusivity(unchecked) private var loaded = -1
  /// The slots of that window whose postings are there.
  @exclusivity(unchecked) private var loadedSlots = SearchWindow.slots

  /// Lists of so many postings at most are decoded at once: a page or two.
  static let wholeLimit = 4_096
  /// So many blocks a window may have: those within it, and one at each end.
  private static let blockLimit = SearchWindow.size / PostingEncoding.blockSize + 2

  /// The postings of a term.
  ///
  /// - Parameters:
  ///   - lists: Its lists in the segments, in the order of their articles.
  ///   - rare: What no list has: of articles before those of the lists.
  ///   - impacts: Where they are read from.
  ///   - windowCount: The number of windows.
  /// - Throws: ``SQLiteError``.
  init(
    _ lists: [PostingList], rare: [Posting] = [], _ impacts: ImpactReader, windowCount: Int
  ) throws(SQLiteError) {
    self.impacts = impacts
    phrase = nil
    windowImpacts = WindowImpacts(count: windowCount)
    whole = PostingBuffer(
      capacity: lists.reduce(rare.count) { $0 + ($1.count <= Self.wholeLimit ? max($1.count, 0) : 0) })
    let isLong = lists.contains { $0.count > Self.wholeLimit }
    decoded = PostingBuffer(capacity: isLong ? Self.blockLimit * PostingEncoding.blockSize : 0)
    packed = .allocate(capacity: Self.blockLimit)
    current = .allocate(capacity: 1)
    current.initialize(to: WindowPostings(whole, 0..<0))
    count = rare.count
    for posting in rare { whole.append(posting) }
    try noteImpacts()
    for list in lists {
      count += list.count
      switch list.storage {
      case .short(let bytes): try addShort(list, bytes)
      case .long(let firstChunk):
        let head = try impacts.chunk(firstChunk)
        guard list.count > 0, head.count >= list.blockCount * ImpactSegmentWriter.skipSize else {
          throw PostingListReader.damaged
        }
        if list.count <= Self.wholeLimit {
          try addWhole(list, head, firstChunk)
        } else {
          addLong(list, head, firstChunk)
        }
      }
    }
  }

  /// The postings of something that has no list: what was read in doclists.
  ///
  /// - Parameters:
  ///   - postings: In the order of their articles.
  ///   - total: The number of all articles that hold it.
  ///   - impacts: Knows the lengths of their articles.
  ///   - windowCount: The number of windows.
  /// - Throws: ``SQLiteError``.
  init(_ postings: PostingBuffer, total: Int, _ impacts: ImpactReader, windowCount: Int) throws(SQLiteError) {
    self.impacts = impacts
    phrase = nil
    count = total
    uncoveredCount = total - postings.count
    windowImpacts = WindowImpacts(count: windowCount)
    whole = postings
    decoded = PostingBuffer(capacity: 0)
    packed = .allocate(capacity: 0)
    current = .allocate(capacity: 1)
    current.initialize(to: WindowPostings(whole, 0..<0))
    if postings.count > Self.wholeLimit {
      wholeRanges = WindowImpacts(count: windowCount * SearchWindow.rangeCount)
    }
    try noteImpacts()
  }

  /// The postings of a phrase, that are found as windows are loaded: ``count`` is that of the articles that may hold it.
  init(_ phrase: PhraseWindows, _ impacts: ImpactReader, windowCount: Int) {
    self.impacts = impacts
    self.phrase = phrase
    count = phrase.candidates.articles.count
    windowImpacts = WindowImpacts(count: windowCount)
    let ranges = WindowImpacts(count: windowCount * SearchWindow.rangeCount)
    wholeRanges = ranges
    for (article, impact) in zip(phrase.candidates.articles, phrase.candidates.impacts) {
      let window = SearchWindow.of(article)
      let range = Int(article >> SearchWindow.rangeShift)
      guard window < windowCount else { break }
      ranges[range] = max(ranges[range], impact)
      windowImpacts[window] = max(windowImpacts[window], impact)
    }
    whole = PostingBuffer(capacity: 0)
    decoded = PostingBuffer(capacity: SearchWindow.size)
    packed = .allocate(capacity: 0)
    current = .allocate(capacity: 1)
    current.initialize(to: WindowPostings(decoded, 0..<0))
  }

  /// Whether ``count`` is only known not to be smaller than what there is.
  var isCountBound: Bool { phrase != nil }

  /// Finds out the impacts of the postings in `whole`: nothing tells them but the lengths of their articles.
  private func noteImpacts() throws(SQLiteError) {
    guard let inverse = impacts.inverse else { return }
    let articles = whole.articles
    let count = whole.count
    var start = 0
    while start < count {
      // Lengths lie together for 2,048 articles, the windows of a search are smaller.
      let number = SearchWindow.of(articles[start])
      let norms = try impacts.norms(ofWindow: Int(articles[start] >> 11))
      var greatest: Float = 0
      var end = start
      while end < count, SearchWindow.of(articles[end]) == number {
        let range = articles[end] >> SearchWindow.rangeShift
        var greatestOfRange: Float = 0
        while end < count, articles[end] >> SearchWindow.rangeShift == range {
          greatestOfRange = max(
            greatestOfRange,
            inverse.frequency(
              text: whole.textFrequencies[end], title: whole.titleFrequencies[end],
              in: norms[Int(articles[end] & 2047)]))
          end += 1
        }
        if let wholeRanges, Int(range) < wholeRanges.count {
          wholeRanges[Int(range)] = InverseNorms.impact(ofFrequency: greatestOfRange)
        }
        greatest = max(greatest, greatestOfRange)
      }
      start = end
      guard number < windowImpacts.count else { continue }
      windowImpacts[number] = max(windowImpacts[number], InverseNorms.impact(ofFrequency: greatest))
    }
  }

  deinit {
    packed.deallocate()
    current.deallocate()
    windowImpacts.deallocate()
    wholeRanges?.deallocate()
  }

  /// Makes the postings of a window ready: ``window``.
  ///
  /// - Parameters:
  ///   - number: The window.
  ///   - needed: Articles in which a phrase counts less, before its weight, may be left out; 0 for none.
  ///   - slots: Articles in other slots may be left out.
  /// - Throws: ``SQLiteError``.
  func load(
    _ number: Int, needing needed: Float = 0, slots: Range<Int> = SearchWindow.slots
  ) throws(SQLiteError) {
    guard number != loaded || needed < loadedNeed || !loadedSlots.contains(slots) else { return }
    if let phrase {
      // Where it throws nothing is loaded.
      loaded = -1
      try phrase.find(number, needing: needed, into: decoded)
      current.pointee = WindowPostings(decoded, 0..<decoded.count)
      loaded = number
      loadedNeed = needed
      loadedSlots = SearchWindow.slots
      return
    }
    loaded = number
    loadedSlots = slots
    let start = SearchWindow.start(number) &+ UInt32(slots.lowerBound)
    let end = SearchWindow.start(number) &+ UInt32(slots.upperBound)
    let short = whole.place(notBelow: start)..<whole.place(notBelow: end)
    guard !blocks.isEmpty, Int(firstBlocks[number]) < blocks.count else {
      current.pointee = WindowPostings(whole, short)
      return
    }
    var first = Int(firstBlocks[number])
    var last = first
    while last < blocks.count, blocks[last].first < end {
      if blocks[last].first <= start { first = last }
      last += 1
    }
    guard last > first else {
      current.pointee = WindowPostings(whole, short)
      return
    }
    guard last - first <= Self.blockLimit else { throw PostingListReader.damaged }
    // Of the window before some blocks may reach into this one.
    if !decodedBlocks.contains(first) || last - decodedBlocks.lowerBound > Self.blockLimit {
      decoded.removeAll()
      decodedBlocks = first..<first
    }
    var isPacked = true
    for index in decodedBlocks.upperBound..<max(last, decodedBlocks.upperBound) {
      isPacked = try decode(blocks[index], index - decodedBlocks.lowerBound) && isPacked
    }
    decodedBlocks = decodedBlocks.lowerBound..<max(last, decodedBlocks.upperBound)
    if !isPacked || !short.isEmpty {
      try gather(first..<last, start..<end, short)
      decodedBlocks = 0..<0
      current.pointee = WindowPostings(decoded, 0..<decoded.count)
    } else {
      // The articles that are wanted begin in the first of these blocks, and end in the last one.
      let size = PostingEncoding.blockSize
      let firstPlace = (first - decodedBlocks.lowerBound) * size
      let lastPlace = (last - 1 - decodedBlocks.lowerBound) * size
      current.pointee = WindowPostings(
        decoded,
        decoded.place(
          notBelow: start, inBlockAt: firstPlace)..<decoded.place(
            notBelow: end, inBlockAt: lastPlace), blocks: packed)
    }
  }

  // MARK: - Long lists

  private func addLong(_ list: PostingList, _ head: PaddedBytes, _ firstChunk: Int64) {
    if firstBlocks.isEmpty { firstBlocks = Array(repeating: .max, count: windowImpacts.count) }
    let number = UInt32(lists.count)
    blocks.reserveCapacity(blocks.count + list.blockCount)
    var previous: UInt32 = 0
    var windowFilled = -1
    var chunk: UInt32 = 0
    for block in 0..<list.blockCount {
      let skip = head.start + ImpactSegmentWriter.skipSize * block
      let offset = Self.offset(of: block, head)
      if offset == 0, block > 0 { chunk += 1 }
      let last = UInt32(littleEndian: skip.loadUnaligned(as: UInt32.self))
      let impact = ImpactScale.impact(ofStep: max(skip.load(fromByteOffset: 4, as: UInt8.self), 1))
      let firstArticle = max(previous &+ 1, list.firstArticle)
      // Where the file is damaged articles may lie beyond the windows.
      let first = SearchWindow.of(firstArticle)
      let end = min(SearchWindow.of(last), windowImpacts.count - 1)
      if first <= end {
        for window in first...end {
          if windowImpacts[window] < impact { windowImpacts[window] = impact }
          if window > windowFilled {
            if firstBlocks[window] == .max { firstBlocks[window] = UInt32(blocks.count) }
            windowFilled = window
          }
        }
      }
      blocks.append(
        Block(
          previous: previous, first: firstArticle, list: number, number: UInt32(block),
          chunk: chunk, offset: offset,
          isPacked: list.count - block * PostingEncoding.blockSize >= PostingEncoding.blockSize))
      previous = last
    }
    lists.append(
      LongList(
        count: list.count, firstChunk: firstChunk, head: head, firstRange: firstRange(list, head),
        chunks: Array(repeating: nil, count: Int(chunk) + 1)))
  }

  /// The range of the first article of a list, which its ranges begin with.
  private func firstRange(_ list: PostingList, _ head: PaddedBytes) -> Int {
    // The last one is known, and how many there are.
    let size = ImpactSegmentWriter.skipSize
    let last = (head.start + size * (list.blockCount - 1)).loadUnaligned(as: UInt32.self)
    return Int(UInt32(littleEndian: last) >> SearchWindow.rangeShift) + 1
      - (head.count - size * list.blockCount)
  }

  private func chunk(of block: Block) throws(SQLiteError) -> PaddedBytes {
    let list = Int(block.list)
    let chunk = Int(block.chunk)
    if let known = lists[list].chunks[chunk] { return known }
    let read = try impacts.chunk(lists[list].firstChunk + 1 + Int64(chunk))
    lists[list].chunks[chunk] = read
    return read
  }

  /// How many postings are left over in a block that is not packed.
  private func restCount(_ block: Block) -> Int {
    lists[Int(block.list)].count - Int(block.number) * PostingEncoding.blockSize
  }

  /// Decodes the articles of a block; of the last one of a list, which is not packed, all.
  ///
  /// - Returns: Whether it is packed.
  private func decode(_ block: Block, _ place: Int) throws(SQLiteError) -> Bool {
    if block.isPacked {
      if lastChunk.list != block.list || lastChunk.chunk != block.chunk {
        lastChunk = LastChunk(list: block.list, chunk: block.chunk, bytes: try chunk(of: block).buffer)
      }
      guard let view = PackedBlock(lastChunk.bytes, at: Int(block.offset)) else {
        throw PostingListReader.damaged
      }
      (packed + place).initialize(to: view)
      view.decodeArticles(after: block.previous, into: decoded.articles + decoded.count)
      decoded.count += PostingEncoding.blockSize
      return true
    }
    let bytes = try chunk(of: block)
    withExtendedLifetime(bytes) {
      var decoder = PostingDecoder(bytes.buffer, at: Int(block.offset))
      decoder.rest(restCount(block), after: block.previous, into: decoded)
    }
    return false
  }

  /// Decodes blocks altogether, as far as their articles are wanted, and puts the postings of short lists among them.
  private func gather(
    _ indexes: Range<Int>, _ articles: Range<UInt32>, _ short: Range<Int>
  ) throws(SQLiteError) {
    let all = PostingBuffer(capacity: (indexes.count + 1) * PostingEncoding.blockSize)
    var found = short.map { whole[$0] }
    for block in blocks[indexes] {
      all.removeAll()
      let bytes = try chunk(of: block)
      withExtendedLifetime(bytes) {
        var decoder = PostingDecoder(bytes.buffer, at: Int(block.offset))
        if block.isPacked {
          decoder.block(after: block.previous, into: all)
        } else {
          decoder.rest(restCount(block), after: block.previous, into: all)
        }
      }
      for place in 0..<all.count where articles.contains(all.articles[place]) {
        found.append(all[place])
      }
    }
    guard found.count <= decoded.capacity else { throw PostingListReader.damaged }
    decoded.removeAll()
    for posting in found.sorted(by: { $0.article < $1.article }) { decoded.append(posting) }
  }
}
