/// 1,024 articles with successive rows: a search looks at one such window after the other, the most promising first.
///
/// A window has sixteen ranges of 64 articles: of frequent terms the greatest impact in each is known.
enum SearchWindow {
  static let shift: UInt32 = 10
  static let size = 1 << 10
  /// The places of articles in a window.
  static let slots = 0..<size
  static let rangeShift: UInt32 = 6
  static let rangeCount = 16

  /// The window of an article.
  @inline(__always)
  static func of(_ article: UInt32) -> Int { Int(article >> shift) }

  /// The first article of a window.
  @inline(__always)
  static func start(_ window: Int) -> UInt32 { UInt32(truncatingIfNeeded: window) << shift }
}
