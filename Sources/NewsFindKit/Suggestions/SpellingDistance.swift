/// How far words are from the one that was typed, by the slips of those who write French.
///
/// A Damerau-Levenshtein distance with weights: 100 for any letter put in, left out or taken for another, less for what
/// sounds alike (``SpellingRules``) or lies side by side on the keyboard. The words are read in the order of their bytes,
/// so that what they have in common with the one before is not computed again.
///
/// Source: Lowrance and Wagner, "An Extension of the String-to-String Correction Problem" (1975).
struct SpellingDistance {
  /// What became of a word.
  enum Outcome: Equatable {
    /// It is within the limit.
    case near(Int)
    /// It is not.
    case far
    /// Nor is any other that begins with so many of its bytes.
    case hopeless(Int)
  }

  /// A rule that fits the typed word at some place.
  private struct Fit {
    /// Where the typed letters of the rule end.
    let end: Int
    let typedCount: Int
    let meant: [UInt8]
    let cost: Int32
  }

  /// The letters of the typed word.
  let letters: LetterSet
  private let typed: [UInt8]
  private let limit: Int32
  /// For each place of the typed word, what it costs to have meant each letter.
  private let substitutions: [Int32]
  /// For each place, what its letter costs if it is one too many.
  private let extras: [Int32]
  /// By the last of the letters that are meant.
  private let fits: [[Fit]]
  private let endings: [Fit]
  /// For each number of bytes of the word that was read last: the least costs up to each place of the typed word.
  private var rows: [Int32]
  /// The least of each row.
  private var least: [Int32]

  private static let longest = VocabularySegment.longest
  private static let never = Int32.max / 2
  /// Rules look back so many letters.
  private static let reach = 3
  /// Words that differ by more letters, or in more of the letters they are made of, are not read at all.
  private static let lengthReach = 3
  private static let letterReach = 5

  /// - Parameters:
  ///   - typed: The folded word that was typed.
  ///   - limit: Greater distances are of no interest.
  init(to typed: [UInt8], limit: Int) {
    self.typed = typed
    self.limit = Int32(limit)
    letters = LetterSet(typed)
    var fits = [[Fit]](repeating: [], count: 256)
    for rule in SpellingRules.alike {
      for end in 0...typed.count where typed[..<end].ends(with: rule.typed) {
        guard let last = rule.meant.last else { continue }
        fits[Int(last)].append(
          Fit(end: end, typedCount: rule.typed.count, meant: rule.meant, cost: Int32(rule.cost)))
      }
    }
    self.fits = fits
    endings = SpellingRules.endings.filter { typed.ends(with: $0.typed) }.map {
      Fit(end: typed.count, typedCount: $0.typed.count, meant: $0.meant, cost: Int32($0.cost))
    }
    substitutions = typed.enumerated().flatMap { place, letter in
      (0..<256).map { SpellingRules.cost(of: letter, for: UInt8($0), isFirst: place == 0) }
    }
    extras = typed.indices.map { Self.costOfExtra(typed[$0], $0 > 0 ? typed[$0 - 1] : 0) }
    rows = [Int32](repeating: Self.never, count: (Self.longest + 1) * (typed.count + 1))
    least = [Int32](repeating: 0, count: Self.longest + 1)
    rows[0] = 0
    for place in typed.indices { rows[place + 1] = rows[place] + extras[place] }
  }

  /// Whether a word of so many letters, made of these, may be near: most need not be read.
  @inline(__always)
  func mayBeNear(length: Int, _ letters: LetterSet) -> Bool {
    abs(length - typed.count) <= Self.lengthReach
      && letters.differences(from: self.letters) <= Self.letterReach
  }

  /// Reads a word.
  ///
  /// - Parameters:
  ///   - word: At most 250 bytes.
  ///   - shared: So many of its bytes are those of the word that was read last.
  /// - Returns: Its distance, or that it is too far away.
  mutating func read(_ word: UnsafeBufferPointer<UInt8>, from shared: Int) -> Outcome {
    let width = typed.count + 1
    for length in shared..<word.count {
      readByte(word, length, width)
      let depth = length + 1
      var isHopeless = true
      for row in max(depth - Self.reach, 0)...depth where least[row] <= limit { isHopeless = false }
      if isHopeless { return .hopeless(depth) }
    }
    var distance = rows[word.count * width + typed.count]
    for ending in endings where word.ends(with: ending.meant) {
      let row = word.count - ending.meant.count
      distance = min(distance, rows[row * width + typed.count - ending.typedCount] + ending.cost)
    }
    return distance <= limit ? .near(Int(distance)) : .far
  }

  /// Computes the row behind the byte at `length` of a word.
  private mutating func readByte(_ word: UnsafeBufferPointer<UInt8>, _ length: Int, _ width: Int) {
    let byte = word[length]
    let before = length > 0 ? word[length - 1] : 0
    let extra = Self.costOfExtra(byte, before)
    let above = length * width
    let row = above + width
    let fits = fits[Int(byte)]
    var least = Self.never
    rows.withUnsafeMutableBufferPointer { rows in
      for place in 0..<width { rows[row + place] = Self.never }
      for fit in fits where length + 1 >= fit.meant.count {
        let start = length + 1 - fit.meant.count
        guard word[start...length].elementsEqual(fit.meant) else { continue }
        let cost = rows[start * width + fit.end - fit.typedCount] + fit.cost
        rows[row + fit.end] = min(rows[row + fit.end], cost)
      }
      var left = min(rows[row], rows[above] + extra)
      rows[row] = left
      least = left
      for place in 0..<typed.count {
        var cost = min(rows[row + place + 1], rows[above + place + 1] + extra)
        cost = min(cost, left + extras[place])
        cost = min(cost, rows[above + place] + substitutions[place << 8 | Int(byte)])
        if place > 0, typed[place] == before, byte == typed[place - 1], byte != before {
          cost = min(cost, rows[above - width + place - 1] + SpellingRules.swapped)
        }
        rows[row + place + 1] = cost
        left = cost
        least = min(least, cost)
      }
    }
    self.least[length + 1] = least
  }

  /// What a letter costs that one of the words has and the other lacks.
  private static func costOfExtra(_ letter: UInt8, _ before: UInt8) -> Int32 {
    if letter == before { return SpellingRules.doubled }
    return letter == UInt8(ascii: "h") ? SpellingRules.silent : SpellingRules.standard
  }
}

extension BidirectionalCollection where Element == UInt8 {
  /// Whether the last elements are those of another collection.
  fileprivate func ends(with other: [UInt8]) -> Bool {
    count >= other.count && suffix(other.count).elementsEqual(other)
  }
}
