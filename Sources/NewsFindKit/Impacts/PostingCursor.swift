import SQLiteStore

/// The postings of one phrase of a query, window by window.
///
/// Postings of a rare term, or of a phrase that FTS5 has found, are decoded at once; of a frequent term only those blocks that a
/// search looks at.
final class PostingCursor {
  /// A block of a long list.
  private struct Block {
    /// The article before it in its list, the first that may be in it, and the last that is.
    let previous: UInt32
    let first: UInt32
    let last: UInt32
    let list: UInt16
    let number: UInt32
    let step: UInt8
    /// Where it begins in its chunk.
    let offset: UInt16
  }

  /// A long list.
  private struct LongList {
    let count: Int
    let firstChunk: Int64
    var chunks: [[UInt8]?]
  }

  /// In how many articles the phrase occurs, those counted that were taken out since.
  private(set) var count = 0
  /// For each window the greatest impact in it, about and never below; 0 where the phrase does not occur.
  private(set) var windowImpacts: [Float]
  /// The postings of the window that was loaded: their buffer, and which of it they are.
  private(set) var window: (postings: PostingBuffer, range: Range<Int>)

  private let impacts: ImpactReader
  private let whole: PostingBuffer
  private var blocks: [Block] = []
  private var lists: [LongList] = []
  /// For each window the first block in it.
  private var firstBlocks: [UInt32] = []
  private let decoded: PostingBuffer
  private var loaded = -1

  /// Lists of so many postings at most are decoded at once: one chunk.
  private static let wholeLimit = ImpactSegmentWriter.blocksOfChunk * PostingEncoding.blockSize

  /// The postings of a term.
  ///
  /// - Parameters:
  ///   - lists: Its lists in the segments, in the order of their articles.
  ///   - impacts: Where they are read from.
  ///   - windowCount: The number of windows.
  /// - Throws: ``SQLiteError``.
  init(_ lists: [PostingList], _ impacts: ImpactReader, windowCount: Int) throws(SQLiteError) {
    self.impacts = impacts
    windowImpacts = [Float](repeating: 0, count: windowCount)
    whole = PostingBuffer(
      capacity: lists.reduce(0) { $0 + ($1.count <= Self.wholeLimit ? $1.count : 0) })
    let isLong = lists.contains { $0.count > Self.wholeLimit }
    decoded = PostingBuffer(capacity: isLong ? SearchWindow.size + 2 * PostingEncoding.blockSize : 0)
    window = (whole, 0..<0)
    for list in lists {
      count += list.count
      switch list.storage {
      case .short(let bytes): try addShort(list, bytes)
      case .long(let firstChunk):
        let skips = try impacts.chunk(firstChunk)
        guard skips.count == list.blockCount * 7 else { throw PostingListReader.damaged }
        if list.count <= Self.wholeLimit {
          try addWhole(list, skips, try impacts.chunk(firstChunk + 1))
        } else {
          addLong(list, skips, firstChunk)
        }
      }
    }
  }

  /// The postings of something that FTS5 has found.
  ///
  /// - Parameters:
  ///   - postings: In the order of their articles.
  ///   - total: The number of all articles that hold it.
  ///   - impacts: Knows the lengths of their articles.
  ///   - windowCount: The number of windows.
  /// - Throws: ``SQLiteError``.
  init(_ postings: [Posting], total: Int, _ impacts: ImpactReader, windowCount: Int) throws(SQLiteError) {
    self.impacts = impacts
    count = total
    windowImpacts = [Float](repeating: 0, count: windowCount)
    whole = PostingBuffer(capacity: postings.count)
    decoded = PostingBuffer(capacity: 0)
    window = (whole, 0..<0)
    guard let inverse = impacts.inverse else { return }
    for posting in postings {
      whole.append(posting)
      let number = SearchWindow.of(posting.article)
      let lengths = try impacts.norms(ofWindow: Int(posting.article >> 11))[Int(posting.article & 2047)]
      let impact = InverseNorms.saturated(
        inverse.frequency(text: posting.textFrequency, title: posting.titleFrequency, in: lengths))
      if number < windowCount {
        windowImpacts[number] = max(windowImpacts[number], max(impact, .leastNormalMagnitude) * InverseNorms.slack)
      }
    }
  }

  /// Makes the postings of a window ready.
  ///
  /// - Throws: ``SQLiteError``.
  func load(_ number: Int) throws(SQLiteError) {
    guard number != loaded else { return }
    loaded = number
    let start = SearchWindow.start(number)
    let end = start + UInt32(SearchWindow.size)
    guard !blocks.isEmpty, firstBlocks[number] < blocks.count else {
      window = (whole, whole.place(notBelow: start)..<whole.place(notBelow: end))
      return
    }
    decoded.removeAll()
    var index = Int(firstBlocks[number])
    // A short list of a young segment may stand in the same window as the end of a long one.
    let early = whole.place(notBelow: start)..<whole.place(notBelow: end)
    while index < blocks.count, blocks[index].first < end {
      try decode(blocks[index])
      index += 1
    }
    if !early.isEmpty { merge(early) }
    window = (decoded, decoded.place(notBelow: start)..<decoded.place(notBelow: end))
  }

