import FrenchText

/// Chooses the passages of an article that best answer a query.
///
/// A passage is one sentence or several in a row of one paragraph. First counts how much of the query it covers
/// (by the words' weights), then how often, then how early it stands. A second passage is taken where it covers
/// what the first does not.
struct SnippetMaker {
  private let finder: MatchFinder
  /// The weight of each group of the query.
  private let weights: [Double]
  /// In characters, all passages of an article together.
  private let length: Int

  /// A second passage shorter than this says too little.
  private static let shortestPassage = 40

  init(_ finder: MatchFinder, weights: [Double], length: Int) {
    self.finder = finder
    self.weights = weights
    self.length = max(length, Self.shortestPassage)
  }

  /// One passage or two, in the order of the text; the beginning of the text where nothing matches.
  func snippets(of text: String) -> [Snippet] {
    var text = text
    return text.withUTF8 { utf8 in
      let sentences = SentenceBoundaries.ranges(in: utf8)
      guard !sentences.isEmpty else { return [] }
      let passages = Passages(utf8, sentences, finder.matches(in: utf8), weights)
      guard let best = passages.best(within: length, covering: []) else {
        return [passages.opening(within: length).snippet(of: utf8, passages.matches)]
      }
      var chosen = [best]
      let room = length - best.characterCount
      if room >= Self.shortestPassage,
        let second = passages.best(within: room, covering: passages.groups(of: best), awayFrom: best.range)
      {
        chosen.append(second)
      }
      return chosen.sorted { $0.range.lowerBound < $1.range.lowerBound }
        .map { $0.snippet(of: utf8, passages.matches) }
    }
  }
}
