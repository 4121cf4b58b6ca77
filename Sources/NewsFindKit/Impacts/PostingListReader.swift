import SQLiteStore

/// Reads whole lists, for merging and checking.
struct PostingListReader {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// All postings of a list, in the order of their articles.
  ///
  /// - Throws: ``SQLiteError``, also where the file holds less than the list's head says.
  func postings(of list: PostingList) throws(SQLiteError) -> [Posting] {
    // Nothing that is damaged may ask for any amount of memory.
    guard list.count < 1 << 32 else { throw Self.damaged }
    let buffer = PostingBuffer(capacity: PostingEncoding.blockSize)
    var postings: [Posting] = []
    var last: UInt32 = 0
    func take(_ blocks: Range<Int>, _ bytes: UnsafeRawBufferPointer, at place: Int) {
      var decoder = PostingDecoder(bytes, at: place)
      for block in blocks {
        let rest = list.count - block * PostingEncoding.blockSize
        buffer.removeAll()
        if rest >= PostingEncoding.blockSize {
          decoder.block(after: last, into: buffer)
        } else {
          decoder.rest(rest, after: last, into: buffer)
        }
        for place in 0..<buffer.count { postings.append(buffer[place]) }
        last = postings.last?.article ?? 0
      }
    }
    switch list.storage {
    case .short(let bytes):
      guard list.blockCount <= bytes.count else { throw Self.damaged }
      bytes.withUnsafeBytes { take(0..<list.blockCount, $0, at: list.blockCount) }
    case .long(let firstChunk):
      let size = ImpactSegmentWriter.blocksOfChunk
      for chunk in 0..<(list.blockCount + size - 1) / size {
        let blocks = chunk * size..<min((chunk + 1) * size, list.blockCount)
        let row = try connection.cached("SELECT bytes FROM impact_chunk WHERE id = ?1")
        defer { row.reset() }
        guard try row.bind(firstChunk + 1 + Int64(chunk), at: 1).step() else { throw Self.damaged }
        row.withBytes(0) { take(blocks, $0, at: 0) }
      }
    }
    return postings
  }

  static let damaged = SQLiteError(code: .corrupt, message: "a list of postings is not complete")
}
