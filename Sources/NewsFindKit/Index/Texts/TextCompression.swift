/// How an index keeps the texts of its articles; the property `compression` of the file.
enum TextCompression: String, Sendable {
  /// As they are.
  case none
  /// Each article a frame of Zstandard.
  case zstandard

  /// That of the indexes which this program makes.
  static var standard: TextCompression {
    #if Compression
      .zstandard
    #else
      .none
    #endif
  }

  /// Whether this program was built with it.
  var isSupported: Bool { self == .none || self == Self.standard }

  /// The first byte of what `article.texts` holds.
  enum Form: UInt8 {
    case plain = 0
    case zstandard = 1
  }
}
