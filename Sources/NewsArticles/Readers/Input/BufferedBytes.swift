/// The bytes of a source with a place in them: for formats that are read by lines and by counts.
struct BufferedBytes {
  private let source: any ByteSource
  private var buffer: [UInt8]
  private var position = 0
  private var isAtEnd = false
  /// How many bytes stand before the place.
  private(set) var offset = 0

  private static let chunk = 1 << 18

  /// - Parameters:
  ///   - source: What follows `head`.
  ///   - head: The beginning, read already.
  init(_ source: any ByteSource, head: [UInt8]) {
    self.source = source
    buffer = head
  }

  /// Whether a byte is left.
  mutating func hasMore() throws(ReadFailure) -> Bool { try available(1) > 0 }

  /// The next bytes, which stay where they are: `count` of them, or all that are left.
  mutating func peek(_ count: Int) throws(ReadFailure) -> ArraySlice<UInt8> {
    // Reading may move the place within the buffer.
    let count = try available(count)
    return buffer[position..<position + count]
  }

  /// Takes so many bytes; `nil` where fewer are left.
  mutating func take(_ count: Int) throws(ReadFailure) -> [UInt8]? {
    guard try available(count) == count else { return nil }
    defer { advance(count) }
    return Array(buffer[position..<position + count])
  }

  /// Takes a line without its end, CR LF or LF; `nil` at the end, or where the line is longer than `maximum`.
  mutating func takeLine(maximum: Int) throws(ReadFailure) -> ArraySlice<UInt8>? {
    var size = 1 << 10
    while true {
      let bytes = try peek(size)
      if let feed = bytes.firstIndex(of: 0x0A) {
        advance(feed + 1 - position)
        let line = bytes[..<feed]
        return line.last == 0x0D ? line.dropLast() : line
      }
      guard bytes.count == size, size < maximum else { return nil }
      size *= 4
    }
  }

  /// Passes over so many bytes.
  ///
  /// - Returns: False where fewer are left: then none is.
  mutating func skip(_ count: Int) throws(ReadFailure) -> Bool {
    var left = count
    while left > 0 {
      let some = try available(min(left, Self.chunk))
      guard some > 0 else { return false }
      advance(some)
      left -= some
    }
    return true
  }

  /// Goes on behind what could not be read; see ``ByteSource/resume(at:)``.
  ///
  /// - Returns: Whether there is something to go on with; what was left before the damage is passed over.
  mutating func resume(at mark: [UInt8]) -> Bool {
    guard source.resume(at: mark) else { return false }
    advance(buffer.count - position)
    return true
  }

  private mutating func advance(_ count: Int) {
    position += count
    offset += count
  }

  /// Reads until so many bytes are there.
  ///
  /// - Returns: The number that is there, if fewer are left.
  private mutating func available(_ count: Int) throws(ReadFailure) -> Int {
    if buffer.count - position < count, position > 0 {
      buffer.removeFirst(position)
      position = 0
    }
    while buffer.count - position < count, !isAtEnd {
      isAtEnd = try !source.read(Self.chunk, into: &buffer)
    }
    return min(buffer.count - position, count)
  }
}
