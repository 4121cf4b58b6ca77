import Glibc

/// The hash of all bytes of a file.
enum FileHash {
  /// Larger files are read again rather than read twice, in bytes.
  static let maximumSize = 256 << 20

  /// The hash of a file's bytes, 16 bytes; `nil` where it cannot be read or is larger than ``maximumSize``.
  static func of(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= maximumSize
    else { return nil }
    var hash = WideHash()
    return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
      var total = 0
      while true {
        // Whole buffers but for the last: the hash takes many bytes at a time.
        var count = 0
        while count < buffer.count {
          let got = read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
          if got < 0, errno == EINTR { continue }
          guard got >= 0 else { return nil }
          if got == 0 { break }
          count += got
        }
        hash.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        total += count
        if total > maximumSize { return nil }
        if count < buffer.count { return hash.bytes }
      }
    }
  }
}
