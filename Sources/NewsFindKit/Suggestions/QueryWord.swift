import FrenchText
import NewsQuery

/// A word that a query asks for, with its place in what was typed.
struct QueryWord: Hashable {
  /// Where it stands, in UTF-8 bytes; an elided article is outside.
  let range: Range<Int>
  /// Without accents and case.
  let foldedWord: [UInt8]
  /// What the index holds for it.
  let term: String
  let isStopWord: Bool
}

extension Query {
  /// The words that articles shall hold, alone or in phrases; none of those that they must not hold.
  func wantedWords(_ analyzer: FrenchAnalyzer) -> [QueryWord] {
    (root?.wantedTerms ?? []).flatMap { term, range -> [QueryWord] in
      // A field's name and signs are no words that were meant: the text of a term ends it, but for its marks.
      let bytes = Array(text.utf8[range])
      let wanted = Array(term.text.utf8)
      guard
        let place = (0...max(bytes.count - wanted.count, 0)).last(where: { bytes[$0...].starts(with: wanted) }
        )
      else { return [] }
      let start = range.lowerBound + place
      return wanted.withUnsafeBufferPointer { utf8 in
        var words: [QueryWord] = []
        analyzer.forEachToken(in: utf8) { token in
          words.append(
            QueryWord(
              range: start + token.start..<start + token.end,
              foldedWord: Array(token.foldedWord), term: String(decoding: token.term, as: UTF8.self),
              isStopWord: StopWords.contains(token.foldedWord)))
          return true
        }
        return words
      }
    }
  }
}

extension String.UTF8View {
  /// The bytes from one offset to another.
  fileprivate subscript(offsets: Range<Int>) -> Substring.UTF8View {
    self[index(startIndex, offsetBy: offsets.lowerBound)..<index(startIndex, offsetBy: offsets.upperBound)]
  }
}
