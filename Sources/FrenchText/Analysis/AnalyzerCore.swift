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
      let term = memo.term(for: word) { Self.stem($0, stemmer) }
      guard body(FrenchToken(start: range.lowerBound, end: range.upperBound, term: term, foldedWord: word))
      else {
        return
      }
    }
  }

  /// Turns a folded word into its term, in place.
  ///
  /// - Returns: The number of bytes of the term.
  private static func stem(_ word: UnsafeMutableBufferPointer<UInt8>, _ stemmer: FrenchStemmer) -> Int {
    // Other scripts and words with digits are terms as they stand.
    guard word.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 }) else { return word.count }
    let stem = stemmer.stem(Array(word))
    guard stem.count <= word.count else { return word.count }
    for (index, byte) in stem.enumerated() { word[index] = byte }
    return stem.count
  }
}
