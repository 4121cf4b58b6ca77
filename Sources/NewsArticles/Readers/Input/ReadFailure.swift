import Glibc

/// Why bytes cannot be read, in words for people.
struct ReadFailure: Error, Hashable {
  let reason: String

  init(_ reason: String) {
    self.reason = reason
  }

  /// What the system said of the last call of this thread.
  static func ofSystem() -> ReadFailure { ReadFailure(String(cString: strerror(errno))) }
}
