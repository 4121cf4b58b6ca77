import Glibc

/// A buffered stream to a file descriptor.
struct ByteOutput: ~Copyable {
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  private static let capacity = 1 << 16

  /// A stream to a descriptor that somebody else closes.
  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  mutating func write(_ text: String) throws(OutputError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.capacity { try flush() }
  }

  mutating func write(_ bytes: some Sequence<UInt8>) throws(OutputError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Hands what is buffered to the system.
  mutating func flush() throws(OutputError) {
    var done = 0
    while done < buffer.count {
      let written = buffer.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw errno == EPIPE ? .closedPipe : .failed(String(cString: strerror(errno)))
      }
      done += written
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
