import Glibc

/// An open file, read from its beginning to its end.
final class InputFile {
  private let descriptor: Int32
  /// The number of bytes that were read so far.
  private(set) var bytesRead = 0

  /// - Throws: The reason as a ``Rejection``.
  init(_ path: String) throws(Rejection) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Rejection(path: path, reason: SystemReason.last()) }
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  deinit {
    close(descriptor)
  }

  /// Appends up to `count` bytes to `buffer`.
  ///
  /// - Returns: False at the end of the file.
  /// - Throws: The system's error number.
  func read(_ count: Int, into buffer: inout [UInt8]) throws(SystemReason) -> Bool {
    let got = withUnsafeTemporaryAllocation(byteCount: count, alignment: 1) { bytes in
      var got = Glibc.read(descriptor, bytes.baseAddress, count)
      while got < 0, errno == EINTR { got = Glibc.read(descriptor, bytes.baseAddress, count) }
      buffer += UnsafeRawBufferPointer(rebasing: bytes[..<max(got, 0)])
      return got
    }
    if got < 0 { throw SystemReason(number: errno) }
    bytesRead += got
    return got > 0
  }
}

/// Why the system refused something.
struct SystemReason: Error, Hashable {
  let number: Int32

  /// The system's own words for it.
  var text: String { String(cString: strerror(number)) }

  /// The words for the last error of this thread.
  static func last() -> String { SystemReason(number: errno).text }
}
