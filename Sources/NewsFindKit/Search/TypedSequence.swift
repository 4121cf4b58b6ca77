import FrenchText

/// The words of a query in their order, and how often a text holds them as typed and side by side.
struct TypedSequence {
  /// How often something occurs in a title and in a text.
  struct Count {
    var title = 0.0
    var text = 0.0
  }

  /// For each word of the sequence, and for each with its successor.
  struct Counts {
    var surfaces: [Count]
    var pairs: [Count]
    /// Whether the word is there, in any form.
    var isHeld: [Bool]
    /// Whether it is in the beginning of the text.
    var isInLead: [Bool]
    /// Whether another word of its family is there.
    var hasRelative: [Bool]

    init(_ sequence: TypedSequence) {
      surfaces = [Count](repeating: Count(), count: sequence.words.count)
      pairs = surfaces
      isHeld = [Bool](repeating: false, count: sequence.words.count)
      isInLead = isHeld
      hasRelative = isHeld
    }

    /// Makes ready for another article.
    mutating func reset() {
      for place in surfaces.indices {
        surfaces[place] = Count()
        pairs[place] = Count()
        isHeld[place] = false
        isInLead[place] = false
        hasRelative[place] = false
      }
    }
  }

  let words: [TypedWord]
  /// The first place of each different word, and of each different pair that is not of stop words alone.
  let distinctWords: [Int]
  let distinctPairs: [Int]
  /// The first place of each different term that is no stop word's.
  let distinctTerms: [Int]
  /// Places in `distinctTerms` by the key of their family, and a filter of these keys.
  private let families: [UInt64: [Int]]
  private let familyFilter: UInt64
  private let terms: TermTable
  /// Places in `words`, by the number of their term.
  private let places: [[Int]]
  /// The number of each word's term.
  private let numbers: [Int]
  /// How the words of a text begin that are looked at.
  private let beginnings: WordBeginnings

  /// What a form counts whose accents are others than those that were typed.
  private static let otherAccents = 0.5

  init(_ words: [TypedWord]) {
    self.words = words
    var terms = TermTable()
    var places: [[Int]] = []
    var numbers: [Int] = []
    var beginnings = WordBeginnings()
    var distinctWords: [Int] = []
    var distinctPairs: [Int] = []
    var seenWords: Set<[UInt8]> = []
    var seenPairs: Set<[String]> = []
    for (place, word) in words.enumerated() {
      if seenWords.insert(word.foldedWord).inserted { distinctWords.append(place) }
      if place + 1 < words.count, !(word.isStopWord && words[place + 1].isStopWord),
        seenPairs.insert([word.term, words[place + 1].term]).inserted
      {
        distinctPairs.append(place)
      }
      let term = Array(word.term.utf8)
      let number = terms.insert(term)
      if number == places.count {
        places.append([])
        // Words of a term's family begin as those do that have the term.
        beginnings.insertWords(withTerm: term)
      }
      places[number].append(place)
      numbers.append(number)
    }
    self.terms = terms
    self.places = places
    self.numbers = numbers
    self.beginnings = beginnings
    var distinctTerms: [Int] = []
    var families: [UInt64: [Int]] = [:]
    var familyFilter: UInt64 = 0
    var seenTerms: Set<String> = []
    for (place, word) in words.enumerated() where !word.isStopWord && seenTerms.insert(word.term).inserted {
      distinctTerms.append(place)
      guard let key = WordFamily.key(of: word.term) else { continue }
      families[key, default: []].append(place)
      familyFilter |= Self.filterBit(of: key)
    }
    self.distinctTerms = distinctTerms
    self.families = families
    self.familyFilter = familyFilter
    self.distinctWords = distinctWords
    self.distinctPairs = distinctPairs
  }

  /// Counts in one text of an article.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - analyzer: The one that made the index.
  ///   - opening: So many tokens count for the title too.
  ///   - isTitle: Whether the text is the title.
  ///   - lead: So many tokens are the beginning of the text.
  ///   - counts: Where to count.
  /// - Returns: The number of tokens.
  ///
  /// Forms of stop words are not counted.
  ///
  /// Complexity: linear in the bytes, and in the words of the query with the same term for each token that has it.
  func count(
    in text: UnsafeRawBufferPointer, _ analyzer: FrenchAnalyzer, opening: Int, isTitle: Bool, lead: Int,
    into counts: inout Counts
  ) -> Int {
    let utf8 = text.assumingMemoryBound(to: UInt8.self)
    // The last token that has a term of the query.
    var last = (position: -2, number: -1)
    return analyzer.forEachToken(in: utf8, among: beginnings) { token, position in
      guard let number = terms.number(of: token.term) else {
        if let key = WordFamily.key(of: token.term), familyFilter & Self.filterBit(of: key) != 0 {
          for place in families[key] ?? [] { counts.hasRelative[place] = true }
        }
        return true
      }
      for place in places[number] {
        counts.isHeld[place] = true
        if !isTitle, position < lead { counts.isInLead[place] = true }
        if !words[place].isStopWord, token.foldedWord.elementsEqual(words[place].foldedWord) {
          let surface = UnsafeBufferPointer(rebasing: utf8[token.start..<token.end])
          let weight = Self.isSame(surface, words[place].surface) ? 1 : Self.otherAccents
          counts.surfaces[place].add(weight, isTitle, position < opening)
        }
        if place > 0, last.position == position - 1, last.number == numbers[place - 1] {
          counts.pairs[place - 1].add(1, isTitle, position < opening)
        }
      }
      last = (position, number)
      return true
    }
  }

  private static func filterBit(of key: UInt64) -> UInt64 {
    1 << ((key &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }

  /// Whether two surfaces differ in case at most, or the typed one has no accents to differ in.
  private static func isSame(_ surface: UnsafeBufferPointer<UInt8>, _ typed: [UInt8]) -> Bool {
    if typed.allSatisfy({ $0 < 0x80 }) { return true }
    guard surface.count == typed.count else { return false }
    for (one, other) in zip(surface, typed) where one != other {
      // A to Z; and À to Þ, whose second byte in UTF-8 differs from that of à to þ in the same bit.
      guard one ^ other == 0x20, one | 0x20 > 0x60 || one & 0xC0 == 0x80 else { return false }
    }
    return true
  }
}

extension TypedSequence.Count {
  @inline(__always)
  fileprivate mutating func add(_ weight: Double, _ isTitle: Bool, _ isOpening: Bool) {
    if isTitle {
      title += weight
    } else {
      text += weight
      if isOpening { title += weight }
    }
  }
}
