/// One token of a text: what stands there, where, and what the index holds for it.
package struct AnalyzedToken: Hashable, Sendable {
  /// The text of the token, elided article excluded.
  package let surface: String
  /// What the index holds at this position; the first is the word's own term.
  package let terms: [String]
  /// Where the surface stands in the text, in UTF-8 bytes.
  package let range: Range<Int>
  /// The rule that made the first of the terms.
  package let rule: TermRule
  /// How it was read besides.
  package let readings: [TokenReading]
}

extension FrenchAnalyzer {
  /// The tokens of a text, for people and tests.
  package func tokens(of text: String) -> [AnalyzedToken] {
    let maker = TermMaker()
    var text = text
    return text.withUTF8 { utf8 in
      var tokens: [AnalyzedToken] = []
      forEachToken(in: utf8) { token in
        let range = token.start..<token.end
        tokens.append(
          AnalyzedToken(
            surface: String(decoding: UnsafeBufferPointer(rebasing: utf8[range]), as: UTF8.self),
            terms: ([token.term] + token.others).map { String(decoding: $0, as: UTF8.self) }, range: range,
            rule: maker.rule(for: token.foldedWord),
            readings: TokenReading.readings(of: token, in: utf8)))
        return true
      }
      return tokens
    }
  }
}
