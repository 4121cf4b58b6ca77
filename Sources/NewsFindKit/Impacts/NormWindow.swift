/// The lengths of 2,048 articles with successive rows: what weakens the words of long ones.
///
/// In bytes, little-endian: 2,048 × text length (2), 2,048 × title length (1), in tokens. An article that is not there, or
/// not there any more, has neither.
struct NormWindow {
  static let articleCount = 2048
  static let byteCount = articleCount * 3
  private static let titles = articleCount * 2

  /// Always ``byteCount`` bytes.
  private(set) var bytes: [UInt8]

  init() {
    bytes = [UInt8](repeating: 0, count: Self.byteCount)
  }

  /// A window as the file holds it; `nil` when it has another size.
  init?(bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
  }

  /// The window that holds an article, and its place there.
  static func place(of article: Int64) -> (window: Int64, slot: Int) {
    (article >> 11, Int(article & 2047))
  }

  /// The lengths of one article of the window.
  subscript(slot: Int) -> ArticleLengths {
    get {
      precondition(slot >= 0 && slot < Self.articleCount)
      return ArticleLengths(
        text: UInt16(bytes[2 * slot]) | UInt16(bytes[2 * slot + 1]) << 8, title: bytes[Self.titles + slot])
    }
    set {
      precondition(slot >= 0 && slot < Self.articleCount)
      bytes[2 * slot] = UInt8(truncatingIfNeeded: newValue.text)
      bytes[2 * slot + 1] = UInt8(truncatingIfNeeded: newValue.text >> 8)
      bytes[Self.titles + slot] = newValue.title
    }
  }
}
