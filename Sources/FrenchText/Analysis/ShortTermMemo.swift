import CPrefetch

/// Remembers the terms of short words: one cache line a word holds both.
///
/// News repeats itself: 43 MB hold six million words and 150,000 different ones. The memo is an open-addressing hash table of
/// 32-byte entries, two a cache line, which nothing straddles. It is larger than the processor's cache: some words at a time are
/// looked up, so that their entries are on the way from memory together.
struct ShortTermMemo: ~Copyable {
  fileprivate struct Entry {
    var word: (low: UInt64, high: UInt64) = (0, 0)
    /// Thirteen bytes of the term; two, how often it was asked for; and in the last byte the term's length, with a bit for
    /// words that depend on their capitals, or ``Entry/tooLong`` for a longer term.
    var term: (low: UInt64, high: UInt64) = (0, 0)

    static var tooLong: UInt8 { 0xFF }
    static var dependsOnCapitals: UInt8 { 0x40 }
  }

  /// What is known of a word.
  struct Known {
    /// Its bytes are valid until the next ``ShortTermMemo/remember(_:_:dependsOnCapitals:)``.
    let term: UnsafeBufferPointer<UInt8>
    /// Whether capitals make another word of it.
    let dependsOnCapitals: Bool
    /// How often the word was asked for, modulo 65,536.
    let meetings: UInt16
  }

  /// The longest term that an entry holds, in bytes.
  private static let maximumTerm = 13

  /// More words than this and the memo starts anew: memory stays bounded whatever the texts hold.
  private static let maximumCount = 5 << 16

  private var entries: UnsafeMutablePointer<Entry>
  private var mask: Int
  private var count = 0
  /// Keeps anybody from choosing words that collide.
  private let seed: UInt64

  init(seed: UInt64 = .random(in: .min ... .max)) {
    self.seed = seed
    // Small at first: a command that searches once meets few words.
    mask = (1 << 10) - 1
    entries = Self.emptyEntries(mask + 1)
  }

  deinit {
    entries.deallocate()
  }

  /// The term of a word; `nil` if the memo does not know it, or the term is too long to be kept.
  ///
  /// - Parameter word: Not empty.
  /// - Returns: The term, with what else is known.
  @inline(__always)
  mutating func term(of word: ShortWord) -> Known? {
    let entry = entries + slot(of: word)
    let high = entry.pointee.term.high
    let mark = UInt8(truncatingIfNeeded: high >> 56)
    guard entry.pointee.word.low != 0, mark != Entry.tooLong else { return nil }
    let meetings = UInt16(truncatingIfNeeded: high >> 40) &+ 1
    entry.pointee.term.high = high & ~(0xFFFF << 40) | UInt64(meetings) << 40
    // Invariant: entries are laid out as declared, so the term's bytes begin sixteen bytes into one.
    let bytes = UnsafeRawPointer(entry).advanced(by: 16).assumingMemoryBound(to: UInt8.self)
    return Known(
      term: UnsafeBufferPointer(start: bytes, count: Int(mark & 0x0F)),
      dependsOnCapitals: mark & Entry.dependsOnCapitals != 0,
      meetings: meetings)
  }

  /// Has entries fetched from memory before they are asked for; outdated, and harmless, once a word is remembered.
  struct Prefetcher {
    fileprivate let entries: UnsafeMutablePointer<Entry>
    fileprivate let mask: Int
    fileprivate let seed: UInt64

    /// Begins to fetch the entry of a word.
    @inline(__always)
    func fetch(_ word: ShortWord) {
      newsfind_prefetch(entries + ShortTermMemo.hash(word.low, word.high, seed) & mask)
    }
  }

  var prefetcher: Prefetcher { Prefetcher(entries: entries, mask: mask, seed: seed) }

  /// Keeps the term of a word that was not known; sixteen bytes of the term may be read, whatever they hold behind it.
  @inline(never)
  mutating func remember(_ word: ShortWord, _ term: UnsafeBufferPointer<UInt8>, dependsOnCapitals: Bool) {
    if count == Self.maximumCount { forgetAll() }
    if count * 8 > mask * 5 { grow() }
    let slot = slot(of: word)
    if entries[slot].word.low == 0 { count += 1 }
    var kept: (low: UInt64, high: UInt64) = (0, UInt64(Entry.tooLong) << 56)
    if term.count <= Self.maximumTerm, let short = ShortWord(term) {
      kept = (
        short.low,
        short.high | UInt64(UInt8(term.count) | (dependsOnCapitals ? Entry.dependsOnCapitals : 0)) << 56
      )
    }
    entries[slot] = Entry(word: (word.low, word.high), term: kept)
  }

  /// The entry of a word, or the empty one where it belongs.
  @inline(__always)
  private func slot(of word: ShortWord) -> Int {
    var slot = Self.hash(word.low, word.high, seed) & mask
    while entries[slot].word.low != word.low || entries[slot].word.high != word.high,
      entries[slot].word.low != 0
    {
      slot = (slot &+ 1) & mask
    }
    return slot
  }

  /// Multiply and fold.
  @inline(__always)
  private static func hash(_ low: UInt64, _ high: UInt64, _ seed: UInt64) -> Int {
    let product = (low ^ seed).multipliedFullWidth(by: (high ^ 0x9E37_79B9_7F4A_7C15) | 1)
    return Int(truncatingIfNeeded: (product.high ^ product.low) &* 0xD6E8_FEB8_6659_FD93 >> 20)
  }

  private mutating func grow() {
    let old = entries
    let oldCount = mask + 1
    mask = oldCount * 2 - 1
    entries = Self.emptyEntries(mask + 1)
    for index in 0..<oldCount where old[index].word.low != 0 {
      var slot = Self.hash(old[index].word.low, old[index].word.high, seed) & mask
      while entries[slot].word.low != 0 { slot = (slot + 1) & mask }
      entries[slot] = old[index]
    }
    old.deallocate()
  }

  private mutating func forgetAll() {
    entries.update(repeating: Entry(), count: mask + 1)
    count = 0
  }

  /// Memory for entries, each of which lies in one cache line.
  private static func emptyEntries(_ count: Int) -> UnsafeMutablePointer<Entry> {
    let entries = LargeMemory.allocate(Entry.self, capacity: count)
    entries.initialize(repeating: Entry(), count: count)
    return entries
  }
}
