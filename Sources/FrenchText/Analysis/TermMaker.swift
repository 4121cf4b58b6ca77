/// Makes the terms of folded words.
struct TermMaker: Sendable {
  private let stemmer = FrenchStemmer(accents: .folded)

  /// Turns a folded word of `count` bytes into its term, in place.
  ///
  /// - Returns: The number of bytes of the term, and the rule that made it.
  func makeTerm(_ word: UnsafeMutableBufferPointer<UInt8>, _ count: Int) -> (count: Int, rule: TermRule) {
    let bytes = UnsafeBufferPointer(rebasing: word[..<count])
    guard Self.isPlainWord(bytes) else {
      if let ordinal = Ordinal.digitCount(bytes) {
        word[ordinal] = UInt8(ascii: "e")
        return (ordinal + 1, .ordinal)
      }
      // Other scripts, numbers, words with digits or signs are terms as they stand.
      return (count, .asWritten)
    }
    if let other = Respelling.standard(for: bytes) { return (replace(word, by: other), .respelling) }
    if let number = Ordinal.number(ofRoman: bytes) { return (replace(word, by: number), .ordinal) }
    if let lemma = Lexicon.replaceByLemma(word, count: count) { return (lemma, .lexicon) }
    let stem = stemmer.stem(Array(bytes))
    guard !stem.isEmpty, stem.count <= count else { return (count, .asWritten) }
    for (index, byte) in stem.enumerated() { word[index] = byte }
    return (stem.count, .stem)
  }

  /// The rule that makes the term of a folded word.
  func rule(for word: UnsafeBufferPointer<UInt8>) -> TermRule {
    var copy = Array(word) + [UInt8](repeating: 0, count: TermMemo.room)
    return copy.withUnsafeMutableBufferPointer { makeTerm($0, word.count).rule }
  }

  /// Turns a compound, its two parts with a hyphen between them, into the term of its spelling in one word.
  ///
  /// - Returns: The number of bytes of that term; 0 if nobody writes it so.
  func makeCompoundTerm(_ compound: UnsafeMutableBufferPointer<UInt8>, _ count: Int) -> Int {
    guard let hyphen = compound[..<count].firstIndex(of: UInt8(ascii: "-")), hyphen > 0 else { return 0 }
    for index in hyphen..<count - 1 { compound[index] = compound[index + 1] }
    let joined = UnsafeBufferPointer(rebasing: compound[..<(count - 1)])
    let first = UnsafeBufferPointer(rebasing: joined[..<hyphen])
    guard Self.isPlainWord(joined) else {
      // Covid-19, A-320: letters and a number.
      let isNumber = joined[hyphen...].allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
      return isNumber && Self.isPlainWord(first) ? joined.count : 0
    }
    let isOneWord =
      Lexicon.contains(joined) || CompoundPrefix.isBorrowed(joined)
      || CompoundPrefix.isPrefix(first) && joined.count > hyphen + 3
    return isOneWord ? makeTerm(compound, joined.count).count : 0
  }

  private func replace(_ word: UnsafeMutableBufferPointer<UInt8>, by text: String) -> Int {
    var count = 0
    for byte in text.utf8 where count < word.count {
      word[count] = byte
      count += 1
    }
    return count
  }

  private static func isPlainWord(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.allSatisfy { $0 &- UInt8(ascii: "a") < 26 }
  }
}
