/// The folded bytes of the word that is being read: one buffer, reused from word to word.
///
/// Bytes beyond ``maximum`` are counted by nobody and dropped: a term need not tell two such words apart.
struct WordBuffer: ~Copyable {
  /// The longest term, in bytes.
  static let maximum = 120

  /// Invariant: `maximum + 16` bytes are allocated; those from `count` on are unspecified but may be read, so that words
  /// can be hashed and compared eight bytes at a time.
  private let storage: UnsafeMutablePointer<UInt8>
  private(set) var count = 0

  init() {
    storage = .allocate(capacity: Self.maximum + 16)
    storage.initialize(repeating: 0, count: Self.maximum + 16)
  }

  deinit {
    storage.deallocate()
  }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: storage, count: count) }

  @inline(__always)
  mutating func append(_ scalar: borrowing FoldedScalar) {
    append(scalar.bytes, scalar.byteCount)
  }

  /// Appends one byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    // Always written: the allocation is longer than `maximum`.
    storage[count] = byte
    if count < Self.maximum { count += 1 }
  }

  /// Appends up to four bytes, the first in the lowest eight bits.
  @inline(__always)
  mutating func append(_ bytes: UInt32, _ byteCount: Int) {
    guard count + byteCount <= Self.maximum else { return }
    // Four bytes are always written; only `byteCount` of them are counted.
    UnsafeMutableRawPointer(storage + count).storeBytes(of: bytes.littleEndian, as: UInt32.self)
    count += byteCount
  }

  /// Replaces what it holds by a short word.
  @inline(__always)
  mutating func set(_ word: ShortWord) {
    // Sixteen bytes are always written; only `count` of them are counted.
    let bytes = UnsafeMutableRawPointer(storage)
    bytes.storeBytes(of: word.low.littleEndian, as: UInt64.self)
    bytes.storeBytes(of: word.high.littleEndian, toByteOffset: 8, as: UInt64.self)
    count = word.count
  }

  /// Makes a capital of the first letter, which must be one of ASCII.
  mutating func capitalize() {
    storage[0] &= ~0x20
  }

  /// Appends what another buffer holds.
  mutating func append(_ other: borrowing WordBuffer) {
    for byte in other.bytes { append(byte) }
  }

  /// The number of ASCII digits it begins with.
  var leadingDigitCount: Int {
    bytes.firstIndex { $0 &- UInt8(ascii: "0") >= 10 } ?? count
  }

  @inline(__always)
  mutating func clear() {
    count = 0
  }

  /// Takes back what was appended after the buffer held `count` bytes.
  mutating func truncate(to count: Int) {
    self.count = min(self.count, count)
  }

  /// Whether the bytes from `offset` on are exactly those of an ASCII text.
  func holds(_ text: StaticString, from offset: Int = 0) -> Bool {
    count == offset + text.utf8CodeUnitCount && begins(with: text, from: offset)
  }

  /// Whether the bytes from `offset` on begin with an ASCII text.
  func begins(with text: StaticString, from offset: Int = 0) -> Bool {
    guard count >= offset + text.utf8CodeUnitCount else { return false }
    for index in 0..<text.utf8CodeUnitCount where storage[offset + index] != text.utf8Start[index] {
      return false
    }
    return true
  }

  /// The byte at `index`, or 0 past the end.
  func byte(at index: Int) -> UInt8 {
    index < count ? storage[index] : 0
  }
}
