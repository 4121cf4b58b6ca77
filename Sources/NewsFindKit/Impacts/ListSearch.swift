import SQLiteStore

/// Finds the best articles in lists, without looking at those that cannot be among them.
///
/// The articles lie in windows of 1,024. For each window the greatest impacts in it give a bound of what an article there can
/// score, so windows are taken in the order of their bounds until none can hold anything better than what was found. Within
/// one, the terms that matter most are summed up first, in single precision; what could still be among the best is scored
/// exactly, as ``CandidateCollector`` scores it: hits, scores and order are those of a search that scores all that matches.
///
/// Sources: Ding and Suel, "Faster Top-k Document Retrieval Using Block-Max Indexes" (2011); Turtle and Flood, "Query
/// Evaluation: Strategies and Optimizations" (1995), for terms that alone cannot make a hit.
final class ListSearch {
  // A search belongs to one thread, and none of what it goes through at each step is read while it is written: there, in its cursors
  // too, the checks of exclusive access are left out, which took some percent of its time.

  /// What to look for besides words, and how.
  struct Demand {
    var filter = ArticleFilter()
    var capacity: Int
    var order: SearchOrder
    var freshness: Freshness?
    var counting = TotalCounting.whereCheap
    var countsFacets = false
    var stop: SearchStop?
  }

  let query: ListQuery
  let cursors: [PostingCursor]
  let statistics: CollectionStatistics
  let impacts: ImpactReader
  let traits: TraitReader
  let demand: Demand
  /// What the texts have to be read for, before an article is kept.
  let checks: [ListQuery.Check]
  let written: WrittenWords
  let windowCount: Int
  let weights = RankingWeights.standard
  let hasDeleted: Bool

  /// What the impacts of each cursor are multiplied with; 0 where it does not count for the score.
  let factors: [Float]
  @exclusivity(unchecked) var heap: CandidateHeap
  @exclusivity(unchecked) private(set) var total = 0
  private(set) var isTotalExact = true
  private(set) var isComplete = true
  private(set) var facets: FacetCounter?

  /// Of the window at hand: what is summed up for each article, and which of them may be hits that are kept.
  @exclusivity(unchecked) private(set) var norms: WindowNorms?
  let sums = WindowSums()
  /// What the window's phrases lack of the score to reach, all at their greatest: below 0.
  ///
  /// `nil` while each match is wanted.
  @exclusivity(unchecked) private var missing: Float?
  let bits = WindowBits()
  let clauseBits = WindowBits()
  let wanted = WindowBits()
  let selected = SelectedPlaces()
  /// Those in ``bits``, while phrases are added that need not be looked for elsewhere.
  let slots = WindowSlots()
  /// The phrases any of which makes a hit, and those that are added last.
  let alternatives: PhraseBounds
  let rest: PhraseBounds
  /// The clauses, the rarest first.
  let clauses: [[Int]]
  /// The phrases that only add to the score.
  let additional: [Int]

  /// Counting looks at each posting: where there are more of them the total becomes "more than".
  static let countedPostings = 100_000
  /// So many postings are looked at in the time of one article that may hold a phrase.
  static let phraseCost = 20
  /// So many windows are taken in the order of what they promise before the order of the file.
  private static let windowsAhead = 64

  init(
    _ query: ListQuery, _ cursors: [PostingCursor], _ statistics: CollectionStatistics,
    _ impacts: ImpactReader,
    _ traits: TraitReader, _ checks: [ListQuery.Check], _ written: WrittenWords, _ demand: Demand
  ) {
    self.checks = checks
    self.written = written
    self.query = query
    self.cursors = cursors
    self.statistics = statistics
    self.impacts = impacts
    self.traits = traits
    self.demand = demand
    windowCount = impacts.windowCount
    hasDeleted = impacts.deletedCount > 0
    factors = query.phrases.map { phrase in
      phrase.group.map { Float(statistics.idf[$0]) } ?? 0
    }
    clauses = query.clauses.sorted { one, other in
      one.reduce(0) { $0 + cursors[$1].count } < other.reduce(0) { $0 + cursors[$1].count }
    }
    let needed = Set(query.clauses.joined())
    additional = query.phrases.indices.filter { !needed.contains($0) }
    alternatives = PhraseBounds(capacity: cursors.count)
    rest = PhraseBounds(capacity: cursors.count)
    heap = CandidateHeap(capacity: demand.capacity, order: demand.order)
    facets = demand.countsFacets ? FacetCounter() : nil
  }

