/// What an analyzer is made of: a structure, so that its parts are reached without checks for each word.
struct AnalyzerCore: ~Copyable {
  private var words = WordScanner()
  private var memo = TermMemo()
  /// The terms of compounds; an empty one says that the compound is not written in one word.
  private var compounds = TermMemo()
  private let terms = TermMaker()

  /// See ``FrenchAnalyzer/forEachToken(in:_:)``.
  mutating func forEachToken(in text: UnsafeBufferPointer<UInt8>, _ body: (FrenchToken) -> Bool) {
    let terms = terms
    words.begin()
    while let range = words.next(in: text) {
      let word = words.word.bytes
      let term = memo.term(for: word) { terms.makeTerm($0, $1).count }
      let meetings = memo.meetings
      var compound: FrenchToken.Compound?
      if words.compound.count > 0 {
        let joined = compounds.term(for: words.compound.bytes) { terms.makeCompoundTerm($0, $1) }
        if !joined.isEmpty { compound = FrenchToken.Compound(start: words.compoundStart, term: joined) }
      }
      let token = FrenchToken(
        start: range.lowerBound, end: range.upperBound, term: term, foldedWord: word, compound: compound,
        meetings: meetings)
      guard body(token) else { return }
    }
  }
}
