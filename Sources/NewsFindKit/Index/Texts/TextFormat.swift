/// How new texts of an index are kept.
struct TextFormat: Hashable, Sendable {
  var compression: TextCompression
  /// One that the index has, or will have before its first use; `nil` until there are enough texts to make one.
  var dictionary: CompressionDictionary?

  /// Texts as they are.
  static let plain = TextFormat(compression: .none)
}
