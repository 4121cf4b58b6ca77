import SQLiteStore

extension PostingCursor {
  private func note(_ step: UInt8, _ postings: Range<Int>) {
    let impact = ImpactScale.impact(ofStep: max(step, 1))
    for place in postings {
      let number = SearchWindow.of(whole.articles[place])
      if number < windowImpacts.count, windowImpacts[number] < impact { windowImpacts[number] = impact }
    }
  }

  func addShort(_ list: PostingList, _ bytes: [UInt8]) throws(SQLiteError) {
    guard list.blockCount <= bytes.count, list.count <= Self.wholeLimit else {
      throw PostingListReader.damaged
    }
    bytes.withUnsafeBytes { raw in
      var decoder = PostingDecoder(raw, at: list.blockCount)
      _ = decode(list, 0..<list.blockCount, after: 0, &decoder) { raw[$0] }
    }
  }

  func addWhole(
    _ list: PostingList, _ head: PaddedBytes, _ firstChunk: Int64
  ) throws(SQLiteError) {
    var last: UInt32 = 0
    var block = 0
    var number = firstChunk
    while block < list.blockCount {
      number += 1
      let chunk = try impacts.chunk(number)
      var end = block + 1
      while end < list.blockCount, Self.offset(of: end, head) > 0 { end += 1 }
      last = withExtendedLifetime((head, chunk)) {
        var decoder = PostingDecoder(chunk.buffer, at: 0)
        return decode(list, block..<end, after: last, &decoder) {
          head.buffer[$0 * ImpactSegmentWriter.skipSize + 4]
        }
      }
      block = end
    }
  }

  /// Where a block begins in its chunk.
  static func offset(of block: Int, _ head: PaddedBytes) -> UInt16 {
    withExtendedLifetime(head) {
      UInt16(
        littleEndian: (head.start + ImpactSegmentWriter.skipSize * block)
          .loadUnaligned(fromByteOffset: 5, as: UInt16.self))
    }
  }

  /// Decodes blocks of a list all of whose postings are wanted.
  ///
  /// - Returns: The last article.
  private func decode(
    _ list: PostingList, _ blocks: Range<Int>, after previous: UInt32, _ decoder: inout PostingDecoder,
    _ step: (Int) -> UInt8
  ) -> UInt32 {
    var last = previous
    for block in blocks {
      let start = whole.count
      let rest = list.count - block * PostingEncoding.blockSize
      if rest >= PostingEncoding.blockSize {
        last = decoder.block(after: last, into: whole)
      } else {
        decoder.rest(rest, after: last, into: whole)
      }
      note(step(block), start..<whole.count)
    }
    return last
  }
}
