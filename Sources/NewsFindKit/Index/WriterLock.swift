import Glibc

/// Makes sure that one run at a time writes an index, from its beginning to its end.
///
/// A lock on a file beside the index, which the system lifts when the process ends, however it ends: nothing can be left
/// locked. (Not on the index itself: to close it would lift SQLite's own locks.)
///
/// Related documentation: <https://man7.org/linux/man-pages/man2/flock.2.html>
final class WriterLock {
  private let path: String
  private let descriptor: Int32

  /// - Parameters:
  ///   - index: The path of the index.
  ///   - waits: Whether to wait until others are done.
  /// - Throws: ``NewsIndexError/beingWritten(path:process:)`` when another run writes, and it is not waited for.
  init(of index: String, waits: Bool) throws {
    path = index + "-lock"
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else {
        throw NewsIndexError.cannotOpen(path: path, detail: String(cString: strerror(errno)))
      }
      while flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
        if errno == EINTR { continue }
        let reason = errno
        let process = Self.process(descriptor)
        close(descriptor)
        guard reason == EWOULDBLOCK else {
          throw NewsIndexError.cannotOpen(path: path, detail: String(cString: strerror(reason)))
        }
        throw NewsIndexError.beingWritten(path: index, process: process)
      }
      // Whoever had the lock before may have taken its file away: then others lock another one.
      if Self.isSame(descriptor, path) {
        self.descriptor = descriptor
        Self.write(getpid(), descriptor)
        return
      }
      close(descriptor)
    }
  }

  deinit {
    // While it is locked: nobody else can have taken it for theirs.
    unlink(path)
    close(descriptor)
  }

  private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var one = stat()
    var other = stat()
    return fstat(descriptor, &one) == 0 && stat(path, &other) == 0 && one.st_dev == other.st_dev
      && one.st_ino == other.st_ino
  }

  /// Writes who has the lock: for people, nothing depends on it.
  private static func write(_ process: pid_t, _ descriptor: Int32) {
    let text = Array("\(process)\n".utf8)
    ftruncate(descriptor, 0)
    pwrite(descriptor, text, text.count, 0)
  }

  private static func process(_ descriptor: Int32) -> Int32? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    return Int32(String(decoding: bytes[..<count].prefix { $0 != 0x0A }, as: UTF8.self))
  }
}
