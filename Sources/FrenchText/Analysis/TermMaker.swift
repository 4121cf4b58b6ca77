/// Makes the terms of folded words.
struct TermMaker: Sendable {
  private let stemmer = FrenchStemmer(accents: .folded)

  /// Turns a folded word of `count` bytes into its term, in place.
  func makeTerm(_ word: UnsafeMutableBufferPointer<UInt8>, _ count: Int) -> MadeTerm {
    let bytes = UnsafeBufferPointer(rebasing: word[..<count])
    guard Self.isPlainWord(bytes) else {
      if let ordinal = Ordinal.digitCount(bytes) {
        word[ordinal] = UInt8(ascii: "e")
        return MadeTerm(count: ordinal + 1, rule: .ordinal)
      }
      // Other scripts, numbers, words with digits or signs are terms as they stand.
      return MadeTerm(count: count, rule: .asWritten)
    }
    if let other = Respelling.standard(for: bytes) {
      return MadeTerm(count: replace(word, by: other), rule: .respelling)
    }
    if let number = Ordinal.number(ofRoman: bytes) {
      return MadeTerm(count: replace(word, by: number), rule: .ordinal)
    }
    if let entry = Lexicon.entry(of: bytes),
      let lemma = Lexicon.apply(entry.rule, word, count: count)
    {
      return MadeTerm(
        count: lemma, rule: .lexicon, dependsOnCapitals: entry.isName || Ordinal.mayBeRoman(bytes))
    }
    let mayBeRoman = Ordinal.mayBeRoman(bytes)
    let stem = stemmer.stem(Array(bytes))
    guard !stem.isEmpty, stem.count <= count else {
      return MadeTerm(count: count, rule: .asWritten, dependsOnCapitals: mayBeRoman)
    }
    for (index, byte) in stem.enumerated() { word[index] = byte }
    return MadeTerm(count: stem.count, rule: .stem, dependsOnCapitals: mayBeRoman)
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
      Lexicon.contains(joined) || CompoundPrefix.isWrittenBothWays(joined)
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
