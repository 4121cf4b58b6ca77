import FrenchText
import NewsArticles
import NewsQuery

/// Turns a query's syntax tree into a plan.
///
/// Words side by side are ranked: any of them makes a hit. Beside what has to be there (phrases, what stands behind a plus)
/// they only count for the score.
struct QueryPlanner {
  private let analyzer: FrenchAnalyzer
  private let synonyms: Synonyms?
  /// Whether the words of phrases are looked for instead of the phrases.
  private let relaxesPhrases: Bool
  /// Whether the query is all in small letters, or all in capitals.
  private let isCaseless: Bool
  private(set) var plan = QueryPlan()
  private var phraseCount = 0
  private var excludedCount = 0

  /// More distinct words, phrases or exclusions than this are not looked up: a query made of a whole article is answered by
  /// its first ones.
  static let maximumWords = 256
  private static let tooMany =
    "only the first \(maximumWords) different words, phrases and exclusions of the query were looked up"

  private init(_ query: Query, _ analyzer: FrenchAnalyzer, _ synonyms: Synonyms?, relaxesPhrases: Bool) {
    isCaseless = query.text == query.text.lowercased() || query.text == query.text.uppercased()
    self.analyzer = analyzer
    self.synonyms = synonyms
    self.relaxesPhrases = relaxesPhrases
  }

  /// The plan of a query.
  ///
  /// - Parameters:
  ///   - query: What was typed.
  ///   - analyzer: The one that made the index.
  ///   - synonyms: What may stand for a name besides it.
  ///   - relaxesPhrases: Whether to look for the words of phrases that stand beside words instead of the phrases. An article
  ///     with all but the phrase of a headline that somebody pasted is better than none.
  /// - Returns: The plan.
  static func plan(
    _ query: Query, _ analyzer: FrenchAnalyzer, synonyms: Synonyms? = nil, relaxesPhrases: Bool = false
  ) -> QueryPlan {
    guard let root = query.root else { return QueryPlan() }
    var planner = QueryPlanner(query, analyzer, synonyms, relaxesPhrases: relaxesPhrases)
    planner.plan.condition =
      switch root.content {
      case .and, .or: planner.condition(root, isWanted: true)
      case .list(let items): planner.list(items, isRanked: true, isWanted: true)
      case .term, .required, .excluded: planner.list([root], isRanked: true, isWanted: true)
      }
    if relaxesPhrases {
      planner.plan.notes.append("no article holds all phrases as they stand: their words were looked for")
    }
    if planner.plan.leaves.allSatisfy({ !$0.isWanted }), planner.plan.condition != nil {
      let isNegative = !planner.plan.leaves.isEmpty
      planner.plan.notes +=
        isNegative && planner.plan.filters.isEmpty
        ? ["the query only says what to leave out: all other articles are listed, the newest first"] : []
    }
    return planner.plan
  }

  // MARK: - Boolean parts

  /// What a part of the tree asks for as a whole.
  private mutating func condition(_ node: QueryNode, isWanted: Bool) -> QueryCondition? {
    switch node.content {
    case .term(let term): return self.term(term, isWanted: isWanted)
    case .required(let inner): return condition(inner, isWanted: isWanted)
    case .excluded(let inner): return condition(inner, isWanted: !isWanted).map { .not($0) }
    case .and(let operands): return .all(of: operands.compactMap { condition($0, isWanted: isWanted) })
    case .or(let operands): return .any(of: operands.compactMap { condition($0, isWanted: isWanted) })
    case .list(let items): return list(items, isRanked: false, isWanted: isWanted)
    }
  }

  /// What one term asks for as a whole.
  private mutating func term(_ term: QueryTerm, isWanted: Bool) -> QueryCondition? {
    if let filter = filter(term) {
      plan.filters.append(filter)
      return .filter(plan.filters.count - 1)
    }
    guard let (lookup, written) = lookup(term) else { return nil }
    if isWanted { phraseCount += 1 } else { excludedCount += 1 }
    guard max(phraseCount, excludedCount) <= Self.maximumWords else {
      note(Self.tooMany)
      return nil
    }
    return add(lookup, term.field, written, isWanted: isWanted)
  }

