/// What an analyzer is made of: a structure, so that its parts are reached without checks for each word.
struct AnalyzerCore: ~Copyable {
  private var words = WordScanner()
  private var memo = TermMemo()
  private let stemmer = FrenchStemmer(accents: .folded)

  /// See ``FrenchAnalyzer/forEachToken(in:_:)``.
  mutating func forEachToken(in text: UnsafeBufferPointer<UInt8>, _ body: (FrenchToken) -> Bool) {
    let stemmer = stemmer
    words.begin()
    while let range = words.next(in: text) {
      let word = words.word.bytes
      let term = memo.term(for: word) { Self.makeTerm($0, $1, stemmer) }
      guard body(FrenchToken(start: range.lowerBound, end: range.upperBound, term: term, foldedWord: word))
      else {
        return
      }
    }
  }

  /// Turns a folded word of `count` bytes into its term, in place: its lemma, or the stem of a word that the lexicon lacks.
  ///
  /// - Returns: The number of bytes of the term.
  private static func makeTerm(
    _ word: UnsafeMutableBufferPointer<UInt8>, _ count: Int, _ stemmer: FrenchStemmer
  ) -> Int {
    // Other scripts and words with digits are terms as they stand.
    guard word[..<count].allSatisfy({ $0 &- UInt8(ascii: "a") < 26 }) else { return count }
    if let lemma = Lexicon.replaceByLemma(word, count: count) { return lemma }
    let stem = stemmer.stem(Array(word[..<count]))
    guard stem.count <= count else { return count }
    for (index, byte) in stem.enumerated() { word[index] = byte }
    return stem.count
  }
}
