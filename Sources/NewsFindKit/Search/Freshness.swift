import Glibc

/// A half-life at a moment.
struct Freshness: Hashable {
  let halfLife: HalfLife
  /// In minutes since 1970.
  let now: Int32

  /// What an article's score is multiplied with.
  @inline(__always)
  func factor(of date: Int32) -> Double { halfLife.factor(of: date, now: now) }

  /// The time by this machine's clock, in minutes since 1970.
  static var currentMinute: Int32 { Int32(clamping: time(nil) / 60) }
}
