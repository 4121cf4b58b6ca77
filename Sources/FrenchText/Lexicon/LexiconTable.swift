import FrenchLexicon

/// The bytes of the lexicon, and where its parts lie in them.
///
/// Invariant: the table is the one that Scripts/lexicon/lexicon.py wrote, which a test reads from end to end; nothing of it
/// comes from outside the binary.
struct LexiconTable {
  let blockCount: Int
  private let bytes: UnsafePointer<UInt8>
  private let keys: Int
  private let blockOffsets: Int
  private let ruleOffsets: Int
  private let texts: Int
  private let words: Int
  /// Where the words end.
  let end: Int

  /// Behind the magic text and two numbers: two bytes for each beginning of three letters, and one more.
  private static let starts = 16
  private static let startCount = 27 * 27 * 27 + 1

  init() {
    // A static array of the C target: it is always there.
    bytes = newsfind_lexicon()
    blockCount = Self.number(bytes, 8)
    keys = Self.starts + 2 * Self.startCount
    blockOffsets = keys + 8 * blockCount
    ruleOffsets = blockOffsets + 4 * blockCount
    let textSize = ruleOffsets + 4 * Self.number(bytes, 12)
    texts = textSize + 4
    words = texts + Self.number(bytes, textSize)
    end = newsfind_lexicon_size()
  }

  /// Where a block begins.
  func start(ofBlock block: Int) -> Int {
    words + Self.number(bytes, blockOffsets + 4 * block)
  }

  /// Where a block ends.
  func end(ofBlock block: Int) -> Int {
    block + 1 < blockCount ? start(ofBlock: block + 1) : end
  }

  /// The first form of a block, which is written in full.
  func firstForm(ofBlock block: Int) -> UnsafeBufferPointer<UInt8> {
    let start = start(ofBlock: block)
    return UnsafeBufferPointer(start: bytes + start + 2, count: Int(bytes[start + 1]))
  }

  /// A rule: how many letters to cut, how many to add, the letters.
  func ruleText(_ rule: Int) -> UnsafePointer<UInt8> {
    bytes + texts + Self.number(bytes, ruleOffsets + 4 * rule)
  }

  /// The blocks whose first forms begin with the three letters with which a form begins: all others stand before or behind it.
  func blocks(near form: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var beginning = 0
    for index in 0..<3 {
      let letter = index < form.count ? Int(form[index]) - Int(UInt8(ascii: "a")) + 1 : 0
      // Any other byte cannot begin a form of the table.
      guard (0...26).contains(letter) else { return 0..<0 }
      beginning = beginning * 27 + letter
    }
    return start(beginning)..<start(beginning + 1)
  }

  /// The letters of a form behind its first three, eight at most, the first of them in the highest byte.
  static func key(_ form: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    for index in 3..<11 { key = key << 8 | (index < form.count ? UInt64(form[index]) : 0) }
    return key
  }

  /// The key of a block's first form.
  func key(ofBlock block: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(bytes + keys + 8 * block).loadUnaligned(as: UInt64.self))
  }

  private func start(_ beginning: Int) -> Int {
    let offset = Self.starts + 2 * beginning
    return Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
  }

  subscript(offset: Int) -> UInt8 { bytes[offset] }

  private static func number(_ bytes: UnsafePointer<UInt8>, _ offset: Int) -> Int {
    Int(UInt32(littleEndian: UnsafeRawPointer(bytes + offset).loadUnaligned(as: UInt32.self)))
  }
}

extension LexiconTable: @unchecked Sendable {}
