/// Walks through the words of a segment, one after the other, building nothing for those that are passed over.
///
/// Whatever bytes it is given it stays within them: a segment that is not well formed ends early.
struct VocabularyCursor: ~Copyable {
  private let bytes: [UInt8]
  private var offset = 0
  private var code: UInt8 = 0
  private var spellingStart = 0

  /// Invariant: 512 bytes; `wordCount` of them are the word, and both numbers that it is made of fit a byte.
  private let storage: UnsafeMutablePointer<UInt8>
  private(set) var wordCount = 0
  /// How many bytes the word has in common with the one before it.
  private(set) var shared = 0
  /// About how often it occurs.
  private(set) var occurrences = 0
  /// The letters it is made of.
  private(set) var letters = LetterSet()
  /// Those of its first bytes, for each number of them; 512.
  private let prefixLetters: UnsafeMutablePointer<LetterSet>
  /// Whether something was met that no segment holds.
  private(set) var isMalformed = false

  init(_ segment: VocabularySegment) {
    bytes = segment.bytes
    storage = .allocate(capacity: 512)
    storage.initialize(repeating: 0, count: 512)
    prefixLetters = .allocate(capacity: 512)
    prefixLetters.initialize(repeating: LetterSet(), count: 512)
  }

  deinit {
    storage.deallocate()
    prefixLetters.deallocate()
  }

  /// The folded word, valid until the next one is asked for.
  var word: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: storage, count: wordCount) }

  /// Moves to the next word; false at the end.
  @inline(__always)
  mutating func advance() -> Bool {
    guard offset + 4 <= bytes.count else {
      if offset < bytes.count { fail() }
      return false
    }
    shared = Int(bytes[offset])
    let added = Int(bytes[offset + 1])
    code = bytes[offset + 2]
    occurrences = Int(bytes[offset + 3])
    offset += 4
    if occurrences >= 0x80 { readRestOfNumber() }
    let spellingCount = code < VocabularySegment.capitalized ? Int(code) : 0
    guard shared <= wordCount, added > 0, offset + added + spellingCount <= bytes.count else {
      fail()
      return false
    }
    // Those of each beginning of the word, so that what is shared is not looked at again.
    var letters = prefixLetters[shared]
    for index in 0..<added {
      let byte = bytes[offset + index]
      storage[shared + index] = byte
      letters.insert(byte)
      prefixLetters[shared + index + 1] = letters
    }
    self.letters = letters
    wordCount = shared + added
    spellingStart = offset + added
    offset = spellingStart + spellingCount
    if wordCount > VocabularySegment.longest { fail() }
    return !isMalformed
  }

  /// The usual spelling.
  var spelling: [UInt8] {
    switch code {
    case 0: Array(word)
    case VocabularySegment.capitalized:
      word.enumerated().map { $0.offset == 0 ? Self.capital($0.element) : $0.element }
    case VocabularySegment.allCapitals: word.map(Self.capital)
    default: Array(bytes[spellingStart..<spellingStart + Int(code)])
    }
  }

  /// All that is known of the word.
  var entry: VocabularyEntry {
    VocabularyEntry(word: Array(word), spelling: spelling, occurrences: occurrences)
  }

  private mutating func readRestOfNumber() {
    occurrences &= 0x7F
    var shift = 7
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      occurrences |= Int(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 { return }
      if shift > 35 { break }
    }
    fail()
  }

  private mutating func fail() {
    isMalformed = true
    offset = bytes.count
  }

  private static func capital(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "a") < 26 ? byte & ~0x20 : byte
  }
}
