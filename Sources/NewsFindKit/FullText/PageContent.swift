/// The bytes of a page of a full-text segment while it is filled.
///
/// Source: the comment "PAGE FORMAT" in SQLite's ext/fts5/fts5_index.c.
struct PageContent {
  /// Where the first article that is not behind a term begins, and where the list of terms does.
  static let headerCount = 4

  private let storage: Storage
  private(set) var count = headerCount

  private final class Storage {
    let start: UnsafeMutablePointer<UInt8>
    /// Invariant: so many bytes lie behind `start`.
    let capacity: Int

    init(_ capacity: Int) {
      self.capacity = capacity
      start = .allocate(capacity: capacity)
      start.initialize(repeating: 0, count: capacity)
    }

    deinit { start.deallocate() }
  }

  /// - Parameter capacity: The bytes that are to be filled; a little more fits.
  init(capacity: Int) {
    storage = Storage(capacity + 512)
  }

  /// All bytes, as long as nothing is appended.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: storage.start, count: count) }

  @inline(__always)
  mutating func append(_ number: UInt64) {
    precondition(count + SQLiteVarint.maximalCount <= storage.capacity)
    count = SQLiteVarint.put(number, at: storage.start + count) - storage.start
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    precondition(count + bytes.count <= storage.capacity)
    (storage.start + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  /// Notes that the first article that is not behind a term comes next.
  mutating func setFirstRow() {
    put(count, at: 0)
  }

  /// Appends the list of terms.
  mutating func end(with termStarts: [UInt8]) {
    put(count, at: 2)
    termStarts.withUnsafeBufferPointer { append($0) }
  }

  mutating func removeAll() {
    count = Self.headerCount
    put(0, at: 0)
    put(0, at: 2)
  }

  private func put(_ number: Int, at place: Int) {
    storage.start[place] = UInt8(truncatingIfNeeded: number >> 8)
    storage.start[place + 1] = UInt8(truncatingIfNeeded: number)
  }
}
