import Glibc

/// Why bytes cannot be read, in words for people.
struct ReadFailure: Error, Hashable {
  let reason: String
  /// How many bytes of the source are known to be as they were, if that is known: damage shows behind it only.
  var wholeCount: Int?

  init(_ reason: String) {
    self.reason = reason
  }

  /// What the system said of the last call of this thread.
  static func ofSystem() -> ReadFailure { ReadFailure(String(cString: strerror(errno))) }
}
