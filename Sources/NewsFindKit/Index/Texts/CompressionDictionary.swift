/// What the texts of an index have in common: with it a single article is compressed as well as many at once are.
///
/// Every index has its own, made of the first articles that come; it is kept in the table `dictionary`.
struct CompressionDictionary: Hashable, Sendable {
  /// Tells it from others; each frame names that of its dictionary.
  let id: UInt32
  let bytes: [UInt8]

  /// A dictionary is not made of less text than this, in bytes.
  ///
  /// With 0.1 MB articles come to 0.396 of their size, with 0.3 MB to 0.389, with 2.9 MB to 0.388.
  static let minimumSampleBytes = 64 << 10

  /// Its size: twice as much saves two percent and is searched through with every article.
  static let byteCount = 110 << 10
}

#if !Compression
  extension CompressionDictionary {
    /// None: nothing is compressed.
    init?(samples: [ArticleTexts]) { nil }
  }
#endif