  // MARK: - Lists

  /// What stands side by side.
  private mutating func list(_ items: [QueryNode], isRanked: Bool, isWanted: Bool) -> QueryCondition? {
    var required: [QueryCondition] = []
    var excluded: [QueryCondition] = []
    var filters: [QueryFilter] = []
    var narrowing: [QueryCondition] = []
    var groups: [QueryCondition] = []
    var words = RankedWords(usesSynonyms: isRanked && isWanted, isCaseless: isCaseless)
    var phrases: [(field: QueryField?, words: [TypedWord])] = []
    var seenPhrases: Set<QueryTerm> = []
    let hasPlus = items.contains { if case .required = $0.content { true } else { false } }
    for item in items {
      if isRanked { remember(item) }
      switch item.content {
      case .required(let inner):
        if let condition = condition(inner, isWanted: isWanted) { required.append(condition) }
      case .excluded(let inner):
        if let condition = condition(inner, isWanted: !isWanted) { excluded.append(.not(condition)) }
      case .and, .or, .list:
        guard let condition = condition(item, isWanted: isWanted) else { continue }
        // Sections, sources and dates narrow what is found, in parentheses too.
        if condition.leaves.isEmpty { narrowing.append(condition) } else { groups.append(condition) }
      case .term(let term):
        if let filter = filter(term) {
          Self.merge(filter, into: &filters)
        } else if term.kind == .word || term.kind == .value {
          words.add(TypedWord.words(of: term.text, analyzer), in: term.field)
        } else if term.kind == .phrase || term.kind == .exactPhrase || term.isNear {
          words.interrupt()
          let typed = TypedWord.words(of: term.text, analyzer)
          guard !typed.isEmpty, seenPhrases.insert(term).inserted else { continue }
          phrases.append((term.field, typed))
          if !relaxesPhrases || !isRanked, let condition = self.term(term, isWanted: isWanted) {
            required.append(condition)
          }
        } else if let condition = self.term(term, isWanted: isWanted) {
          groups.append(condition)
        }
      }
    }
    if isRanked, relaxesPhrases { phrases.forEach { words.addPhraseWords($0.words, in: $0.field) } }
    let isAlone = groups.isEmpty && required.isEmpty && phrases.isEmpty
    var found = words.words(synonyms: synonyms, keepsStopWords: isAlone)
    if found.count > Self.maximumWords {
      note(Self.tooMany)
      found.removeLast(found.count - Self.maximumWords)
    }
    let any =
      found.map { add(.phrase([$0.term], $0.alternatives), $0.field, nil, isWanted: isWanted) } + groups
      + (isWanted
        ? found.compactMap { word in
          word.name.map { add(.phrase([$0], []), word.field, nil, isWanted: true) }
        } : [])
    if isRanked {
      plan.canBeRelaxed = !phrases.isEmpty && !any.isEmpty && !hasPlus && !relaxesPhrases
    }
    plan.filters += filters
    narrowing += filters.indices.map { .filter(plan.filters.count - filters.count + $0) }
    if required.isEmpty {
      return .all(of: (QueryCondition.any(of: any).map { [$0] } ?? []) + narrowing + excluded)
    }
    plan.optional += any.flatMap(\.leaves).filter { plan.leaves[$0].isWanted }
    return .all(of: required + narrowing + excluded)
  }

  /// An article has one section and one source: two of a kind mean either.
  private static func merge(_ filter: QueryFilter, into filters: inout [QueryFilter]) {
    if !filter.field.isDate, let known = filters.firstIndex(where: { $0.field == filter.field }) {
      filters[known].values += filter.values
    } else {
      filters.append(filter)
    }
  }

