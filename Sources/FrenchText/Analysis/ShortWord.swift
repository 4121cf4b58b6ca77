/// The folded bytes of a word of at most sixteen, in two registers.
///
/// Nine words in ten are as short; they are compared and hashed without a look at memory.
struct ShortWord: Equatable {
  /// The longest one, in bytes.
  static let maximum = 16

  /// The bytes, the first in the lowest eight bits of `low`; zero behind the last, for no word holds a zero.
  var low: UInt64 = 0
  var high: UInt64 = 0
  var count = 0

  /// An empty word.
  init() {}

  /// The bytes of a buffer; `nil` for more than ``maximum``.
  ///
  /// Invariant of the caller: sixteen bytes may be read, whatever they hold behind the word.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= Self.maximum, let start = bytes.baseAddress else { return nil }
    count = bytes.count
    low = Self.load(start) & Self.mask(min(count, 8))
    high = Self.load(start + 8) & Self.mask(max(count - 8, 0))
  }

  /// Appends up to eight bytes, the first in the lowest bits, zero behind the last; there must be room for them.
  @inline(__always)
  mutating func append(_ bytes: UInt64, _ byteCount: Int) {
    // Without branches: lengths of words cannot be foretold.
    let shift = UInt64(truncatingIfNeeded: count &* 8) & 63
    let isInHigh = 0 &- (UInt64(truncatingIfNeeded: count) &>> 3 & 1)
    let first = bytes &<< shift
    let spilled = (bytes &>> 1) &>> (63 &- shift)
    low |= first & ~isInHigh
    high |= spilled & ~isInHigh | first & isInHigh
    count &+= byteCount
  }

  /// Eight bytes of memory, the first in the lowest bits.
  @inline(__always)
  static func load(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
  }

  /// The bits of the first `count` bytes of eight, 0 to 8.
  @inline(__always)
  static func mask(_ count: Int) -> UInt64 {
    let count = UInt64(truncatingIfNeeded: count)
    return (1 &<< (count &* 8 & 63) &- 1) | (0 &- count &>> 3)
  }
}
