import Glibc

/// The processor time of the calling thread: what others do on the machine does not count.
enum ThreadClock {
  /// Seconds of processor time that some work takes.
  static func measure(_ work: () -> Void) -> Double {
    let start = now
    work()
    return now - start
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
