import FrenchText

extension TypedWord {
  /// The words of a text that was typed.
  static func words(of text: String, _ analyzer: FrenchAnalyzer) -> [TypedWord] {
    var text = text
    return text.withUTF8 { utf8 in
      var words: [TypedWord] = []
      analyzer.forEachToken(in: utf8) { token in
        words.append(
          TypedWord(
            surface: Array(utf8[token.start..<token.end]), foldedWord: Array(token.foldedWord),
            term: String(decoding: token.term, as: UTF8.self),
            isStopWord: StopWords.contains(token.foldedWord),
            compound: token.compound.map { String(decoding: $0.term, as: UTF8.self) },
            name: Lexicon.isName(token.foldedWord)
              ? String(decoding: token.foldedWord, as: UTF8.self).capitalizedFirst : nil))
        return true
      }
      return words
    }
  }
}

extension String {
  /// With a capital for its first letter.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
