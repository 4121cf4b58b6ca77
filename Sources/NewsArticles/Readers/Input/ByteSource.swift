/// Bytes that are read one after the other, wherever they come from: a file, standard input, what a compressed file holds,
/// a member of an archive.
///
/// Readers know nothing else of their input. Used by one thread at a time.
protocol ByteSource: AnyObject {
  /// Appends up to `count` bytes to `buffer`, at least one unless the end is reached.
  ///
  /// - Returns: False at the end.
  /// - Throws: Why no more can be read. What was appended before stays good.
  func read(_ count: Int, into buffer: inout [UInt8]) throws(ReadFailure) -> Bool

  /// Goes on behind what could not be read, at the next place where data begin anew and begin with `mark`.
  ///
  /// - Returns: Whether there is such a place; what is read next begins there.
  func resume(at mark: [UInt8]) -> Bool
}

extension ByteSource {
  /// Most data that are damaged have no other place to begin at.
  func resume(at mark: [UInt8]) -> Bool { false }

  /// Reads on until `buffer` holds `count` bytes, or all there are.
  ///
  /// - Throws: Why no more can be read; `buffer` holds what came before.
  func fill(_ buffer: inout [UInt8], to count: Int) throws(ReadFailure) {
    while buffer.count < count, try read(count - buffer.count, into: &buffer) {}
  }

  /// The whole of the bytes, for readers that need all of them.
  ///
  /// - Parameters:
  ///   - head: What was read before.
  ///   - maximum: More bytes than that are no article.
  /// - Returns: All bytes, those of `head` first.
  /// - Throws: Why they cannot be had; too many of them are such a reason.
  func readAll(after head: [UInt8], maximum: Int) throws(ReadFailure) -> [UInt8] {
    var all = head
    while try read(1 << 18, into: &all) {
      if all.count > maximum { throw ReadFailure("larger than \(maximum >> 20) MB: no article is") }
    }
    return all
  }
}

/// A source that is at its end: what there is was read before.
final class NoBytes: ByteSource {
  func read(_ count: Int, into buffer: inout [UInt8]) -> Bool { false }
}

/// A source of which no more can be read, unless it goes on behind the damage: what could be was read before.
final class FailedSource: ByteSource {
  private let source: any ByteSource
  private var failure: ReadFailure?

  init(_ source: any ByteSource, _ failure: ReadFailure) {
    self.source = source
    self.failure = failure
  }

  func read(_ count: Int, into buffer: inout [UInt8]) throws(ReadFailure) -> Bool {
    if let failure { throw failure }
    return try source.read(count, into: &buffer)
  }

  func resume(at mark: [UInt8]) -> Bool {
    guard source.resume(at: mark) else { return false }
    failure = nil
    return true
  }
}
