import SQLiteStore

/// Scores each article that FTS5 finds and keeps the best.
///
/// An auxiliary function of FTS5: it is called once a match, reads the places of each phrase, takes the article's
/// lengths from memory and keeps a heap. FTS5's own `bm25()` reads a row of the file for each match instead, which
/// costs some fifteen times as much.
final class CandidateCollector: FTS5AuxiliaryFunction {
  static let name = "newsfind_collect"

  private let traits: TraitReader
  private let weights = RankingWeights()

  private var filter = ArticleFilter()
  private var heap = CandidateHeap(capacity: 0, order: .relevance)
  private var roles: [PhraseRole] = []
  private var statistics: CollectionStatistics?
  /// The number of articles that matched and passed the filter.
  private(set) var total = 0

  init(_ traits: TraitReader) {
    self.traits = traits
  }

  /// What a phrase of the FTS5 expression does for the score.
  enum PhraseRole: Hashable, Sendable {
    /// It counts, with this weight.
    case scored(weight: Double)
    /// It decides about matching only.
    case silent
  }

  /// Makes ready for one run of an expression.
  ///
  /// - Parameters:
  ///   - roles: One for each phrase of the expression, from left to right.
  ///   - filter: Which articles count at all.
  ///   - capacity: How many candidates to keep.
  ///   - order: Which candidates are the best.
  /// - Throws: ``SQLiteError``.
  func prepare(roles: [PhraseRole], filter: ArticleFilter, capacity: Int, order: SearchOrder) throws {
    self.roles = roles
    self.filter = filter
    heap = CandidateHeap(capacity: capacity, order: order)
    statistics = nil
    total = 0
    try traits.refresh()
  }

  /// The candidates of the run, best first.
  func candidates() -> [Candidate] {
    heap.sorted()
  }

  /// The weights of the scored phrases, in the order of the expression; empty where nothing matched.
  var phraseWeights: [Double] { statistics?.idf.filter { $0 > 0 } ?? [] }

  func visit(_ match: borrowing FTS5Match) throws(SQLiteError) {
    let articleID = match.rowID
    let article = try traits.traits(of: articleID)
    guard filter.admits(article) else { return }
    total += 1
    let statistics: CollectionStatistics
    if let known = self.statistics { statistics = known } else { statistics = try start(match) }
    let hasTitle = article.titleLength > 0
    let titleLength = hasTitle ? Int(article.titleLength) : min(weights.openingLength, Int(article.textLength))
    let titleNorm = 1 - weights.titleB + weights.titleB * Double(titleLength) / statistics.titleMean
    let textNorm = 1 - weights.textB + weights.textB * Double(article.textLength) / statistics.textMean
    var score = 0.0
    for (phrase, idf) in statistics.idf.enumerated() where idf > 0 {
      var inTitle = 0
      var inText = 0
      try match.forEachPlace(of: phrase) { column, offset in
        if column == IndexSchema.TextColumn.title.rawValue {
          inTitle += 1
        } else {
          inText += 1
          if !hasTitle, offset < weights.openingLength { inTitle += 1 }
        }
      }
      let frequency = weights.title * Double(inTitle) / titleNorm + Double(inText) / textNorm
      score += idf * frequency * (weights.k1 + 1) / (weights.k1 + frequency)
    }
    heap.offer(Candidate(articleID: articleID, score: score, minutes: article.minutes))
  }

  /// Asks FTS5 once a run for what holds for all matches.
  private func start(_ match: borrowing FTS5Match) throws(SQLiteError) -> CollectionStatistics {
    let count = Double(max(match.rowCount, 1))
    var idf: [Double] = []
    for (phrase, role) in roles.enumerated() {
      guard case .scored(let weight) = role else {
        idf.append(0)
        continue
      }
      let held = Double(try match.documentFrequency(of: phrase))
      idf.append(weight * CollectionStatistics.idf(holding: held, of: count))
    }
    let titles = Double(match.tokenCount(ofColumn: IndexSchema.TextColumn.title.rawValue))
    let texts = Double(
      match.tokenCount(ofColumn: IndexSchema.TextColumn.lead.rawValue)
        + match.tokenCount(ofColumn: IndexSchema.TextColumn.body.rawValue))
    let made = CollectionStatistics(
      idf: idf, titleMean: max(titles / count, 1), textMean: max(texts / count, 1))
    statistics = made
    return made
  }
}
