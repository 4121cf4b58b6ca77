/// What an analyzer is made of: a structure, so that its parts are reached without checks for each word.
struct AnalyzerCore: ~Copyable {
  private var words = WordScanner()
  private var shortWords = ShortTermMemo()
  private var longWords = TermMemo()
  /// The terms of compounds; an empty one says that the compound is not written in one word.
  private var compounds = TermMemo()
  /// The name or ordinal that was read last, by its capitals.
  private var special = WordBuffer()
  private let terms = TermMaker()
  /// Plain words that were found and not looked up yet.
  private let plainWords: UnsafeMutablePointer<PlainWord>

  /// So many words are looked up together.
  private static let batchSize = 16

  init() {
    plainWords = .allocate(capacity: Self.batchSize)
    plainWords.initialize(
      repeating: PlainWord(word: ShortWord(), start: 0, end: 0, number: 0), count: Self.batchSize)
  }

  deinit {
    plainWords.deallocate()
  }

  /// See ``FrenchAnalyzer/forEachToken(in:_:)``.
  mutating func forEachToken(in text: UnsafeBufferPointer<UInt8>, _ body: (FrenchToken) -> Bool) {
    readTokens(in: text, among: nil) { token, _ in body(token) }
  }

  /// See ``FrenchAnalyzer/forEachToken(in:among:_:)``.
  mutating func forEachToken(
    in text: UnsafeBufferPointer<UInt8>, among wanted: WordBeginnings.Lookup,
    _ body: (FrenchToken, Int) -> Bool
  ) -> Int {
    readTokens(in: text, among: wanted, body)
    return words.wordCount
  }

  @inline(__always)
  private mutating func readTokens(
    in text: UnsafeBufferPointer<UInt8>, among wanted: WordBeginnings.Lookup?,
    _ body: (FrenchToken, Int) -> Bool
  ) {
    words.begin()
    while true {
      let count = words.readPlainWords(
        in: text, into: plainWords, capacity: Self.batchSize, among: wanted, ahead: shortWords.prefetcher)
      for index in 0..<count {
        guard body(plainToken(index, in: text), plainWords[index].number) else { return }
      }
      if count < Self.batchSize {
        guard let range = words.next(in: text) else { return }
        // The compound that a word ends may be wanted whatever the word is.
        if let wanted, words.compound.count == 0, !wanted.admits(words.word.bytes) { continue }
        guard body(ruledToken(range, in: text), words.wordCount - 1) else { return }
      }
    }
  }

  /// The token of one of the plain words.
  @inline(__always)
  private mutating func plainToken(_ index: Int, in text: UnsafeBufferPointer<UInt8>) -> FrenchToken {
    let plain = plainWords + index
    // Invariant: a short word begins with its sixteen bytes, as they would stand in memory.
    let bytes = UnsafeBufferPointer(
      start: UnsafeRawPointer(plain).assumingMemoryBound(to: UInt8.self), count: plain.pointee.word.count)
    return shortToken(
      plain.pointee.start..<plain.pointee.end, plain.pointee.word, bytes, in: text, compound: nil)
  }

  /// The token of the word that the scanner read last, by its rules.
  @inline(never)
  private mutating func ruledToken(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> FrenchToken {
    let compound = compound()
    let bytes = words.word.bytes
    guard let short = ShortWord(bytes) else {
      let term = term(ofLongWord: bytes)
      return FrenchToken(
        start: range.lowerBound, end: range.upperBound, term: term, foldedWord: bytes, compound: compound,
        name: nil, meetings: longWords.meetings)
    }
    return shortToken(range, short, bytes, in: text, compound: compound)
  }

  /// The token of a short word, whose bytes also lie in memory.
  @inline(__always)
  private mutating func shortToken(
    _ range: Range<Int>, _ word: ShortWord, _ bytes: UnsafeBufferPointer<UInt8>,
    in text: UnsafeBufferPointer<UInt8>, compound: FrenchToken.Compound?
  ) -> FrenchToken {
    let known = shortWords.term(of: word) ?? term(ofNewWord: word, bytes)
    guard known.dependsOnCapitals else {
      return FrenchToken(
        start: range.lowerBound, end: range.upperBound, term: known.term, foldedWord: bytes,
        compound: compound, name: nil, meetings: known.meetings)
    }
    let (term, name) = reading(of: word, known.term, range, in: text)
    return FrenchToken(
      start: range.lowerBound, end: range.upperBound, term: term, foldedWord: bytes, compound: compound,
      name: name, meetings: known.meetings)
  }

  /// Decides what a word is by its capitals.
  ///
  /// - Returns: Its term, and the name that it is besides.
  @inline(never)
  private mutating func reading(
    of word: ShortWord, _ term: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    in text: UnsafeBufferPointer<UInt8>
  ) -> (term: UnsafeBufferPointer<UInt8>, name: UnsafeBufferPointer<UInt8>?) {
    // VIe is the sixth, vie is life.
    if let number = Ordinal.number(ofRomanCapitals: UnsafeBufferPointer(rebasing: text[range])) {
      special.clear()
      for byte in number.utf8 { special.append(byte) }
      return (special.bytes, nil)
    }
    special.set(word)
    guard Lexicon.isName(special.bytes), WordCapital.marksName(at: range.lowerBound, in: text) else {
      return (term, nil)
    }
    let isOwnLemma = term.elementsEqual(special.bytes)
    special.capitalize()
    // Tours is no tour; Orange may be sought as orange.
    return isOwnLemma ? (term, special.bytes) : (special.bytes, nil)
  }

  @inline(never)
  private mutating func term(
    ofNewWord word: ShortWord, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> ShortTermMemo.Known {
    let dependsOnCapitals = withUnsafeTemporaryAllocation(
      of: UInt8.self, capacity: ShortWord.maximum + TermMemo.room
    ) {
      buffer in
      buffer.initialize(repeating: 0)
      _ = buffer.update(fromContentsOf: bytes)
      let made = terms.makeTerm(buffer, word.count)
      shortWords.remember(
        word, UnsafeBufferPointer(rebasing: buffer[..<made.count]), dependsOnCapitals: made.dependsOnCapitals)
      return made.dependsOnCapitals
    }
    if let known = shortWords.term(of: word) { return known }
    // The term is too long for the short ones.
    let term = term(ofLongWord: bytes)
    return ShortTermMemo.Known(term: term, dependsOnCapitals: dependsOnCapitals, meetings: longWords.meetings)
  }

  /// The term of a word that is too long for the short ones, or has such a term.
  @inline(never)
  private mutating func term(ofLongWord bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let terms = terms
    return longWords.term(for: bytes) { terms.makeTerm($0, $1).count }
  }

  /// The compound that ends with the word that was read last, if it is also written in one word.
  private mutating func compound() -> FrenchToken.Compound? {
    guard words.compound.count > 0 else { return nil }
    let terms = terms
    let joined = compounds.term(for: words.compound.bytes) { terms.makeCompoundTerm($0, $1) }
    return joined.isEmpty ? nil : FrenchToken.Compound(start: words.compoundStart, term: joined)
  }
}
