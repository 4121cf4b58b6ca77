import FrenchLexicon

/// The bytes of the lexicon, and where its parts lie in them.
///
/// Invariant: the table is the one that Scripts/lexicon/lexicon.py wrote, which a test reads from end to end; nothing of it
/// comes from outside the binary.
struct LexiconTable {
  let blockCount: Int
  private let bytes: UnsafePointer<UInt8>
  private let ruleOffsets: Int
  private let texts: Int
  private let words: Int
  /// Where the words end.
  let end: Int

  private static let blockOffsets = 16

  init() {
    // A static array of the C target: it is always there.
    bytes = newsfind_lexicon()
    blockCount = Self.number(bytes, 8)
    ruleOffsets = Self.blockOffsets + 4 * blockCount
    let textSize = ruleOffsets + 4 * Self.number(bytes, 12)
    texts = textSize + 4
    words = texts + Self.number(bytes, textSize)
    end = newsfind_lexicon_size()
  }

  /// Where a block begins.
  func start(ofBlock block: Int) -> Int {
    words + Self.number(bytes, Self.blockOffsets + 4 * block)
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

  subscript(offset: Int) -> UInt8 { bytes[offset] }

  private static func number(_ bytes: UnsafePointer<UInt8>, _ offset: Int) -> Int {
    Int(UInt32(littleEndian: UnsafeRawPointer(bytes + offset).loadUnaligned(as: UInt32.self)))
  }
}

extension LexiconTable: @unchecked Sendable {}
