import SQLiteStore

extension ListSearch {
  /// The total, where the lists tell it: of one term, less what was taken out.
  ///
  /// That is looked for only in windows from which something is gone: mostly few, for articles go and change together.
  ///
  /// - Returns: `nil` where more has to be counted.
  /// - Throws: ``SQLiteError``; `CancellationError` when the search was cancelled.
  func totalFromLists() throws -> Int? {
    guard query.clauses.count == 1, query.clauses[0].count == 1, query.excluded.isEmpty,
      !demand.filter.isSelective, !demand.countsFacets, checks.isEmpty,
      !cursors[query.clauses[0][0]].isCountBound
    else { return nil }
    let cursor = query.clauses[0][0]
    let covered = cursors[cursor].coveredCount
    guard hasDeleted else { return covered }
    guard demand.counting != .none else { return nil }
    var worn: [Int] = []
    for number in 0..<windowCount where cursors[cursor].windowImpacts[number] > 0 {
      if try !impacts.norms(ofWindow: number >> 1).isFull(half: number) { worn.append(number) }
    }
    let isCheap = covered / max(windowCount, 1) * worn.count <= Self.countedPostings
    guard demand.counting == .exact || isCheap else { return nil }
    var gone = 0
    for (place, number) in worn.enumerated() {
      if place & 15 == 15, try demand.stop?.isDue() ?? false { return nil }
      let norms = try impacts.norms(ofWindow: number >> 1)
      if norms.isEmpty(half: number) {
        try cursors[cursor].load(number)
        gone += cursors[cursor].window.range.count
        continue
      }
      let base = (number & 1) << 10
      try collect([cursor], number, into: bits)
      bits.removeAll { _, slot in norms[base + slot] != .none }
      gone += bits.count
    }
    return covered - gone
  }

  /// So many articles match at least.
  var leastTotal: Int {
    guard query.clauses.count == 1, query.excluded.isEmpty, !demand.filter.isSelective, checks.isEmpty
    else { return 0 }
    return query.clauses[0].reduce(0) { least, cursor in
      cursors[cursor].isCountBound ? least : max(least, cursors[cursor].coveredCount - impacts.deletedCount)
    }
  }
}
