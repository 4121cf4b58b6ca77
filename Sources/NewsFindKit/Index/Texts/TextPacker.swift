/// Brings the texts of articles into the form in which an index keeps them.
///
/// Used by one thread at a time.
final class TextPacker {
  #if Compression
    private let compressor: ZstandardCompressor?
  #endif

  /// How it packs.
  let format: TextFormat

  init(_ format: TextFormat) {
    self.format = format
    #if Compression
      compressor = format.compression == .zstandard ? ZstandardCompressor(format.dictionary) : nil
    #endif
  }

  /// The bytes that `article.texts` shall hold.
  func pack(_ texts: ArticleTexts) -> [UInt8] {
    let bytes = texts.bytes(behind: TextCompression.Form.plain.rawValue)
    #if Compression
      if let packed = compressor?.compress(bytes[1...], behind: TextCompression.Form.zstandard.rawValue),
        packed.count < bytes.count
      {
        return packed
      }
    #endif
    return bytes
  }
}
