extension PostingCursor {
  /// Adds to the bounds of the ranges of a window what this phrase can count in each.
  ///
  /// - Parameters:
  ///   - number: The window.
  ///   - factor: What an impact is multiplied with.
  ///   - bounds: Sixteen sums.
  /// - Returns: Whether the ranges were known; else each got the bound of the whole window.
  @discardableResult
  func addBounds(_ number: Int, times factor: Float, to bounds: UnsafeMutablePointer<Float>) -> Bool {
    if let wholeRanges {
      let first = number * SearchWindow.rangeCount
      for range in 0..<SearchWindow.rangeCount { bounds[range] += factor * wholeRanges[first + range] }
      return true
    }
    if let list = rangedList(number) {
      let steps = lists[list].ranges
      let stepCount = lists[list].rangeCount
      let first = number * SearchWindow.rangeCount - lists[list].firstRange
      let perStep = factor / 255 * Float(RankingWeights.standard.maximalSaturation)
      for range in max(0, -first)..<max(min(SearchWindow.rangeCount, stepCount - first), max(0, -first)) {
        bounds[range] += perStep * Float((steps + first + range).load(as: UInt8.self))
      }
      return true
    }
    let bound = windowImpacts[number] * factor
    for range in 0..<SearchWindow.rangeCount { bounds[range] += bound }
    return false
  }

  /// Whether the greatest impacts of the ranges of a window are known.
  func hasRanges(_ number: Int) -> Bool { wholeRanges != nil || rangedList(number) != nil }

  /// The list that all postings in a window are of, if it tells of all its ranges.
  private func rangedList(_ number: Int) -> Int? {
    if lists.count == 1, whole.count == 0 { return lists[0].rangeCount > 0 ? 0 : nil }
    guard number < firstBlocks.count, Int(firstBlocks[number]) < blocks.count else { return nil }
    let start = SearchWindow.start(number)
    let end = start &+ UInt32(SearchWindow.size)
    let first = Int(firstBlocks[number])
    let list = Int(blocks[first].list)
    // Where two segments meet both may have postings, even in one range.
    for place in first..<blocks.count {
      if blocks[place].first >= end { break }
      if Int(blocks[place].list) != list { return nil }
    }
    if whole.count > 0, whole.place(notBelow: start) < whole.place(notBelow: end) { return nil }
    let range = number * SearchWindow.rangeCount
    let told = lists[list].firstRange..<lists[list].firstRange + lists[list].rangeCount
    return told.contains(range) && told.contains(range + SearchWindow.rangeCount - 1) ? list : nil
  }
}
