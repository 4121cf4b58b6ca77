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