  /// Puts postings of short lists among those that were decoded, which are those of other segments.
  private func merge(_ range: Range<Int>) {
    let others = (0..<decoded.count).map { decoded[$0] }
    let hadTitles = decoded.hasTitles
    let own = range.map { whole[$0] }
    let start = SearchWindow.start(loaded)
    let end = start + UInt32(SearchWindow.size)
    decoded.removeAll()
    // Decoded blocks reach beyond the window; what is in it fits.
    for posting in (others + own).filter({ $0.article >= start && $0.article < end })
      .sorted(by: { $0.article < $1.article })
    {
      decoded.append(posting)
    }
    decoded.hasTitles = hadTitles || whole.hasTitles
  }

  // MARK: - Lists

  private func note(_ step: UInt8, _ postings: Range<Int>) {
    let impact = ImpactScale.impact(ofStep: max(step, 1))
    for place in postings {
      let number = SearchWindow.of(whole.articles[place])
      if number < windowImpacts.count { windowImpacts[number] = max(windowImpacts[number], impact) }
    }
  }

  private func addShort(_ list: PostingList, _ bytes: [UInt8]) throws(SQLiteError) {
    guard list.blockCount <= bytes.count, list.count <= Self.wholeLimit else {
      throw PostingListReader.damaged
    }
    bytes.withUnsafeBytes { raw in
      var decoder = PostingDecoder(raw, at: list.blockCount)
      decode(list, &decoder) { raw[$0] }
    }
  }

  private func addWhole(_ list: PostingList, _ skips: [UInt8], _ chunk: [UInt8]) throws(SQLiteError) {
    chunk.withUnsafeBytes { raw in
      var decoder = PostingDecoder(raw, at: 0)
      decode(list, &decoder) { skips[$0 * 7 + 4] }
    }
  }

  /// Decodes a whole list.
  private func decode(_ list: PostingList, _ decoder: inout PostingDecoder, _ step: (Int) -> UInt8) {
    var last: UInt32 = 0
    for block in 0..<list.blockCount {
      let start = whole.count
      let rest = list.count - block * PostingEncoding.blockSize
      if rest >= PostingEncoding.blockSize {
        last = decoder.block(after: last, into: whole)
      } else {
        decoder.rest(rest, after: last, into: whole)
      }
      note(step(block), start..<whole.count)
    }
  }

  private func addLong(_ list: PostingList, _ skips: [UInt8], _ firstChunk: Int64) {
    let chunkCount = (list.blockCount + ImpactSegmentWriter.blocksOfChunk - 1) / ImpactSegmentWriter.blocksOfChunk
    lists.append(
      LongList(count: list.count, firstChunk: firstChunk, chunks: Array(repeating: nil, count: chunkCount)))
    if firstBlocks.isEmpty { firstBlocks = Array(repeating: .max, count: windowImpacts.count) }
    blocks.reserveCapacity(blocks.count + list.blockCount)
    var previous: UInt32 = 0
    skips.withUnsafeBytes { raw in
      for number in 0..<list.blockCount {
        let last = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: 7 * number, as: UInt32.self))
        let step = raw[7 * number + 4]
        let offset = UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: 7 * number + 5, as: UInt16.self))
        let impact = ImpactScale.impact(ofStep: max(step, 1))
        // Windows are few: where the file is damaged no article lies beyond them.
        let firstArticle = max(previous &+ 1, list.firstArticle)
        let first = SearchWindow.of(firstArticle)
        let end = min(SearchWindow.of(last), windowImpacts.count - 1)
        if first <= end {
          for window in first...end {
            if windowImpacts[window] < impact { windowImpacts[window] = impact }
            if firstBlocks[window] == .max { firstBlocks[window] = UInt32(blocks.count) }
          }
        }
        blocks.append(
          Block(
            previous: previous, first: firstArticle, last: last, list: UInt16(truncatingIfNeeded: lists.count - 1),
            number: UInt32(number), step: step, offset: offset))
        previous = last
      }
    }
  }

  private func decode(_ block: Block) throws(SQLiteError) {
    let list = Int(block.list)
    let chunk = Int(block.number) / ImpactSegmentWriter.blocksOfChunk
    if lists[list].chunks[chunk] == nil {
      lists[list].chunks[chunk] = try impacts.chunk(lists[list].firstChunk + 1 + Int64(chunk))
    }
    let rest = lists[list].count - Int(block.number) * PostingEncoding.blockSize
    // More blocks than a window can hold are in damaged files only.
    guard decoded.count + PostingEncoding.blockSize <= decoded.capacity else {
      throw PostingListReader.damaged
    }
    lists[list].chunks[chunk]?.withUnsafeBytes { raw in
      var decoder = PostingDecoder(raw, at: Int(block.offset))
      if rest >= PostingEncoding.blockSize {
        decoder.block(after: block.previous, into: decoded)
      } else {
        decoder.rest(rest, after: block.previous, into: decoded)
      }
    }
  }
}
