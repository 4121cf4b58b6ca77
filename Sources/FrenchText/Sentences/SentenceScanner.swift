/// Walks through a text and cuts it into sentences.
struct SentenceScanner {
  private let text: UnsafeBufferPointer<UInt8>
  private var found: [Range<Int>] = []
  private var start = 0

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  mutating func sentences() -> [Range<Int>] {
    var index = 0
    while true {
      index = nextSign(from: index)
      guard index < text.count else { break }
      switch text[index] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        close(at: index)
        index += 1
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        index = readEnd(at: index, width: 1)
      case 0xE2 where mark(at: index) == .ellipsis:
        index = readEnd(at: index, width: 3)
      default:
        index += 1
      }
    }
    close(at: text.count)
    return found
  }

  /// Where the next byte stands that may end a sentence, or begin a character that does; the end of the text where there is
  /// none.
  private func nextSign(from start: Int) -> Int {
    guard let base = text.baseAddress.map({ UnsafeRawPointer($0) }) else { return text.count }
    var index = start
    while index + 16 <= text.count {
      let bytes = (base + index).loadUnaligned(as: SIMD16<UInt8>.self)
      let signs =
        Self.places(of: 0x0A, in: bytes) | Self.places(of: 0x0D, in: bytes) | Self.places(of: 0x21, in: bytes)
        | Self.places(of: 0x2E, in: bytes) | Self.places(of: 0x3F, in: bytes)
        | Self.places(of: 0xE2, in: bytes)
      if signs[0] != 0 { return index + UInt64(littleEndian: signs[0]).trailingZeroBitCount / 8 }
      if signs[1] != 0 { return index + 8 + UInt64(littleEndian: signs[1]).trailingZeroBitCount / 8 }
      index += 16
    }
    while index < text.count {
      switch text[index] {
      case 0x0A, 0x0D, 0x21, 0x2E, 0x3F, 0xE2: return index
      default: index += 1
      }
    }
    return index
  }

  /// All bits of the bytes that are `byte`, none of the others.
  @inline(__always)
  private static func places(of byte: UInt8, in bytes: SIMD16<UInt8>) -> SIMD2<UInt64> {
    // Compared with a vector: with a number the compiler goes byte by byte.
    unsafeBitCast(bytes .== SIMD16<UInt8>(repeating: byte), to: SIMD2<UInt64>.self)
  }

  /// Decides about the mark at `index`.
  ///
  /// - Returns: Where to read on.
  private mutating func readEnd(at index: Int, width: Int) -> Int {
    var end = index + width
    let isDot = width == 1 && text[index] == UInt8(ascii: ".")
    var markCount = 1
    while end < text.count {
      if text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: "!") || text[end] == UInt8(ascii: "?") {
        end += 1
        markCount += 1
      } else if mark(at: end) == .ellipsis {
        end += 3
        markCount += 1
      } else {
        break
      }
    }
    let marksEnd = end
    end = behindClosingMarks(from: end)
    var next = end
    while next < text.count, let width = spaceWidth(at: next) { next += width }
    guard next > end || next == text.count || isLineEnd(next) else { return marksEnd }
    if next < text.count, !isLineEnd(next) {
      if isLowercase(at: next) { return marksEnd }
      if isDot, markCount == 1, end == marksEnd, isAbbreviation(before: index) { return marksEnd }
    }
    close(at: end)
    return next
  }

  private mutating func close(at end: Int) {
    var first = start
    while first < end, let width = spaceWidth(at: first) ?? (isLineEnd(first) ? 1 : nil) { first += width }
    var last = end
    while last > first, let width = spaceWidth(before: last) { last -= width }
    if last > first { found.append(first..<last) }
    start = end
  }

  /// Reads over ” » ) ] and the spaces that French sets before ».
  private func behindClosingMarks(from index: Int) -> Int {
    var end = index
    while end < text.count {
      var candidate = end
      while candidate < text.count, let width = spaceWidth(at: candidate) { candidate += width }
      if candidate < text.count, mark(at: candidate) == .guillemet {
        end = candidate + 2
      } else if text[end] == UInt8(ascii: "\"") || text[end] == UInt8(ascii: ")")
        || text[end] == UInt8(ascii: "]")
      {
        end += 1
      } else if mark(at: end) == .closingQuote {
        end += 3
      } else {
        break
      }
    }
    return end
  }

  /// Whether the dot at `index` stands behind an abbreviation, an initial, or a number that counts something.
  private func isAbbreviation(before index: Int) -> Bool {
    var first = index
    while first > 0, isWordByte(text[first - 1]) { first -= 1 }
    let count = index - first
    guard count > 0 else { return false }
    let word = UnsafeBufferPointer(rebasing: text[first..<index])
    // One letter: an initial or the last of an acronym. A longer run may be an abbreviation.
    if count == 1 { return word[0] >= UInt8(ascii: "A") && word[0] | 0x20 <= UInt8(ascii: "z") }
    if count == 2, word[0] == 0xC3 { return true }
    guard count <= Abbreviations.longest else { return false }
    return Abbreviations.contains(FrenchFolding.fold(String(decoding: word, as: UTF8.self)))
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 ? byte != 0xC2 && byte != 0xA0 : byte | 0x20 &- UInt8(ascii: "a") < 26
  }

  private func isLineEnd(_ index: Int) -> Bool {
    text[index] == UInt8(ascii: "\n") || text[index] == UInt8(ascii: "\r")
  }

  private func isLowercase(at index: Int) -> Bool {
    guard let (scalar, _) = UTF8Scalar.decode(text, at: index) else { return false }
    switch scalar {
    case 0x61...0x7A, 0xDF...0xF6, 0xF8...0xFF, 0x153: return true
    default: return false
    }
  }

  private enum Mark { case ellipsis, guillemet, closingQuote }

  private func mark(at index: Int) -> Mark? {
    guard let (scalar, _) = UTF8Scalar.decode(text, at: index) else { return nil }
    switch scalar {
    case 0x2026: return .ellipsis
    case 0xBB: return .guillemet
    case 0x201D, 0x203A, 0x2019: return .closingQuote
    default: return nil
    }
  }

  /// The bytes of the space that begins at `index`; line ends are none.
  private func spaceWidth(at index: Int) -> Int? {
    switch text[index] {
    case 0x20, 0x09, 0x0B, 0x0C: return 1
    case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA0: return 2
    case 0xE2 where index + 2 < text.count && isNarrowSpace(text[index + 1], text[index + 2]): return 3
    default: return nil
    }
  }

  /// The bytes of the space that ends before `index`; line ends count too.
  private func spaceWidth(before index: Int) -> Int? {
    if [0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D].contains(text[index - 1]) { return 1 }
    if index >= 2, text[index - 1] == 0xA0, text[index - 2] == 0xC2 { return 2 }
    if index >= 3, text[index - 3] == 0xE2, isNarrowSpace(text[index - 2], text[index - 1]) { return 3 }
    return nil
  }

  /// U+2000 to U+200A and U+202F, behind their first byte.
  private func isNarrowSpace(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0x80 && (0x80...0x8A ~= third || third == 0xAF)
  }
}
