import Glibc

/// Reads a run of doclists, term after term.
struct DoclistRunReader {
  private let runs: DoclistRuns
  private var rest: Range<Int>
  private let buffer: Buffer
  /// What is in the buffer and was not read yet.
  private var filled = 0..<0
  /// The term at hand, and its doclist, in the buffer.
  private var term = 0..<0
  private var doclist = (bytes: 0..<0, last: Int64(0))

  /// Enough that reading is not what takes long, little enough for hundreds of runs.
  private static let leastSize = 1 << 17
  private static let headerSize = 128 + 2 * SQLiteVarint.maximalCount

  private final class Buffer {
    var bytes: UnsafeMutablePointer<UInt8>
    /// Invariant: so many bytes lie behind `bytes`, and some more for numbers that are cut off.
    var capacity: Int

    init(_ capacity: Int) {
      self.capacity = capacity
      bytes = .allocate(capacity: capacity + headerSize)
    }

    deinit { bytes.deallocate() }
  }

  init(_ runs: DoclistRuns, _ range: Range<Int>) {
    self.runs = runs
    rest = range
    buffer = Buffer(min(Self.leastSize, range.count))
  }

  /// Goes to the next term.
  ///
  /// - Returns: False where there is none.
  /// - Throws: ``NewsIndexError``.
  mutating func advance() throws -> Bool {
    try fill(atLeast: Self.headerSize)
    guard !filled.isEmpty else { return false }
    let termStart = filled.lowerBound + 1
    term = termStart..<termStart + Int(buffer.bytes[filled.lowerBound])
    let header = UnsafePointer(buffer.bytes + term.upperBound)
    var place = header
    let last = Int64(bitPattern: SQLiteVarint.take(from: &place))
    let count = Int(SQLiteVarint.take(from: &place))
    let headerCount = term.upperBound - filled.lowerBound + (place - header)
    try fill(atLeast: headerCount + count)
    term = filled.lowerBound + 1..<filled.lowerBound + 1 + term.count
    let start = filled.lowerBound + headerCount
    doclist = (start..<start + count, last)
    filled = start + count..<filled.upperBound
    return true
  }

  /// The bytes of the term at hand, until it goes on.
  var currentTerm: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: buffer.bytes + term.lowerBound, count: term.count)
  }

  /// The doclist of the term at hand, until it goes on.
  var currentDoclist: Doclist {
    Doclist(
      bytes: UnsafeBufferPointer(start: buffer.bytes + doclist.bytes.lowerBound, count: doclist.bytes.count),
      last: doclist.last)
  }

  /// Makes sure that so many bytes are in the buffer, or all that are left.
  private mutating func fill(atLeast count: Int) throws {
    guard filled.count < count, !rest.isEmpty else { return }
    if count > buffer.capacity {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: count * 2 + Self.headerSize)
      larger.update(from: buffer.bytes + filled.lowerBound, count: filled.count)
      buffer.bytes.deallocate()
      buffer.bytes = larger
      buffer.capacity = count * 2
    } else {
      buffer.bytes.update(from: buffer.bytes + filled.lowerBound, count: filled.count)
    }
    filled = 0..<filled.count
    let more = min(buffer.capacity - filled.count, rest.count)
    try runs.read(
      rest.lowerBound..<rest.lowerBound + more, into: UnsafeMutableRawPointer(buffer.bytes + filled.count))
    rest = rest.lowerBound + more..<rest.upperBound
    filled = 0..<filled.count + more
  }
}
