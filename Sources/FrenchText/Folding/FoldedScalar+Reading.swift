extension FoldedScalar {
  /// Reads the character at `index`, which must lie inside `text`.
  ///
  /// A byte that begins no well-formed UTF-8 sequence is a separator of one byte.
  @inline(__always)
  static func read(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> FoldedScalar {
    let byte = text[index]
    if byte < 0x80 { return ascii(byte) }
    // À to ÿ, the letters of French: their second byte is the entry of the table.
    if byte == 0xC3, index + 1 < text.count, text[index + 1] & 0xC0 == 0x80 {
      return fromTable(FoldTables.latin, UInt32(text[index + 1] & 0x3F), UInt32(text[index + 1]) + 0x40, 2)
    }
    return readBeyondASCII(text, at: index)
  }

  @inline(__always)
  private static func ascii(_ byte: UInt8) -> FoldedScalar {
    let folded = FoldTables.ascii(byte)
    if folded != 0 {
      return FoldedScalar(
        folded < UInt8(ascii: "a") ? .digit : .letter, length: 1, bytes: UInt32(folded), byteCount: 1)
    }
    return FoldedScalar(byte == UInt8(ascii: "'") ? .apostrophe : .separator, length: 1)
  }

  @inline(never)
  private static func readBeyondASCII(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> FoldedScalar {
    guard let (scalar, length) = UTF8Scalar.decode(text, at: index) else {
      return FoldedScalar(.separator, length: 1)
    }
    switch scalar {
    case 0xC0...0x24F: return fromTable(FoldTables.latin, scalar &- 0xC0, scalar, length)
    case 0x370...0x52F: return fromTable(FoldTables.greekAndCyrillic, scalar &- 0x370, scalar, length)
    case 0x1E00...0x1EFF: return fromTable(FoldTables.latinAdditional, scalar &- 0x1E00, scalar, length)
    case 0x1F00...0x1FFF: return fromTable(FoldTables.greekExtended, scalar &- 0x1F00, scalar, length)
    // ‘ and ’, the letter apostrophe, the prime, the full-width apostrophe.
    case 0x2018, 0x2019, 0x2BC, 0x2032, 0xFF07: return FoldedScalar(.apostrophe, length: length)
    default: return rare(scalar, length)
    }
  }

  @inline(__always)
  private static func fromTable(
    _ table: StaticString, _ entry: UInt32, _ scalar: UInt32, _ length: Int
  ) -> FoldedScalar {
    // Invariant: a table holds three bytes for each code point of its range, and `entry` lies in that range.
    let slot = table.utf8Start + Int(entry) * 3
    let space = UInt8(ascii: " ")
    if slot[0] == space { return byCategory(scalar, length) }
    let count = slot[1] == space ? 1 : slot[2] == space ? 2 : 3
    var bytes = UInt32(slot[0])
    if count > 1 { bytes |= UInt32(slot[1]) << 8 }
    if count > 2 { bytes |= UInt32(slot[2]) << 16 }
    return FoldedScalar(.letter, length: length, bytes: bytes, byteCount: count)
  }

  /// Characters beyond the tables that French texts hold now and then.
  private static func rare(_ scalar: UInt32, _ length: Int) -> FoldedScalar {
    switch scalar {
    case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F:
      return FoldedScalar(.mark, length: length)
    // Soft hyphen, zero-width spaces and joiners, direction marks, variation selectors, byte order mark.
    case 0xAD, 0x34F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFE00...0xFE0F,
      0xFEFF:
      return FoldedScalar(.invisible, length: length)
    // Superscript 2 and 3 (m², km³) and subscript digits (CO₂).
    case 0xB2, 0xB3: return digit(scalar &- 0xB0, length)
    case 0x2080...0x2089: return digit(scalar &- 0x2080, length)
    case 0xFF10...0xFF19: return digit(scalar &- 0xFF10, length)
    case 0xFF21...0xFF3A: return letter(scalar &- 0xFF21 &+ 0x61, length)
    case 0xFF41...0xFF5A: return letter(scalar &- 0xFF41 &+ 0x61, length)
    case 0xAA: return letters("a", length)
    case 0xBA: return letters("o", length)
    // €, a word of its own.
    case 0x20AC: return FoldedScalar(.ideograph, length: length, bytes: 0x6F72_7565, byteCount: 4)
    // Letters with a hook or a stroke whose capitals stand in the tables.
    case 0x253: return letters("b", length)
    case 0x256, 0x257: return letters("d", length)
    case 0x259: return letters("e", length)
    case 0x260: return letters("g", length)
    case 0x268: return letters("i", length)
    case 0x272: return letters("n", length)
    case 0x275: return letters("o", length)
    case 0x288, 0x2C66: return letters("t", length)
    case 0x28B: return letters("v", length)
    case 0x2C7E: return letters("s", length)
    case 0x2C7F: return letters("z", length)
    case 0xFB00: return letters("ff", length)
    case 0xFB01: return letters("fi", length)
    case 0xFB02: return letters("fl", length)
    case 0xFB03: return letters("ffi", length)
    case 0xFB04: return letters("ffl", length)
    case 0xFB05, 0xFB06: return letters("st", length)
    // Raised letters of ordinals and titles: 1ᵉʳ, XXᵉ, 2ⁿᵈ, Mᵐᵉ, Mˡˡᵉ, nᵒˢ.
    case 0x1D49: return letters("e", length)
    case 0x2B3: return letters("r", length)
    case 0x1D48: return letters("d", length)
    case 0x1D50: return letters("m", length)
    case 0x1D52: return letters("o", length)
    case 0x1D57: return letters("t", length)
    case 0x2E1: return letters("l", length)
    case 0x2E2: return letters("s", length)
    case 0x207F: return letters("n", length)
    // Ideographs, kana, Hangul syllables excepted: Korean writes spaces.
    case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF:
      let (bytes, count) = UTF8Scalar.encode(scalar)
      return FoldedScalar(.ideograph, length: length, bytes: bytes, byteCount: count)
    default: return byCategory(scalar, length)
    }
  }

  /// Letters of other scripts: lower case, otherwise as they are.
  private static func byCategory(_ scalar: UInt32, _ length: Int) -> FoldedScalar {
    guard let unicode = Unicode.Scalar(scalar) else { return FoldedScalar(.separator, length: length) }
    switch unicode.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
      let lowered = unicode.properties.lowercaseMapping.unicodeScalars
      let only = lowered.count == 1 ? lowered.first?.value ?? scalar : scalar
      return letter(only, length)
    case .decimalNumber:
      guard let value = unicode.properties.numericValue, (0...9).contains(value) else {
        return letter(scalar, length)
      }
      return digit(UInt32(value), length)
    case .nonspacingMark, .enclosingMark: return FoldedScalar(.mark, length: length)
    // Vowel signs of Indic scripts tell words apart.
    case .spacingMark: return letter(scalar, length)
    case .format: return FoldedScalar(.invisible, length: length)
    default: return FoldedScalar(.separator, length: length)
    }
  }

  private static func letter(_ scalar: UInt32, _ length: Int) -> FoldedScalar {
    let (bytes, count) = UTF8Scalar.encode(scalar)
    return FoldedScalar(.letter, length: length, bytes: bytes, byteCount: count)
  }

  private static func digit(_ value: UInt32, _ length: Int) -> FoldedScalar {
    FoldedScalar(.digit, length: length, bytes: value &+ 0x30, byteCount: 1)
  }

  private static func letters(_ text: StaticString, _ length: Int) -> FoldedScalar {
    var bytes: UInt32 = 0
    for index in (0..<text.utf8CodeUnitCount).reversed() {
      bytes = bytes << 8 | UInt32(text.utf8Start[index])
    }
    return FoldedScalar(.letter, length: length, bytes: bytes, byteCount: text.utf8CodeUnitCount)
  }
}
