import Glibc

/// An open file, read from its beginning to its end.
final class InputFile: ByteSource {
  private let descriptor: Int32
  /// Whether any place in it can be gone to: a zip has its list of members at its end.
  let isSeekable: Bool
  /// The number of bytes that were read so far.
  private(set) var bytesRead = 0

  /// - Parameter path: The file; "-" is standard input.
  /// - Throws: The reason as a ``Rejection``.
  init(_ path: String) throws(Rejection) {
    // A descriptor of its own: closing it leaves standard input to whoever reads it next.
    descriptor = path == "-" ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Rejection(path: path, reason: ReadFailure.ofSystem().reason) }
    var status = stat()
    // Of standard input nobody knows where it began.
    isSeekable = path != "-" && fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  deinit {
    close(descriptor)
  }

  /// Goes to another place, as `lseek` does.
  func seek(_ offset: Int64, _ whence: Int32) -> Int64 { Int64(lseek(descriptor, off_t(offset), whence)) }

  func read(_ count: Int, into buffer: inout [UInt8]) throws(ReadFailure) -> Bool {
    let got = withUnsafeTemporaryAllocation(byteCount: count, alignment: 1) { bytes in
      var got = Glibc.read(descriptor, bytes.baseAddress, count)
      while got < 0, errno == EINTR { got = Glibc.read(descriptor, bytes.baseAddress, count) }
      buffer += UnsafeRawBufferPointer(rebasing: bytes[..<max(got, 0)])
      return got
    }
    if got < 0 { throw ReadFailure.ofSystem() }
    bytesRead += got
    return got > 0
  }
}
