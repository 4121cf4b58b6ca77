/// Some words in the order of their bytes, front-coded: a row of `vocabulary`.
///
/// For each word: how many bytes it has in common with the one before it, how many more there are, the code of its
/// spelling (a byte each), about how often it occurs (LEB128), the further bytes, those of the spelling. The code is 0 for
/// the word itself, 254 for the word with a capital, 255 for the word in capitals, else the number of the spelling's bytes.
///
/// Source of LEB128: DWARF 5, section 7.6.
struct VocabularySegment: Sendable {
  /// The longest word and the longest spelling.
  static let longest = 250
  static let capitalized: UInt8 = 254
  static let allCapitals: UInt8 = 255

  private(set) var bytes: [UInt8] = []
  private(set) var wordCount = 0
  private var last: [UInt8] = []

  /// No words, and room for so many bytes.
  init(byteCapacity: Int = 0) {
    bytes.reserveCapacity(byteCapacity)
  }

  /// Words as the file holds them; whether they are well formed shows when they are read.
  init(bytes: [UInt8], wordCount: Int) {
    self.bytes = bytes
    self.wordCount = wordCount
  }

  /// Appends a word.
  ///
  /// - Parameters:
  ///   - word: Behind all that were appended before it; not empty, at most ``longest`` bytes.
  ///   - spelling: At most ``longest`` bytes; an empty or a longer one is taken for the word itself.
  ///   - occurrences: At least 1.
  mutating func append(
    _ word: UnsafeBufferPointer<UInt8>, spelling: UnsafeBufferPointer<UInt8>, occurrences: Int
  ) {
    var shared = 0
    while shared < min(last.count, word.count), last[shared] == word[shared] { shared += 1 }
    last.removeLast(last.count - shared)
    last.append(contentsOf: word[shared...])
    let code = Self.code(of: spelling, word)
    bytes.append(UInt8(shared))
    bytes.append(UInt8(word.count - shared))
    bytes.append(code)
    var rest = UInt64(max(occurrences, 1))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
    bytes.append(contentsOf: word[shared...])
    if code > 0, code < Self.capitalized { bytes.append(contentsOf: spelling) }
    wordCount += 1
  }

  private static func code(
    of spelling: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>
  ) -> UInt8 {
    guard !spelling.isEmpty, spelling.count <= longest else { return 0 }
    guard spelling.count == word.count else { return UInt8(spelling.count) }
    var isFirst = false
    var others = 0
    for (index, byte) in spelling.enumerated() where byte != word[index] {
      guard word[index] &- UInt8(ascii: "a") < 26, byte == word[index] & ~0x20 else {
        return UInt8(spelling.count)
      }
      if index == 0 { isFirst = true } else { others += 1 }
    }
    if !isFirst { return others == 0 ? 0 : UInt8(spelling.count) }
    if others == 0 { return capitalized }
    return others == word.count - 1 ? allCapitals : UInt8(spelling.count)
  }
}
