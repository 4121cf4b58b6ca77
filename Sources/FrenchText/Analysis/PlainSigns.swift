/// What may stand between words without meaning anything to them.
enum PlainSigns {
  /// Whether a byte separates words and no rule looks at it: a space, a comma, a bracket.
  @inline(__always)
  static func isSeparator(_ byte: UInt8) -> Bool {
    UInt64(byte < 64 ? 1 : 0) & separators &>> UInt64(byte) != 0
  }

  /// Space, line ends, tab, and !"(),./:;?, a bit each.
  private static var separators: UInt64 { 0x8C00_D307_0000_2600 }

  /// Whether a word ends at `index` and what stands there adds nothing to it.
  @inline(__always)
  static func endsWord(_ base: UnsafePointer<UInt8>, _ index: Int) -> Bool {
    let byte = base[index]
    if UInt64(byte < 64 ? 1 : 0) & ends &>> UInt64(byte) != 0 { return true }
    let next = base[index &+ 1]
    // A dot that ends a sentence; others may belong to an acronym or an inclusive ending.
    if byte == UInt8(ascii: ".") { return next == UInt8(ascii: " ") || next == 0x0A }
    return byte == 0xC2 && isSpaceOrQuotationMark(next)
  }

  /// Those without ( / and the dot, which may stand before a feminine ending.
  private static var ends: UInt64 { 0x8C00_1207_0000_2600 }

  /// Whether a byte behind C2 makes U+00A0, « or ».
  @inline(__always)
  static func isSpaceOrQuotationMark(_ second: UInt8) -> Bool {
    second == 0xA0 || second == 0xAB || second == 0xBB
  }

  /// What a letter of U+00C0 to U+00FF folds to, by its second byte; 0 where that is not one letter.
  @inline(__always)
  static func letter(_ second: UInt8) -> UInt8 {
    // Invariant: the table holds three bytes for each of the 64 second bytes of C3.
    let slot = FoldTables.latin.utf8Start + Int(second & 0x3F) &* 3
    return second & 0xC0 == 0x80 && slot[1] == UInt8(ascii: " ") && slot[0] != UInt8(ascii: " ") ? slot[0] : 0
  }

  /// Whether a word is elided before an apostrophe and a letter, given in lower case: l, d, j, s, c, t and qu.
  ///
  /// The n and m of N’Djamena and M’Bow, before a consonant, are not.
  @inline(__always)
  static func isElided(_ word: ShortWord, before letter: UInt8) -> Bool {
    guard word.count <= 2 else { return false }
    switch UInt16(truncatingIfNeeded: word.low) {
    case 0x6C, 0x64, 0x6A, 0x73, 0x63, 0x74, 0x7571: return true
    case 0x6E, 0x6D: return vowels >> UInt32(letter & 0x1F) & 1 != 0 && letter < 0x80
    default: return false
    }
  }

  /// The vowels and h, a bit each by the lowest five bits of the letter.
  private static var vowels: UInt32 { 0x0220_8322 }
}
