/// Postings as bytes.
///
/// A block of 128 is three bytes, the widths in bits of what follows, and then 128 differences between successive articles, less
/// 1; 128 text frequencies, less 1 if the highest bit of their width is set; 128 title frequencies, each packed from the lowest
/// bit on. What is left over at the end of a list is
/// a row of varints instead: difference, less 1; text frequency doubled, with the lowest bit set if the title frequency follows.
enum PostingEncoding {
  static let blockSize = 128
  /// Marks text frequencies that are written less 1.
  static let lessOne: UInt8 = 0x80

  /// Appends 128 postings.
  ///
  /// - Parameters:
  ///   - block: The postings.
  ///   - previous: The article before them in the list; 0 where there is none.
  ///   - bytes: What is appended to.
  static func appendBlock(_ block: ArraySlice<Posting>, after previous: UInt32, to bytes: inout [UInt8]) {
    // Nearly always the term stands in all texts: a frequency of 1 takes no bit then.
    let least = UInt32(block.lazy.map(\.textFrequency).min() ?? 0) > 0 ? UInt32(1) : 0
    var gaps: UInt32 = 0
    var texts: UInt32 = 0
    var titles: UInt32 = 0
    var last = previous
    for posting in block {
      gaps |= posting.article - last - 1
      last = posting.article
      texts |= UInt32(posting.textFrequency) - least
      titles |= UInt32(posting.titleFrequency)
    }
    let widths = [gaps, texts, titles].map { 32 - $0.leadingZeroBitCount }
    bytes.append(UInt8(widths[0]))
    bytes.append(UInt8(widths[1]) | (least > 0 ? lessOne : 0))
    bytes.append(UInt8(widths[2]))
    last = previous
    append(block, width: widths[0], to: &bytes) { posting in
      defer { last = posting.article }
      return posting.article - last - 1
    }
    append(block, width: widths[1], to: &bytes) { UInt32($0.textFrequency) - least }
    append(block, width: widths[2], to: &bytes) { UInt32($0.titleFrequency) }
  }

  /// Appends fewer than 128 postings, the last of a list.
  static func appendRest(_ rest: ArraySlice<Posting>, after previous: UInt32, to bytes: inout [UInt8]) {
    var last = previous
    for posting in rest {
      appendVarint(posting.article - last - 1, to: &bytes)
      last = posting.article
      appendVarint(
        UInt32(posting.textFrequency) << 1 | (posting.titleFrequency > 0 ? 1 : 0), to: &bytes)
      if posting.titleFrequency > 0 { bytes.append(posting.titleFrequency) }
    }
  }

  /// Appends a number, seven bits a byte, the lowest first.
  static func appendVarint<Number: UnsignedInteger & FixedWidthInteger>(
    _ number: Number, to bytes: inout [UInt8]
  ) {
    var number = number
    while number >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: number) | 0x80)
      number >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: number))
  }

  private static func append(
    _ block: ArraySlice<Posting>, width: Int, to bytes: inout [UInt8], _ value: (Posting) -> UInt32
  ) {
    guard width > 0 else { return }
    var waiting: UInt64 = 0
    var count = 0
    for posting in block {
      waiting |= UInt64(value(posting)) << UInt64(count)
      count += width
      while count >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: waiting))
        waiting >>= 8
        count -= 8
      }
    }
    // 128 values of any width fill whole bytes.
  }
}
