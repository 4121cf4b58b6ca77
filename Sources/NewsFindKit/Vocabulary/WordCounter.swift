import FrenchText

/// Counts about how often words occur, by the way they are written.
///
/// Counting must cost nearly nothing where articles are indexed. So a word is looked up here when the analyzer meets it the
/// first eight times, then every sixteenth time, when it counts for sixteen, and ever more rarely down to every 128th. A word is told
/// by its 64-bit hash alone, under a seed that nobody knows: of two million words two are the same to it once in ten
/// million indexes, and then two suggestions are a little wrong.
struct WordCounter: Sendable {
  /// A way of writing a word, and how often it occurs.
  struct Entry: Sendable {
    let hash: UInt64
    /// Where the surface begins in the arena; the folded word follows it.
    let start: UInt32
    let surfaceCount: UInt8
    let wordCount: UInt8
    /// In the middle of sentences, or in small letters.
    var inside: UInt32 = 0
    /// With a capital where any word would have one.
    var initial: UInt32 = 0
  }

  /// Words shorter than this are not counted: few of them are typed in part, or mistyped beyond what is found anyway.
  private static let shortestWord = 3
  /// Longer ones are hardly words.
  static let longestWord = 40
  private static let longestSurface = 80
  /// A word is counted each time until it was met so often, then once in so many times, and still more rarely where it was met often.
  private static let exactMeetings: UInt16 = 8
  private static let interval: UInt16 = 16

  /// In how many times a word that was met so often is counted once: an eighth of them at most, 128 at last.
  @inline(__always)
  private static func interval(behind meetings: UInt16) -> UInt16 {
    meetings <= 256 ? interval : meetings <= 512 ? 32 : meetings <= 1024 ? 64 : 128
  }

  /// One for all counters, so that they can be added up by their hashes.
  private static let seed = UInt64.random(in: .min ... .max)

  /// For each hash, by its last bits: its first bits and the number of its entry, from 1; 0 where there is none.
  private var slots: [UInt64]
  private var entries: [Entry] = []
  /// Surfaces and folded words.
  private var arena: [UInt8] = []

  /// - Parameter capacity: How many different words are expected.
  init(capacity: Int = 1 << 11) {
    var size = 1 << 10
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    entries.reserveCapacity(size / 2)
    arena.reserveCapacity(size * 8)
  }

  /// Counts a token, if it is its turn.
  ///
  /// - Parameters:
  ///   - token: What the analyzer has met.
  ///   - text: The text that it stands in.
  @inline(__always)
  mutating func count(_ token: FrenchToken, in text: UnsafeBufferPointer<UInt8>) {
    let meetings = token.meetings
    if meetings <= Self.exactMeetings {
      count(token, in: text, times: 1)
    } else if meetings % Self.interval == 0 {
      let interval = Self.interval(behind: meetings)
      if meetings % interval == 0 { count(token, in: text, times: UInt32(interval)) }
    }
  }

  @inline(never)
  private mutating func count(_ token: FrenchToken, in text: UnsafeBufferPointer<UInt8>, times: UInt32) {
    let word = token.foldedWord
    let surface = UnsafeBufferPointer(rebasing: text[token.start..<token.end])
    guard word.count >= Self.shortestWord, word.count <= Self.longestWord,
      surface.count <= Self.longestSurface, word[0] &- UInt8(ascii: "a") < 26
    else { return }
    let hash = WordHash.hash(surface, seed: Self.seed)
    let number = entry(of: hash) ?? append(hash, surface, word)
    if WordCapital.marksSentence(at: token.start, in: text) {
      entries[number].initial &+= times
    } else {
      entries[number].inside &+= times
    }
  }

  /// Adds what another counter has counted, in other articles.
  ///
  /// Complexity: linear in the other's words.
  mutating func add(_ other: WordCounter) {
    other.withEntries { theirs, arena in
      for entry in theirs {
        let number =
          self.entry(of: entry.hash) ?? append(entry.hash, entry.surface(in: arena), entry.word(in: arena))
        entries[number].inside &+= entry.inside
        entries[number].initial &+= entry.initial
      }
    }
  }

  /// Calls `body` with all entries, and with the bytes in which their texts lie.
  func withEntries<Result>(_ body: ([Entry], UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    arena.withUnsafeBufferPointer { body(entries, $0) }
  }

  /// The number of ways of writing that were counted.
  var count: Int { entries.count }

  /// Forgets all.
  mutating func removeAll() {
    self = WordCounter(capacity: 1 << 15)
  }

  private func entry(of hash: UInt64) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if (slots[slot] ^ hash) >> 32 == 0 {
        let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if entries[number].hash == hash { return number }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Makes an entry with nothing counted.
  private mutating func append(
    _ hash: UInt64, _ surface: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>
  ) -> Int {
    if (entries.count + 1) * 2 > slots.count {
      slots = [UInt64](repeating: 0, count: slots.count * 2)
      for (number, entry) in entries.enumerated() { put(entry.hash, number) }
    }
    entries.append(
      Entry(
        hash: hash, start: UInt32(truncatingIfNeeded: arena.count), surfaceCount: UInt8(surface.count),
        wordCount: UInt8(word.count)))
    arena.append(contentsOf: surface)
    arena.append(contentsOf: word)
    put(hash, entries.count - 1)
    return entries.count - 1
  }

  private mutating func put(_ hash: UInt64, _ number: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = (hash & ~0xFFFF_FFFF) | UInt64(number + 1)
  }
}

extension WordCounter.Entry {
  /// The surface, in the bytes that hold it.
  func surface(in arena: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: arena[Int(start)..<Int(start) + Int(surfaceCount)])
  }

  /// The folded word, in the bytes that hold it.
  func word(in arena: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let start = Int(start) + Int(surfaceCount)
    return UnsafeBufferPointer(rebasing: arena[start..<start + Int(wordCount)])
  }
}
