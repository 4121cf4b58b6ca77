/// Reads the terms of a row of `impact_leaf`, one after the other.
struct ImpactLeaf {
  private let bytes: [UInt8]
  private var place = 0
  /// The term it stands at; empty before the first.
  private(set) var term: [UInt8] = []

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Goes on to the next term.
  ///
  /// - Returns: Its postings; `nil` at the end.
  mutating func next() -> PostingList? {
    let bytes = bytes
    return bytes.withUnsafeBytes { raw in
      guard let (count, isLong, number) = header(raw) else { return nil }
      if isLong { return PostingList(count: count, storage: .long(firstChunk: Int64(clamping: number))) }
      let end = min(place + Int(clamping: number), bytes.count)
      defer { place = end }
      return PostingList(count: count, storage: .short(Array(bytes[place..<end])))
    }
  }

  /// Looks a term up, in a leaf that nothing was read of.
  mutating func find(_ wanted: [UInt8]) -> PostingList? {
    let bytes = bytes
    return bytes.withUnsafeBytes { raw in
      while let (count, isLong, number) = header(raw) {
        let end = isLong ? place : min(place + Int(clamping: number), bytes.count)
        if term == wanted {
          return isLong
            ? PostingList(count: count, storage: .long(firstChunk: Int64(clamping: number)))
            : PostingList(count: count, storage: .short(Array(bytes[place..<end])))
        }
        place = end
        if wanted.lexicographicallyPrecedes(term) { return nil }
      }
      return nil
    }
  }

  /// Reads a term, how many postings it has, and the number of their bytes or of their first chunk.
  private mutating func header(_ raw: UnsafeRawBufferPointer) -> (count: Int, isLong: Bool, number: UInt64)? {
    guard place + 2 < raw.count else { return nil }
    let shared = Int(raw[place])
    let rest = Int(raw[place + 1])
    guard shared <= term.count, place + 2 + rest <= raw.count else { return nil }
    term.removeLast(term.count - shared)
    term.append(contentsOf: raw[place + 2..<place + 2 + rest])
    var decoder = PostingDecoder(raw, at: place + 2 + rest)
    let count = decoder.varint()
    let number = decoder.varint()
    place = decoder.offset
    // Only damaged files state more: nothing is computed from that.
    guard count < 1 << 33, number < 1 << 48 else { return nil }
    return (Int(clamping: count >> 1), count & 1 == 1, number)
  }
}
