import Glibc

/// Doclists that do not fit in memory: runs of terms in the order of their bytes, in a file without a name.
///
/// The articles of each run are behind those of the run before. A term is a byte with its length, and its bytes; then numbers: its
/// last article and the bytes of its doclist; then those.
final class DoclistRuns {
  private let path: String
  private let descriptor: Int32
  /// Where each run lies.
  private(set) var ranges: [Range<Int>] = []
  private var buffer: [UInt8] = []
  private var start = 0
  private var end = 0

  /// So many bytes are written at once.
  private static let bufferSize = 1 << 20

  /// - Parameter path: Where the file may be made; at once it has no name any more, and is gone with its process.
  /// - Throws: ``NewsIndexError``.
  init(at path: String) throws {
    self.path = path
    unlink(path)
    descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.error(path) }
    unlink(path)
    buffer.reserveCapacity(Self.bufferSize)
  }

  deinit {
    close(descriptor)
  }

  /// Appends a term to the run at hand.
  ///
  /// - Throws: ``NewsIndexError``: the disk is full, or fails.
  func append(_ term: UnsafeBufferPointer<UInt8>, _ doclist: Doclist) throws {
    if buffer.count + term.count + 32 + min(doclist.bytes.count, Self.bufferSize) > Self.bufferSize {
      try flush()
    }
    buffer.append(UInt8(truncatingIfNeeded: term.count))
    buffer.append(contentsOf: term)
    SQLiteVarint.append(UInt64(bitPattern: doclist.last), to: &buffer)
    SQLiteVarint.append(UInt64(doclist.bytes.count), to: &buffer)
    if doclist.bytes.count > Self.bufferSize / 2 {
      try flush()
      try write(UnsafeRawBufferPointer(doclist.bytes))
    } else {
      buffer.append(contentsOf: doclist.bytes)
    }
  }

  /// Appends all that a collector holds as a run, and empties it.
  ///
  /// - Throws: ``NewsIndexError``.
  func appendRun(_ collector: DoclistCollector) throws {
    try collector.drain { try append($0, $1) }
    try endRun()
  }

  /// Ends the run at hand.
  ///
  /// - Throws: ``NewsIndexError``.
  func endRun() throws {
    try flush()
    ranges.append(start..<end)
    start = end
  }

  /// A reader of each run.
  func readers() -> [DoclistRunReader] {
    ranges.map { DoclistRunReader(self, $0) }
  }

  /// Reads bytes of the file.
  ///
  /// - Throws: ``NewsIndexError``.
  func read(_ range: Range<Int>, into target: UnsafeMutableRawPointer) throws {
    var done = 0
    while done < range.count {
      let count = pread(descriptor, target + done, range.count - done, off_t(range.lowerBound + done))
      guard count > 0 else {
        if count < 0, errno == EINTR { continue }
        throw Self.error(path)
      }
      done += count
    }
  }

  private func flush() throws {
    try buffer.withUnsafeBytes { try write($0) }
    buffer.removeAll(keepingCapacity: true)
  }

  private func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes
    while let address = rest.baseAddress, !rest.isEmpty {
      let count = pwrite(descriptor, address, rest.count, off_t(end))
      guard count > 0 else {
        if count < 0, errno == EINTR { continue }
        throw Self.error(path)
      }
      end += count
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  private static func error(_ path: String) -> NewsIndexError {
    errno == ENOSPC || errno == EFBIG || errno == EDQUOT
      ? .noSpace(path: path) : .cannotOpen(path: path, detail: String(cString: strerror(errno)))
  }
}