  /// Does all of it.
  ///
  /// - Throws: ``SQLiteError``; `CancellationError` when the search was cancelled.
  func run() throws {
    var windows = try orderedWindows()
    let knownTotal = try totalFromLists()
    let postings = query.clauses.joined().reduce(0) {
      $0 + cursors[$1].count * (cursors[$1].isCountBound ? Self.phraseCost : 1)
    }
    let isCheap = knownTotal == nil && checks.isEmpty && postings <= Self.countedPostings
    let counts =
      demand.counting == .exact || demand.countsFacets || demand.counting == .whereCheap && isCheap
    written.begin()
    var lookedAt = 0
    while let window = windows.next() {
      lookedAt += 1
      if lookedAt & 15 == 1, try demand.stop?.isDue() ?? false {
        isComplete = false
        break
      }
      let isPromising = canHoldBetter(window)
      // What follows promises no more than this one, but in the order of the file.
      guard isPromising || counts else { if isInFileOrder { continue } else { break } }
      try look(at: window, isPromising: isPromising, counts: counts)
    }
    if let knownTotal {
      total = knownTotal
    } else if isComplete, heap.worst == nil, demand.capacity > 0, !written.isExhausted {
      // All that matches was kept.
      total = heap.count
    } else if !counts || !isComplete || written.isExhausted {
      isTotalExact = false
      total = max(total, leastTotal, heap.count)
    }
  }

  // MARK: - Windows

  /// A window in which something may be found.
  struct Window {
    let number: Int
    /// What no article in it scores above, about and never below.
    let bound: Float
    /// What its phrases count at most, together.
    let sum: Float
    /// The latest date in it.
    let latest: Int32
  }

  /// Whether, behind the most promising windows, the others are looked at as they lie in the file.
  ///
  /// Where any of some words makes a hit nearly every window has to be looked at, and two neighbours share a block of postings; of
  /// phrases positions are read, one leaf after the other, and mostly all of them, for few articles hold one.
  private var isInFileOrder: Bool {
    guard demand.order == .relevance else { return false }
    return clauses.count == 1 && clauses[0].count > 1 || cursors.contains { $0.isCountBound }
  }

  /// The windows that may hold hits, the most promising first.
  private func orderedWindows() throws(SQLiteError) -> WindowQueue {
    var bounds = [Float](repeating: 0, count: windowCount)
    for (number, cursor) in cursors.enumerated() where factors[number] > 0 {
      for window in 0..<windowCount { bounds[window] += cursor.windowImpacts[window] * factors[number] }
    }
    var isPossible = [Bool](repeating: true, count: windowCount)
    for clause in query.clauses {
      for window in 0..<windowCount where isPossible[window] {
        isPossible[window] = clause.contains { cursors[$0].windowImpacts[window] > 0 }
      }
    }
    let filter = demand.filter
    let needsDates =
      demand.order == .date || demand.freshness != nil || filter.firstMinute != nil || filter.endMinute != nil
    let dates = needsDates ? try impacts.windowDates() : []
    var windows: [Window] = []
    for number in 0..<windowCount where isPossible[number] {
      var latest = Int32.max
      if needsDates, number >> 1 < dates.count {
        let span = dates[number >> 1]
        latest = span.latest
        if let first = filter.firstMinute, span.latest < first { continue }
        if let end = filter.endMinute, span.earliest >= end { continue }
      }
      var bound = bounds[number] * InverseNorms.slack
      if let freshness = demand.freshness {
        bound *= Float(freshness.factor(of: latest)) * InverseNorms.slack
      }
      windows.append(Window(number: number, bound: bound, sum: bounds[number], latest: latest))
    }
    return WindowQueue(windows, by: demand.order, ahead: isInFileOrder ? Self.windowsAhead : nil)
  }

  /// Whether a window can hold anything that comes before the worst that was kept.
  private func canHoldBetter(_ window: Window) -> Bool {
    guard let worst = heap.worst else { return demand.capacity > 0 }
    switch demand.order {
    case .relevance: return window.bound >= Float(worst.score)
    case .date: return window.latest >= worst.minutes
    }
  }

  // MARK: - One window

  private func look(at window: Window, isPromising: Bool, counts: Bool) throws(SQLiteError) {
    let number = window.number
    let norms = try impacts.norms(ofWindow: number >> 1)
    if norms.isEmpty(half: number) { return }
    norms.prefetch(half: number)
    self.norms = norms
    // By date all that matches is offered.
    let threshold = demand.order == .relevance ? scoreToBeat(window) : nil
    missing = counts ? nil : threshold.map { $0 - window.sum * InverseNorms.slack }
    if counts || threshold == nil {
      try findMatches(number)
      if bits.isEmpty { return }
      try dropExcluded(number)
      try dropAbsent(number)
      try count(number, isExact: counts)
      guard isPromising else { return }
      if let threshold {
        try narrow(number, threshold)
      } else {
        for cursor in cursors.indices where factors[cursor] > 0 && cursors[cursor].windowImpacts[number] > 0 {
          try load(cursor, number)
        }
      }
    } else if let threshold {
      try findPromising(number, threshold)
      if bits.isEmpty { return }
      try dropExcluded(number)
    }
    try offer(number)
  }

  /// What a sum must reach to be looked at; `nil` while all is kept.
  private func scoreToBeat(_ window: Window) -> Float? {
    guard let worst = heap.worst else { return nil }
    guard let freshness = demand.freshness else { return Float(worst.score) / InverseNorms.slack }
    let factor = Float(freshness.factor(of: window.latest)) * InverseNorms.slack
    return Float(worst.score) / max(factor, .leastNormalMagnitude) / InverseNorms.slack
  }

