import FrenchText

/// Chooses the passages of an article that best answer a query; see ``Passages``.
struct SnippetMaker {
  private let finder: MatchFinder
  /// The weight of each group of the query.
  private let weights: [Double]
  private let clues: AnswerClues?
  /// In characters, all passages of an article together.
  private let length: Int

  /// Less than a line says too little.
  private static let shortestLength = 40

  init(_ finder: MatchFinder, weights: [Double], clues: AnswerClues? = nil, length: Int) {
    self.finder = finder
    self.weights = weights
    self.clues = clues
    self.length = max(length, Self.shortestLength)
  }

  /// Up to three passages, in the order of the text; the beginning of the text where nothing matches.
  ///
  /// - Parameters:
  ///   - text: The article's lead and body.
  ///   - title: Its title: what is found there already tells little about which passage is meant.
  /// - Returns: The passages as they are shown; none where there is no text.
  func snippets(of text: String, title: String = "") -> [Snippet] {
    var text = text
    var title = title
    let titleGroups = Set(title.withUTF8 { finder.matches(in: $0).map(\.group) })
    return text.withUTF8 { utf8 in
      // What reaches over the end of a paragraph cannot be shown as one.
      let matches = finder.matches(in: utf8).filter { !utf8[$0.range].contains(UInt8(ascii: "\n")) }
      let sentences = Passages.sentences(
        of: SentenceBoundaries.ranges(in: utf8), in: utf8, uniting: matches)
      guard !sentences.isEmpty else { return [] }
      let found = matches.isEmpty ? [] : clues?.found(in: utf8, sentences, matches) ?? []
      let passages = Passages(
        utf8, matches, weights, sentences: sentences, clues: found, titleGroups: titleGroups)
      return passages.chosen(within: length).map { $0.snippet(of: utf8, matches) }
    }
  }
}
