extension FullTextStructure {
  /// The segments that a record names, the newest first: of an article that several name, the first of them tells what holds.
  ///
  /// - Parameter record: As the row ``FullTextTables/structureRow`` holds it.
  /// - Returns: The segments; `nil` where the record is not understood.
  static func segments(in record: [UInt8]) -> [FullTextSegment]? {
    record.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress, bytes.count > cookieCount else { return nil }
      var place = cookieCount
      func number() -> UInt64? { SQLiteVarint.read(start, &place, end: bytes.count) }
      guard let levelCount = number(), levelCount <= segmentLimit, let segmentCount = number(),
        segmentCount <= segmentLimit, number() != nil
      else { return nil }
      var segments: [FullTextSegment] = []
      for _ in 0..<levelCount {
        guard let mergedCount = number(), let count = number(), count <= segmentLimit else { return nil }
        var level: [FullTextSegment] = []
        for place in 0..<count {
          guard let id = number(), id > 0, id < 1 << 16, let first = number(), let last = number(),
            first <= last, last < 1 << 31
          else { return nil }
          // One that was merged altogether has no leaves any more.
          guard first > 0 else { continue }
          level.append(
            FullTextSegment(
              id: Int64(id), leaves: Int64(first)...Int64(last), isBeingMerged: place < mergedCount))
        }
        segments += level.reversed()
      }
      return place == bytes.count && segments.count <= segmentCount ? segments : nil
    }
  }
}
