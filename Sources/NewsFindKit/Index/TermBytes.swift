import Glibc

/// Terms one behind the other while a text is analyzed: for each its length in a byte, then its bytes.
///
/// Millions of terms pass here: room is looked for once a term, and its bytes are copied in as few steps as there can be.
struct TermBytes: ~Copyable {
  /// Invariant: room for `capacity` bytes, of which the first `count` are initialized.
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  /// The highest bit of the length marks a term at the position of the one before it.
  static let colocated: UInt8 = 0x80
  /// A term's length, and its bytes.
  private static let largestTerm = 1 + 127

  /// - Parameter capacity: How many bytes are expected.
  init(capacity: Int) {
    self.capacity = max(capacity, Self.largestTerm)
    start = .allocate(capacity: self.capacity)
  }

  deinit {
    start.deallocate()
  }

  /// Appends a term.
  ///
  /// - Parameters:
  ///   - term: 1 to 127 bytes.
  ///   - mark: 0, or ``colocated``.
  @inline(__always)
  mutating func append(_ term: UnsafeBufferPointer<UInt8>, mark: UInt8 = 0) {
    if capacity &- count < Self.largestTerm { grow() }
    start[count] = UInt8(truncatingIfNeeded: term.count) | mark
    Self.copy(term, to: UnsafeMutableRawPointer(start + (count &+ 1)))
    count &+= 1 &+ term.count
  }

  /// A copy of all bytes.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  /// Up to sixteen bytes are two loads that overlap.
  @inline(__always)
  private static func copy(_ term: UnsafeBufferPointer<UInt8>, to target: UnsafeMutableRawPointer) {
    guard let bytes = term.baseAddress else { return }
    let source = UnsafeRawPointer(bytes)
    let count = term.count
    if count > 16 {
      memcpy(target, source, count)
    } else if count >= 8 {
      let last = source.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      target.storeBytes(of: source.loadUnaligned(as: UInt64.self), as: UInt64.self)
      target.storeBytes(of: last, toByteOffset: count &- 8, as: UInt64.self)
    } else if count >= 4 {
      let last = source.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      target.storeBytes(of: source.loadUnaligned(as: UInt32.self), as: UInt32.self)
      target.storeBytes(of: last, toByteOffset: count &- 4, as: UInt32.self)
    } else {
      for index in 0..<count {
        target.storeBytes(
          of: source.load(fromByteOffset: index, as: UInt8.self), toByteOffset: index, as: UInt8.self)
      }
    }
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: start, count: count)
    start.deallocate()
    start = larger
    capacity *= 2
  }
}
