/// The postings of a term in one segment, as they are stored.
struct PostingList {
  /// How many there are.
  let count: Int
  let storage: Storage
  /// No article before this one is in it.
  var firstArticle: UInt32 = 0

  enum Storage {
    /// The greatest impacts of the blocks, a byte each, and the blocks.
    case short([UInt8])
    /// In rows of `impact_chunk` from this one on.
    case long(firstChunk: Int64)
  }

  /// The number of its blocks.
  var blockCount: Int { Self.blockCount(of: count) }

  static func blockCount(of count: Int) -> Int {
    (count + PostingEncoding.blockSize - 1) / PostingEncoding.blockSize
  }
}
