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
    clauses.filter { !$0.isExcluded }.flatMap { clause -> [QueryWord] in
      let bytes = Array(text.utf8[clause.range])
      return bytes.withUnsafeBufferPointer { utf8 in
        var words: [QueryWord] = []
        analyzer.forEachToken(in: utf8) { token in
          words.append(
            QueryWord(
              range: clause.range.lowerBound + token.start..<clause.range.lowerBound + token.end,
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
