/// What FTS5 notes of its index: which segments there are.
///
/// A cookie of four bytes, then varints: the number of levels, of segments, a counter; of each level how many segments are being
/// merged and how many there are; of each segment its id, its first leaf and its last.
///
/// Source: the file format as SQLite's `fts5_index.c` describes it.
struct FullTextStructure {
  /// The row of `article_text_data` that holds it.
  static let row: Int64 = 10
  private static let greatestCount: UInt64 = 2_000

  /// The segments, the newest first: of an article that several name, the first of them tells what holds.
  let segments: [FullTextSegment]

  /// - Parameter bytes: The record; `nil` where it is not understood.
  init?(_ bytes: [UInt8]) {
    let segments: [FullTextSegment]? = bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress, buffer.count > 4 else { return nil }
      var place = 4
      func number() -> UInt64? { FullTextVarint.read(start, &place, end: buffer.count) }
      guard let levelCount = number(), levelCount <= Self.greatestCount,
        let segmentCount = number(), segmentCount <= Self.greatestCount, number() != nil
      else { return nil }
      var segments: [FullTextSegment] = []
      for _ in 0..<levelCount {
        guard number() != nil, let count = number(), count <= Self.greatestCount else { return nil }
        var level: [FullTextSegment] = []
        for _ in 0..<count {
          guard let id = number(), id > 0, id < 1 << 16, let first = number(), let last = number(),
            first <= last, last < 1 << 31
          else { return nil }
          // One that was merged altogether has no leaves any more.
          if first > 0 { level.append(FullTextSegment(id: Int64(id), leaves: Int64(first)...Int64(last))) }
        }
        segments += level.reversed()
      }
      return place == buffer.count && segments.count <= segmentCount ? segments : nil
    }
    guard let segments else { return nil }
    self.segments = segments
  }
}
