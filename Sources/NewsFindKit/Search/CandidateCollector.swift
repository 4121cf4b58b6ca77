import SQLiteStore

/// Scores each article that FTS5 finds and keeps the best.
///
/// An auxiliary function of FTS5: it is called once a match, reads the places of each phrase, takes the article's
/// lengths from memory and keeps a heap. FTS5's own `bm25()` reads a row of the file for each match instead, which
/// costs some fifteen times as much.
final class CandidateCollector: FTS5AuxiliaryFunction {
  static let name = "newsfind_collect"

  private let traits: TraitReader
  private let written: WrittenWords
  private let weights = RankingWeights.standard

  private var test: RowTest?
  /// For each group the leaf whose words have to stand in the text as they are written, if there is one.
  private var leafOfGroup: [Int?] = []
  private var visited: RowSet?
  private var filter = ArticleFilter()
  private var heap = CandidateHeap(capacity: 0, order: .relevance)
  private var roles: [PhraseRole] = []
  private var groupCount = 0
  /// What the last run found out about the collection; `nil` where nothing matched.
  private(set) var statistics: CollectionStatistics?
  private var known: KnownStatistics?
  private var freshness: Freshness?
  private var stop: SearchStop?
  private var visitCount = 0
  /// Whether the last run ended before all was looked at.
  private(set) var isStopped = false
  /// What the run was broken off for.
  private(set) var stopError: (any Error)?
  private var keepsParts = false
  /// What each group adds to the score of the last match, if the run keeps that.
  private(set) var parts: [(titleFrequency: Double, textFrequency: Double, score: Double)] = []
  /// How often each group occurs in the article at hand, weighted: in its title, and in its text.
  private var titleFrequencies: [Double] = []
  private var textFrequencies: [Double] = []
  /// The number of articles that matched and passed the filter.
  private(set) var total = 0
  /// Counts the matches by what is in their traits, if that was asked for.
  private(set) var facets: FacetCounter?

  init(_ traits: TraitReader, _ written: WrittenWords) {
    self.traits = traits
    self.written = written
  }

  /// Whether articles were left out because not all could be read: the total is a lower bound.
  var isCutShort: Bool { written.isExhausted }

  /// What a phrase of the FTS5 expression does for the score.
  enum PhraseRole: Hashable, Sendable {
    /// It counts for a group, with this weight: a word and what may stand for it are one group.
    case scored(group: Int, weight: Double)
    /// It decides about matching only.
    case silent
  }

