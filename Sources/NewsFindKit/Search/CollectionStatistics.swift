import Glibc

/// What BM25F needs to know of the whole collection.
struct CollectionStatistics: Sendable {
  /// For each group of the query its inverse document frequency.
  let idf: [Double]
  /// The number of articles.
  let count: Double
  /// What lengths weaken.
  let scale: ImpactScale

  /// The inverse document frequency of something that `holding` of `count` articles hold; always above 0.
  static func idf(holding: Double, of count: Double) -> Double {
    log(1 + (max(count - holding, 0) + 0.5) / (holding + 0.5))
  }

  /// - Parameters:
  ///   - roles: What the phrases of an expression do for the score.
  ///   - groupCount: How many groups they name.
  ///   - count: The number of articles.
  ///   - scale: What lengths weaken.
  ///   - holding: The number of articles that hold a phrase.
  /// - Throws: What `holding` throws.
  init<Failure: Error>(
    _ roles: [CandidateCollector.PhraseRole], groupCount: Int, count: Double, scale: ImpactScale,
    holding: (Int) throws(Failure) -> Double
  ) throws(Failure) {
    // A group is as rare as its own word; where that is nowhere, as the most frequent of what may stand for it.
    var groups = [Double](repeating: 0, count: groupCount)
    var isOwn = [Bool](repeating: false, count: groupCount)
    for (phrase, role) in roles.enumerated() {
      guard case .scored(let group, let weight) = role, !isOwn[group] else { continue }
      let held = try holding(phrase)
      isOwn[group] = weight == 1 && held > 0
      groups[group] = isOwn[group] ? held : max(groups[group], held)
    }
    idf = groups.map { Self.idf(holding: $0, of: count) }
    self.count = count
    self.scale = scale
  }
}
