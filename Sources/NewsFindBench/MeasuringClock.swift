import Glibc

/// What time is measured by.
enum MeasuringClock: String {
  /// The time that passes, as people feel it.
  case wall
  /// The processor time of the calling thread: what others do on the machine does not count.
  case cpu

  /// The time since some moment in the past.
  var now: Duration {
    var time = timespec()
    clock_gettime(self == .wall ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// The time that some work takes.
  func measure(_ work: () throws -> Void) rethrows -> Duration {
    let start = now
    try work()
    return now - start
  }
}