  /// Makes ready for one run of an expression.
  ///
  /// - Parameters:
  ///   - roles: One for each phrase of the expression, from left to right.
  ///   - groupCount: How many groups the roles name.
  ///   - filter: Which articles count at all.
  ///   - capacity: How many candidates to keep.
  ///   - order: Which candidates are the best.
  ///   - known: What FTS5 need not be asked for.
  ///   - test: What to ask of each row that FTS5 finds; `nil` where all of them are hits.
  ///   - seesOthers: Whether ``visitOther(_:)`` will follow.
  ///   - countsFacets: Whether to count the matches by section, source and day.
  ///   - freshness: How age lessens scores, if it does.
  ///   - keepsParts: Whether to keep ``parts``.
  ///   - stop: When to end early: the run fails with `interrupted`, and ``isStopped`` or ``stopError`` tells why.
  /// - Throws: ``SQLiteError``.
  func prepare(
    roles: [PhraseRole], groupCount: Int, filter: ArticleFilter, capacity: Int, order: SearchOrder,
    known: KnownStatistics? = nil, test: RowTest? = nil, seesOthers: Bool = false, countsFacets: Bool = false,
    freshness: Freshness? = nil,
    keepsParts: Bool = false, stop: SearchStop? = nil
  ) throws {
    self.stop = stop
    visitCount = 0
    isStopped = false
    stopError = nil
    self.known = known
    self.test = test
    leafOfGroup = test?.leafOfGroup ?? []
    visited = seesOthers ? RowSet() : nil
    written.begin()
    facets = countsFacets ? FacetCounter() : nil
    self.freshness = freshness
    self.keepsParts = keepsParts
    parts = []
    self.roles = roles
    self.groupCount = groupCount
    titleFrequencies = [Double](repeating: 0, count: groupCount)
    textFrequencies = titleFrequencies
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

  func visit(_ match: borrowing FTS5Match) throws(SQLiteError) {
    visitCount += 1
    if visitCount & 1023 == 0, let stop { try ask(stop) }
    let articleID = match.rowID
    visited?.insert(articleID)
    let article = try traits.traits(of: articleID)
    guard filter.admits(article) else { return }
    test?.begin()
    if test != nil, try test?.isHit(match, articleID, article, written) == false { return }
    total += 1
    facets?.count(article)
    let statistics: CollectionStatistics
    if let known = self.statistics { statistics = known } else { statistics = try start(match) }
    let norms = statistics.scale.norms(of: article.lengths)
    for group in 0..<groupCount {
      titleFrequencies[group] = 0
      textFrequencies[group] = 0
    }
    let isTitled = article.titleLength > 0
    for (phrase, role) in roles.enumerated() {
      guard case .scored(let group, let weight) = role else { continue }
      if !leafOfGroup.isEmpty, let leaf = leafOfGroup[group],
        try test?.holds(leaf, match, articleID, written) == false
      {
        continue
      }
      let openingEnd = isTitled ? 0 : weights.openingEnd(forLength: match.phraseLength(phrase))
      var inTitle = 0
      var inText = 0
      try match.forEachPlace(of: phrase) { column, offset in
        if column == IndexSchema.TextColumn.title.rawValue {
          inTitle += 1
        } else {
          inText += 1
          if offset < openingEnd { inTitle += 1 }
        }
      }
      // As many as a posting can tell.
      titleFrequencies[group] += weight * Double(UInt8(clamping: inTitle))
      textFrequencies[group] += weight * Double(UInt16(clamping: inText))
    }
    var score = 0.0
    if keepsParts { parts.removeAll() }
    for group in 0..<groupCount {
      let frequency =
        weights.title * titleFrequencies[group] / norms.title + textFrequencies[group] / norms.text
      let part = statistics.idf[group] * weights.saturated(frequency)
      if keepsParts { parts.append((titleFrequencies[group], textFrequencies[group], part)) }
      score += part
    }
    if let freshness { score *= freshness.factor(of: article.minutes) }
    heap.offer(Candidate(articleID: articleID, score: score, minutes: article.minutes))
  }

  private func ask(_ stop: SearchStop) throws(SQLiteError) {
    do {
      guard try stop.isDue() else { return }
      isStopped = true
    } catch {
      stopError = error
    }
    throw SQLiteError(code: .interrupted, message: "the search was stopped")
  }

  /// Looks at an article that FTS5 did not find: it holds no phrase of the expression.
  func visitOther(_ articleID: Int64) throws(SQLiteError) {
    if visited?.contains(articleID) ?? false { return }
    let article = try traits.traits(of: articleID)
    guard filter.admits(article), test?.isHitWithoutWords(article) ?? true else {
      return
    }
    total += 1
    facets?.count(article)
    heap.offer(Candidate(articleID: articleID, score: 0, minutes: article.minutes))
  }

  /// Asks FTS5 once a run for what holds for all matches.
  private func start(_ match: borrowing FTS5Match) throws(SQLiteError) -> CollectionStatistics {
    let made: CollectionStatistics
    switch known {
    case .all(let statistics): made = statistics
    case .lists(let count, let scale, let frequencies):
      made = try CollectionStatistics(roles, groupCount: groupCount, count: count, scale: scale) {
        phrase throws(SQLiteError) -> Double in
        if let frequency = frequencies[phrase] { return frequency }
        return Double(try match.documentFrequency(of: phrase))
      }
    case nil:
      let count = Double(max(try match.rowCount(), 1))
      let titles = Double(try match.tokenCount(ofColumn: IndexSchema.TextColumn.title.rawValue))
      let texts = Double(
        try match.tokenCount(ofColumn: IndexSchema.TextColumn.lead.rawValue)
          + match.tokenCount(ofColumn: IndexSchema.TextColumn.body.rawValue))
      made = try CollectionStatistics(
        roles, groupCount: groupCount, count: count,
        scale: ImpactScale(titleMean: max(titles / count, 1), textMean: max(texts / count, 1))
      ) { phrase throws(SQLiteError) in Double(try match.documentFrequency(of: phrase)) }
    }
    statistics = made
    return made
  }
}