  /// Keeps the words of an item of a ranked query, for the order and the forms they were typed in.
  private mutating func remember(_ item: QueryNode) {
    switch item.content {
    case .required(let inner): remember(inner)
    case .term(let term):
      guard term.field.map(\.isDate) ?? true, filter(term) == nil else { return }
      let typed = TypedWord.words(of: term.text, analyzer)
      plan.sequence += typed.prefix(Self.maximumWords - min(plan.sequence.count, Self.maximumWords))
    case .list(let items): items.forEach { remember($0) }
    case .excluded, .and, .or: break
    }
  }

  // MARK: - Terms

  /// How a term is looked for as one thing; `nil` where it holds no word.
  private func lookup(_ term: QueryTerm) -> (QueryLeaf.Lookup, WrittenPattern?)? {
    let typed = TypedWord.words(of: term.text, analyzer)
    guard let last = typed.last else { return nil }
    let terms = typed.map(\.term)
    switch term.kind {
    case .word, .value:
      // weekend answers week-end.
      let compound = typed.count == 2 ? last.compound : nil
      return (.phrase(terms, compound.map { [QueryPlan.Alternative(phrase: [$0], weight: 1)] } ?? []), nil)
    case .phrase: return (.phrase(terms, Self.names(typed)), nil)
    case .near(let distance):
      guard Set(terms).count > 1 else { return (.phrase(terms, []), nil) }
      // FTS5 counts the words between the first and the last, those that are looked for too.
      return (.near(terms, distance + terms.count - 2), nil)
    case .exactWord, .exactPhrase:
      return (
        .phrase(terms, Self.names(typed)),
        WrittenPattern(elements: typed.prefix(WrittenPattern.maximumCount).map { .exact($0) })
      )
    case .prefix:
      let whole = typed.dropLast().suffix(WrittenPattern.maximumCount - 1)
      let exceptions = PrefixTerms(last.foldedWord)
      let pattern =
        whole.map { WrittenPattern.Element.term(Array($0.term.utf8)) } + [.prefix(last.foldedWord)]
      return (
        .prefix(
          whole.map(\.term), String(decoding: last.foldedWord, as: UTF8.self), doubtful: exceptions.doubtful,
          others: exceptions.others), WrittenPattern(elements: pattern)
      )
    }
  }

  /// Words in a row with the terms that they have as names: "ville de tours" is found where Tours is a name.
  private static func names(_ typed: [TypedWord]) -> [QueryPlan.Alternative] {
    guard typed.contains(where: { $0.hiddenName != nil }) else { return [] }
    return [QueryPlan.Alternative(phrase: typed.map { $0.hiddenName ?? $0.term }, weight: 1)]
  }

  /// What a term asks for besides the text; `nil` where it asks for a text, also behind a name of a field that needs a date.
  private func filter(_ term: QueryTerm) -> QueryFilter? {
    guard let field = term.field, !field.isText else { return nil }
    if field.isDate, ArticleDate(term.text) == nil { return nil }
    return QueryFilter(field: field, values: [term.text])
  }

  private mutating func add(
    _ lookup: QueryLeaf.Lookup, _ field: QueryField?, _ written: WrittenPattern?, isWanted: Bool
  ) -> QueryCondition {
    var count = isWanted ? 1 : 0
    if case .near(let terms, _) = lookup, isWanted { count = terms.count }
    plan.leaves.append(
      QueryLeaf(
        lookup: lookup, field: field.flatMap { $0.isText ? $0 : nil }, written: written,
        groups: plan.groupCount..<plan.groupCount + count))
    plan.groupCount += count
    return .leaf(plan.leaves.count - 1)
  }

  private mutating func note(_ note: String) {
    if !plan.notes.contains(note) { plan.notes.append(note) }
  }
}

extension QueryTerm {
  fileprivate var isNear: Bool { if case .near = kind { true } else { false } }
}
