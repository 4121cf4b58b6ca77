import Glibc

/// How fast news age: after such a time an article's score counts half.
public struct HalfLife: Sendable, Hashable {
  /// In minutes; above 0.
  public let minutes: Int

  private static let minutesOfDay = 1_440

  /// A time written as a number and a unit; `nil` for anything else, for 0, and for more than 10,000 years.
  ///
  /// - Parameter text: A whole number of days (`30d`, or `30j`), weeks (`w`, `s`), months of 30 days (`m`) or years of 365
  ///   days (`y`, `a`).
  public init?(_ text: String) {
    guard let unit = text.last, let count = Int(text.dropLast()), count > 0, count <= 3_650_000,
      text.first != "+"
    else { return nil }
    let days: Int
    switch unit {
    case "d", "j": days = 1
    case "w", "s": days = 7
    case "m": days = 30
    case "y", "a": days = 365
    default: return nil
    }
    guard count * days <= 3_650_000 else { return nil }
    minutes = count * days * Self.minutesOfDay
  }

  /// More halvings than these tell nothing.
  private static let mostHalvings = 200.0

  /// What an article's score is multiplied with: 1 for one of now or later, above 0 always.
  ///
  /// - Parameters:
  ///   - date: In minutes since 1970; an article without a date counts as very old.
  ///   - now: The same.
  /// - Returns: A half for each half-life of age.
  func factor(of date: Int32, now: Int32) -> Double {
    guard date != ArticleTraits.noDate else { return exp2(-Self.mostHalvings) }
    let age = max(Double(now) - Double(date), 0)
    return exp2(-min(age / Double(minutes), Self.mostHalvings))
  }
}
