import Glibc

/// Hands out the lines of a text; memory does not grow with the text, only with its longest line.
struct LineReader {
  /// What stands on a line.
  enum Line {
    /// Its bytes without the line feed.
    case bytes(ArraySlice<UInt8>)
    /// It was longer than ``maximum`` and was passed over.
    case tooLong
  }

  /// The longest line that is read, in bytes: no article is as long.
  static let maximum = 32 << 20

  private static let chunk = 1 << 18

  private let bytes: any ByteSource
  private var buffer: [UInt8]
  private var position = 0
  private var isAtEnd = false
  /// The number of the line that was handed out last, from 1.
  private(set) var number = 0

  /// - Parameters:
  ///   - bytes: What follows `head`.
  ///   - head: The beginning, read already.
  init(_ bytes: any ByteSource, head: [UInt8]) {
    self.bytes = bytes
    buffer = head
  }

  /// The next line; `nil` at the end.
  mutating func next() throws(ReadFailure) -> Line? {
    var searched = position
    while true {
      if let feed = lineFeed(from: searched) {
        number += 1
        defer { position = feed + 1 }
        return .bytes(buffer[position..<feed])
      }
      searched = buffer.count
      if isAtEnd {
        guard position < buffer.count else { return nil }
        number += 1
        defer { position = buffer.count }
        return .bytes(buffer[position...])
      }
      if buffer.count - position > Self.maximum { return try passOver() }
      searched -= position
      buffer.removeFirst(position)
      position = 0
      isAtEnd = try !bytes.read(Self.chunk, into: &buffer)
    }
  }

  /// Reads on to the end of a line that is too long, and keeps nothing of it.
  private mutating func passOver() throws(ReadFailure) -> Line {
    number += 1
    while true {
      buffer.removeAll(keepingCapacity: false)
      position = 0
      guard try bytes.read(Self.chunk, into: &buffer) else {
        isAtEnd = true
        return .tooLong
      }
      if let feed = lineFeed(from: 0) {
        position = feed + 1
        return .tooLong
      }
    }
  }

  private func lineFeed(from start: Int) -> Int? {
    guard start < buffer.count else { return nil }
    return buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let found = memchr(base + start, 0x0A, bytes.count - start) else {
        return nil
      }
      return UnsafeRawPointer(found) - base
    }
  }
}
