extension PostingCursor {
  /// A block of a long list.
  struct Block {
    /// The article before it in its list, and the first that may be in it.
    let previous: UInt32
    let first: UInt32
    let list: UInt32
    let number: UInt32
    /// The chunk of its list that it is in, and where.
    let chunk: UInt32
    let offset: UInt16
    /// Whether it has as many postings as a block may have: what is left over at the end of a list is written otherwise.
    let isPacked: Bool
  }

  /// The chunk that a block was decoded from last: nearly always the next one is from it, too.
  struct LastChunk {
    var list: UInt32 = .max
    var chunk: UInt32 = .max
    /// Valid as long as the cursor, which keeps the chunks of its lists.
    var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
  }

  /// A long list.
  struct LongList {
    let count: Int
    let firstChunk: Int64
    /// Its skips, and behind them the greatest impacts of ranges.
    let head: PaddedBytes
    let firstRange: Int
    var chunks: [PaddedBytes?]

    private var skipCount: Int { PostingList.blockCount(of: count) * ImpactSegmentWriter.skipSize }
    /// Of so many ranges the greatest impact is known.
    var rangeCount: Int { head.count - skipCount }
    /// That of the first range, and of those behind it.
    var ranges: UnsafeRawPointer { UnsafeRawPointer(head.start + skipCount) }
  }
}
