/// What makes an article a hit, in terms of a plan's leaves and filters.
indirect enum QueryCondition: Hashable {
  /// The article holds a leaf of the plan.
  case leaf(Int)
  /// The article passes a filter of the plan.
  case filter(Int)
  case all([QueryCondition])
  case any([QueryCondition])
  case not(QueryCondition)

  /// All of some conditions; `nil` where there are none.
  static func all(of conditions: [QueryCondition]) -> QueryCondition? {
    conditions.count > 1 ? .all(conditions) : conditions.first
  }

  /// Any of some conditions; `nil` where there are none.
  static func any(of conditions: [QueryCondition]) -> QueryCondition? {
    conditions.count > 1 ? .any(conditions) : conditions.first
  }

  /// The parts that each hit has to meet.
  var conjuncts: [QueryCondition] {
    if case .all(let parts) = self { parts.flatMap(\.conjuncts) } else { [self] }
  }

  /// The leaves it names, in their order.
  var leaves: [Int] {
    switch self {
    case .leaf(let leaf): [leaf]
    case .filter: []
    case .all(let parts), .any(let parts): parts.flatMap(\.leaves)
    case .not(let part): part.leaves
    }
  }

  /// Whether it names a filter.
  var hasFilter: Bool {
    switch self {
    case .leaf: false
    case .filter: true
    case .all(let parts), .any(let parts): parts.contains(where: \.hasFilter)
    case .not(let part): part.hasFilter
    }
  }
}
