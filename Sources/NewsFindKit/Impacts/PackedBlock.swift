/// A block of 128 postings where it lies: its articles are decoded in a row, a frequency when it is asked for.
///
/// Holds pointers into the bytes of ``PaddedBytes``, which must outlive it.
struct PackedBlock {
  private let gaps: UnsafeRawPointer
  private let texts: UnsafeRawPointer
  private let titles: UnsafeRawPointer
  private let gapWidth: Int
  private let textWidth: Int
  private let titleWidth: Int
  private let least: UInt32

  /// The block that begins at an offset; `nil` where the bytes do not hold it.
  ///
  /// - Parameters:
  ///   - bytes: Those of ``PaddedBytes``.
  ///   - offset: Where it begins.
  init?(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    guard let start = bytes.baseAddress, offset >= 0, offset + 3 <= bytes.count else { return nil }
    let head = start + offset
    gapWidth = Int(head.load(as: UInt8.self))
    let textHead = head.load(fromByteOffset: 1, as: UInt8.self)
    textWidth = Int(textHead & ~PostingEncoding.lessOne)
    least = textHead & PostingEncoding.lessOne != 0 ? 1 : 0
    titleWidth = Int(head.load(fromByteOffset: 2, as: UInt8.self))
    // 128 values of a width are sixteen times as many bytes.
    guard gapWidth <= 32, textWidth <= 16, titleWidth <= 8,
      offset + 3 + 16 * (gapWidth + textWidth + titleWidth) <= bytes.count
    else { return nil }
    gaps = head + 3
    texts = gaps + 16 * gapWidth
    titles = texts + 16 * textWidth
  }

  /// Decodes the articles.
  ///
  /// - Parameters:
  ///   - previous: The article before the block.
  ///   - articles: Room for 128.
  @inline(__always)
  func decodeArticles(after previous: UInt32, into articles: UnsafeMutablePointer<UInt32>) {
    var last = previous
    if gapWidth == 0 {
      for index in 0..<PostingEncoding.blockSize {
        last &+= 1
        articles[index] = last
      }
      return
    }
    let mask = UInt64(1) << UInt64(gapWidth) - 1
    // Of eight bytes that are shifted by up to seven bits 57 are left: mostly several gaps.
    let perWord = gapWidth <= 7 ? 8 : gapWidth <= 14 ? 4 : 1
    var bit = 0
    var index = 0
    while index < PostingEncoding.blockSize {
      var word = UInt64(littleEndian: (gaps + bit >> 3).loadUnaligned(as: UInt64.self)) &>> UInt64(bit & 7)
      for place in index..<index + perWord {
        last = last &+ (UInt32(truncatingIfNeeded: word & mask) &+ 1)
        articles[place] = last
        word &>>= UInt64(gapWidth)
      }
      index &+= perWord
      bit &+= gapWidth &* perWord
    }
  }

  /// How often the term occurs in an article of the block: in lead and body.
  @inline(__always)
  func textFrequency(_ index: Int) -> UInt32 { Self.value(texts, textWidth, index) &+ least }

  /// How often the term occurs in its title.
  @inline(__always)
  func titleFrequency(_ index: Int) -> UInt32 {
    titleWidth == 0 ? 0 : Self.value(titles, titleWidth, index)
  }

  @inline(__always)
  private static func value(_ values: UnsafeRawPointer, _ width: Int, _ index: Int) -> UInt32 {
    let bit = index &* width
    let word = UInt64(littleEndian: (values + bit >> 3).loadUnaligned(as: UInt64.self))
    return UInt32(truncatingIfNeeded: word &>> UInt64(bit & 7) & (UInt64(1) &<< UInt64(width) &- 1))
  }
}
