/// Remembers the terms of folded words that ``ShortTermMemo`` has no room for, and of compounds.
///
/// The memo is an open-addressing hash table of 16-byte entries over one arena of bytes; a term that begins its word (most stems) takes no bytes of its own.
struct TermMemo: ~Copyable {
  private struct Entry {
    var hash: UInt32
    /// Where the word begins in the arena; 0 marks an empty entry, since byte 0 is never used.
    var word: UInt32
    var term: UInt32
    var wordCount: UInt8
    var termCount: UInt8
    /// How often the word was looked up, modulo 65,536: the two bytes would be there anyway.
    var meetings: UInt16

    static let empty = Entry(hash: 0, word: 0, term: 0, wordCount: 0, termCount: 0, meetings: 0)
  }

  /// A lemma may be longer than its form (vont, aller) by so many bytes.
  static let room = 32

  /// More entries than this and the memo starts anew: memory stays bounded whatever the texts hold.
  private static let maximumEntries = 1 << 20

  private var entries: UnsafeMutablePointer<Entry>
  private var mask: Int
  private var entryCount = 0
  private var arena: UnsafeMutablePointer<UInt8>
  private var arenaCapacity: Int
  private var arenaCount = 1
  /// How often the word that was looked up last was looked up since it is remembered, modulo 65,536.
  private(set) var meetings: UInt16 = 0
  /// Keeps anybody from choosing words that collide.
  private let seed: UInt64

  init(seed: UInt64 = .random(in: .min ... .max)) {
    self.seed = seed
    // Small at first: a command that searches once meets few such words.
    mask = (1 << 8) - 1
    entries = Self.emptyEntries(mask + 1)
    arenaCapacity = 1 << 12
    arena = .allocate(capacity: arenaCapacity)
    arena.initialize(repeating: 0, count: arenaCapacity)
  }

  deinit {
    entries.deallocate()
    arena.deallocate()
  }

  /// The term of a word: remembered, or computed by `make` and remembered.
  ///
  /// - Parameters:
  ///   - word: At most ``WordBuffer/maximum`` bytes, not empty; eight bytes behind it may be read.
  ///   - make: Turns the bytes of a copy of the word, given with their number, into its term, in place, and returns the
  ///     term's length; the buffer has room for a term that is ``room`` bytes longer.
  /// - Returns: The term's bytes, valid until the next call.
  @inline(__always)
  mutating func term(
    for word: UnsafeBufferPointer<UInt8>, _ make: (UnsafeMutableBufferPointer<UInt8>, Int) -> Int
  ) -> UnsafeBufferPointer<UInt8> {
    let hash = Self.hash(word, seed)
    var slot = Int(hash) & mask
    while entries[slot].word != 0 {
      let entry = entries[slot]
      if entry.hash == hash, Int(entry.wordCount) == word.count, same(arena + Int(entry.word), word) {
        meetings = entry.meetings &+ 1
        entries[slot].meetings = meetings
        return UnsafeBufferPointer(start: arena + Int(entry.term), count: Int(entry.termCount))
      }
      slot = (slot + 1) & mask
    }
    return insert(word, hash, make)
  }

  @inline(never)
  private mutating func insert(
    _ word: UnsafeBufferPointer<UInt8>, _ hash: UInt32,
    _ make: (UnsafeMutableBufferPointer<UInt8>, Int) -> Int
  ) -> UnsafeBufferPointer<UInt8> {
    if entryCount == Self.maximumEntries { forgetAll() }
    if entryCount * 2 > mask { grow() }
    reserve(word.count * 2 + Self.room)

    let wordStart = arenaCount
    var termStart = wordStart + word.count
    for (index, byte) in word.enumerated() {
      arena[wordStart + index] = byte
      arena[termStart + index] = byte
    }
    let termCount = make(
      UnsafeMutableBufferPointer(start: arena + termStart, count: word.count + Self.room), word.count)
    arenaCount = termStart + termCount
    let term = UnsafeBufferPointer(start: arena + termStart, count: termCount)
    // A longer term may seem to begin at the word, too: rend and rendre side by side are rendrendre.
    if termCount <= word.count, same(arena + wordStart, term) {
      termStart = wordStart
      arenaCount = wordStart + word.count
    }

    var slot = Int(hash) & mask
    while entries[slot].word != 0 { slot = (slot + 1) & mask }
    entries[slot] = Entry(
      hash: hash, word: UInt32(wordStart), term: UInt32(termStart), wordCount: UInt8(word.count),
      termCount: UInt8(termCount), meetings: 1)
    meetings = 1
    entryCount += 1
    return UnsafeBufferPointer(start: arena + termStart, count: termCount)
  }

  /// Invariant of both pointers: eight bytes more than `count` may be read, whatever they hold.
  @inline(__always)
  private func same(_ start: UnsafePointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let other = bytes.baseAddress else { return true }
    var index = 0
    while index + 8 <= bytes.count {
      if Self.load(start + index) != Self.load(other + index) { return false }
      index += 8
    }
    let rest = Self.mask(bytes.count - index)
    return Self.load(start + index) & rest == Self.load(other + index) & rest
  }

  /// Multiply and fold, eight bytes at a time.
  @inline(__always)
  private static func hash(_ word: UnsafeBufferPointer<UInt8>, _ seed: UInt64) -> UInt32 {
    guard let start = word.baseAddress else { return 0 }
    var state = seed ^ UInt64(word.count)
    var index = 0
    repeat {
      let chunk = load(start + index) & mask(word.count - index)
      let product = (state ^ chunk).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      state = product.high ^ product.low
      index += 8
    } while index < word.count
    return UInt32(truncatingIfNeeded: state ^ state >> 32)
  }

  @inline(__always)
  private static func load(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
  }

  /// The bits of the first `count` bytes, 8 at most.
  @inline(__always)
  private static func mask(_ count: Int) -> UInt64 {
    count >= 8 ? .max : (1 << UInt64(count * 8)) - 1
  }

  private mutating func reserve(_ count: Int) {
    // Sixteen bytes behind the last may be read by `same`.
    guard arenaCount + count + 16 > arenaCapacity else { return }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: arenaCapacity * 2)
    larger.initialize(repeating: 0, count: arenaCapacity * 2)
    larger.update(from: arena, count: arenaCount)
    arena.deallocate()
    arena = larger
    arenaCapacity *= 2
  }

  private mutating func grow() {
    let old = entries
    let oldCount = mask + 1
    mask = oldCount * 2 - 1
    entries = Self.emptyEntries(mask + 1)
    for index in 0..<oldCount where old[index].word != 0 {
      var slot = Int(old[index].hash) & mask
      while entries[slot].word != 0 { slot = (slot + 1) & mask }
      entries[slot] = old[index]
    }
    old.deallocate()
  }

  private mutating func forgetAll() {
    entries.update(repeating: Entry.empty, count: mask + 1)
    entryCount = 0
    arenaCount = 1
  }

  private static func emptyEntries(_ count: Int) -> UnsafeMutablePointer<Entry> {
    let entries = UnsafeMutablePointer<Entry>.allocate(capacity: count)
    entries.initialize(repeating: Entry.empty, count: count)
    return entries
  }
}