  /// The articles of the window that meet all clauses.
  private func findMatches(_ number: Int) throws(SQLiteError) {
    for (place, clause) in clauses.enumerated() {
      try collect(clause, number, into: place == 0 ? bits : clauseBits)
      if place > 0 { bits.formIntersection(clauseBits) }
      if bits.isEmpty { return }
    }
  }

  /// The articles of the window that hold any of some phrases.
  func collect(_ clause: [Int], _ number: Int, into set: WindowBits) throws(SQLiteError) {
    set.removeAll()
    let start = SearchWindow.start(number)
    for cursor in clause where cursors[cursor].windowImpacts[number] > 0 {
      try load(cursor, number)
      let postings = cursors[cursor].window
      for place in postings.range { set.insert(Int(postings.article(place) &- start)) }
    }
  }

  /// Makes the postings of a phrase ready, as far as they matter in some slots of the window at hand.
  func load(_ cursor: Int, _ number: Int, slots: Range<Int> = SearchWindow.slots) throws(SQLiteError) {
    var needed: Float = 0
    if cursors[cursor].isCountBound, let missing, factors[cursor] > 0 {
      // All others at their greatest leave so much to this one.
      let bound = cursors[cursor].windowImpacts[number] * factors[cursor]
      needed = max((missing + bound) / factors[cursor] / InverseNorms.slack, 0)
    }
    try cursors[cursor].load(number, needing: needed, slots: slots)
  }

  private func dropExcluded(_ number: Int) throws(SQLiteError) {
    let start = SearchWindow.start(number)
    for excluded in query.excluded where cursors[excluded].windowImpacts[number] > 0 {
      try cursors[excluded].load(number)
      let postings = cursors[excluded].window
      for place in postings.range { bits.remove(Int(postings.article(place) &- start)) }
    }
  }

  /// Counts what matches in the window: all that is asked for, or as much as costs nothing.
  private func count(_ number: Int, isExact: Bool) throws(SQLiteError) {
    // What must be read first is not counted.
    guard checks.isEmpty else { return }
    guard facets != nil || demand.filter.isSelective else {
      total += bits.count
      return
    }
    guard isExact else { return }
    let start = Int64(SearchWindow.start(number))
    try bits.forEach { slot throws(SQLiteError) in
      let article = try traits.traits(of: start + Int64(slot))
      guard demand.filter.admits(article) else { return }
      total += 1
      facets?.count(article)
    }
  }

  /// Takes out the articles that are not there any more.
  private func dropAbsent(_ number: Int) throws(SQLiteError) {
    guard hasDeleted, let norms else { return }
    let base = (number & 1) << 10
    bits.forEach { slot in
      if norms[base + slot] == .none { bits.remove(slot) }
    }
  }

  /// Scores what is left, exactly, and keeps the best.
  private func offer(_ number: Int) throws(SQLiteError) {
    guard let norms else { return }
    let start = SearchWindow.start(number)
    let base = (number & 1) << 10
    let filters = demand.filter.isSelective
    try bits.forEach { slot throws(SQLiteError) in
      let lengths = norms[base + slot]
      guard lengths != .none else { return }
      let article = start + UInt32(slot)
      if filters, try !demand.filter.admits(traits.traits(of: Int64(article))) { return }
      var score = score(of: article, lengths)
      if demand.order == .relevance, demand.freshness == nil, let worst = heap.worst, score < worst.score {
        return
      }
      let absent = try absentPhrases(article, number, lengths)
      if !absent.isEmpty {
        guard isHit(article, without: absent) else { return }
        score = self.score(of: article, lengths, without: absent)
      }
      let minutes = try traits.traits(of: Int64(article)).minutes
      let factor = demand.freshness?.factor(of: minutes) ?? 1
      heap.offer(Candidate(articleID: Int64(article), score: score * factor, minutes: minutes))
    }
  }

  /// The score, in the very steps of ``CandidateCollector``.
  private func score(
    of article: UInt32, _ lengths: ArticleLengths, without absent: Set<Int> = []
  ) -> Double {
    let norms = statistics.scale.norms(of: lengths)
    return withUnsafeTemporaryAllocation(of: GroupFrequencies.self, capacity: statistics.idf.count) {
      groups in
      groups.initialize(repeating: GroupFrequencies())
      for (number, phrase) in query.phrases.enumerated() {
        guard let group = phrase.group, !absent.contains(number) else { continue }
        let postings = cursors[number].window
        guard let place = postings.place(of: article) else { continue }
        let frequencies = postings.frequencies(place)
        groups[group].title += phrase.weight * Double(frequencies.title)
        groups[group].text += phrase.weight * Double(frequencies.text)
      }
      var score = 0.0
      for (group, frequencies) in groups.enumerated() {
        let frequency = weights.title * frequencies.title / norms.title + frequencies.text / norms.text
        score += statistics.idf[group] * weights.saturated(frequency)
      }
      return score
    }
  }

  private struct GroupFrequencies {
    var title = 0.0
    var text = 0.0
  }
}
