/// A number of 64 bits that is nearly the same for texts that are nearly the same.
///
/// SimHash over rows of three terms, of which every fourth, chosen by its hash, takes part: Charikar, "Similarity Estimation
/// Techniques from Rounding Algorithms" (2002); Manku, Jain, Das Sarma, "Detecting Near-Duplicates for Web Crawling" (2007).
struct Fingerprint {
  private var before: (UInt64, UInt64) = (0, 0)
  private var termCount = 0
  /// Of all terms in order: what is left of a text too short to have rows.
  private var exact: UInt64 = 0
  private var rowCount = 0
  /// How often each bit was set: byte j of lane k counts bit 8j + k.
  private var lanes = SIMD8<UInt64>.zero
  private var lanesCount = 0
  private var counts = [Int](repeating: 0, count: 64)

  private static let lowBits: UInt64 = 0x0101_0101_0101_0101
  private static let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// Fewer rows than these tell only whether two texts are the same.
  private static let fewestRows = 8
  /// Texts of which nine tenths are the same differ in about so many bits; those of which half is, in twice as many.
  private static let nearDistance = 9

  /// Whether two texts are the same or nearly so.
  @inline(__always)
  static func isNear(_ one: UInt64, _ other: UInt64) -> Bool { (one ^ other).nonzeroBitCount <= nearDistance }

  /// Takes the next term of the text.
  @inline(__always)
  mutating func add(_ term: UnsafeBufferPointer<UInt8>) {
    let hash = Self.hash(of: term)
    termCount += 1
    exact = (exact ^ hash) &* Self.prime
    if termCount > 2 {
      var row = before.0 ^ (before.1 << 21 | before.1 >> 43) ^ (hash << 42 | hash >> 22)
      row ^= row >> 32
      row = row &* Self.prime
      row ^= row >> 29
      // Bits 62 and 63 choose; then the row is mixed once more, for they must not be the same in all that take part.
      if row >> 62 == 0 { addRow((row ^ row >> 17) &* Self.prime) }
    }
    before = (before.1, hash)
  }

  /// A hash of a term's first and last eight bytes, and of how many it has.
  @inline(__always)
  private static func hash(of term: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(term)
    let count = bytes.count
    var word: UInt64
    // Each load lies within the term: it has at least as many bytes as are loaded.
    if count >= 8 {
      let first = bytes.loadUnaligned(as: UInt64.self).littleEndian
      let last = bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self).littleEndian
      word = first ^ (last << 23 | last >> 41)
    } else if count >= 4 {
      let first = bytes.loadUnaligned(as: UInt32.self).littleEndian
      let last = bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self).littleEndian
      word = UInt64(first) << 32 | UInt64(last)
    } else {
      word = 0
      for byte in bytes { word = word << 8 | UInt64(byte) }
    }
    word = (word ^ UInt64(count)) &* prime
    return word ^ word >> 29
  }

  private mutating func addRow(_ row: UInt64) {
    let mixed = row ^ row >> 32
    // Written out: shifts of a whole vector by eight different counts are done one by one, and slowly.
    lanes[0] &+= mixed & Self.lowBits
    lanes[1] &+= mixed >> 1 & Self.lowBits
    lanes[2] &+= mixed >> 2 & Self.lowBits
    lanes[3] &+= mixed >> 3 & Self.lowBits
    lanes[4] &+= mixed >> 4 & Self.lowBits
    lanes[5] &+= mixed >> 5 & Self.lowBits
    lanes[6] &+= mixed >> 6 & Self.lowBits
    lanes[7] &+= mixed >> 7 & Self.lowBits
    rowCount += 1
    lanesCount += 1
    if lanesCount == 255 { flush() }
  }

  private mutating func flush() {
    for lane in 0..<8 {
      for byte in 0..<8 { counts[8 * byte + lane] += Int(lanes[lane] >> UInt64(8 * byte) & 0xFF) }
    }
    lanes = .zero
    lanesCount = 0
  }

  /// Whether the text has so few rows that only the same terms are near.
  var isShort: Bool { rowCount < Self.fewestRows }

  /// The fingerprint of the terms so far.
  var value: UInt64 {
    guard !isShort else { return exact ^ exact >> 32 }
    var whole = self
    whole.flush()
    return whole.counts.enumerated().reduce(0) { value, bit in
      2 * bit.element > rowCount ? value | 1 << UInt64(bit.offset) : value
    }
  }
}
