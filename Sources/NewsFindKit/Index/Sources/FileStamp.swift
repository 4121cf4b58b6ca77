import Glibc
import NewsArticles

/// By what a file is known to be the one that was read.
struct FileStamp: Hashable, Sendable {
  /// In bytes.
  let size: Int
  /// When it was last written, in nanoseconds since 1970.
  let modified: Int64
  /// When its reading began, in nanoseconds since 1970.
  let readAt: Int64
  /// The hash of its bytes; `nil` where that was not made.
  var hash: [UInt8]?

  /// Whether it may have been written again since, without size or time telling: file systems count time in ticks, of some
  /// milliseconds or, where they know only whole seconds, of two seconds.
  var isRecent: Bool {
    let tick: Int64 = modified % 1_000_000_000 == 0 ? 2_000_000_000 : 50_000_000
    return modified > readAt - tick
  }

  /// The time by the clock of the system, in nanoseconds since 1970.
  static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
