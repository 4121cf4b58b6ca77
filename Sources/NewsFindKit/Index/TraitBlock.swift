/// The traits of 256 articles with successive ids: one row of `trait_block`.
///
/// A block lies in one page of the file, so a search reads the traits of those blocks only in which it has matches.
/// In bytes, little-endian: 256 × minutes (4), 256 × section (2), 256 × source (2), 256 × text length (2),
/// 256 × title length (1).
struct TraitBlock {
  static let articleCount = 256
  static let byteCount = articleCount * 11

  private static let sections = articleCount * 4
  private static let sources = articleCount * 6
  private static let textLengths = articleCount * 8
  private static let titleLengths = articleCount * 10

  /// Always ``byteCount`` bytes.
  private(set) var bytes: [UInt8]

  /// A block of absent articles.
  init() {
    bytes = [UInt8](repeating: 0, count: Self.byteCount)
    for slot in 0..<Self.articleCount { self[slot] = .absent }
  }

  /// A block as the file holds it; `nil` when it has another size.
  init?(bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
  }

  /// The block that holds an article, and its place there.
  static func place(of articleID: Int64) -> (block: Int64, slot: Int) {
    (articleID >> 8, Int(articleID & 255))
  }

  /// The traits of one article of the block.
  subscript(slot: Int) -> ArticleTraits {
    get {
      precondition(slot >= 0 && slot < Self.articleCount)
      return bytes.withUnsafeBytes { raw in
        var traits = ArticleTraits.absent
        traits.minutes = Int32(littleEndian: raw.loadUnaligned(fromByteOffset: slot * 4, as: Int32.self))
        traits.section = UInt16(
          littleEndian: raw.loadUnaligned(fromByteOffset: Self.sections + slot * 2, as: UInt16.self))
        traits.source = UInt16(
          littleEndian: raw.loadUnaligned(fromByteOffset: Self.sources + slot * 2, as: UInt16.self))
        traits.textLength = UInt16(
          littleEndian: raw.loadUnaligned(fromByteOffset: Self.textLengths + slot * 2, as: UInt16.self))
        traits.titleLength = raw[Self.titleLengths + slot]
        return traits
      }
    }
    set {
      precondition(slot >= 0 && slot < Self.articleCount)
      bytes.withUnsafeMutableBytes { raw in
        raw.storeBytes(of: newValue.minutes.littleEndian, toByteOffset: slot * 4, as: Int32.self)
        raw.storeBytes(
          of: newValue.section.littleEndian, toByteOffset: Self.sections + slot * 2, as: UInt16.self)
        raw.storeBytes(
          of: newValue.source.littleEndian, toByteOffset: Self.sources + slot * 2, as: UInt16.self)
        raw.storeBytes(
          of: newValue.textLength.littleEndian, toByteOffset: Self.textLengths + slot * 2, as: UInt16.self)
        raw[Self.titleLengths + slot] = newValue.titleLength
      }
    }
  }
}
