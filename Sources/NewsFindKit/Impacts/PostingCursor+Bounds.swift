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

  /// The list that a window is part of altogether, if it tells of ranges.
  private func rangedList(_ number: Int) -> Int? {
    if lists.count == 1, whole.count == 0 { return lists[0].rangeCount > 0 ? 0 : nil }
    // Segments do not overlap: within one list there is nothing of another.
    let first = number * SearchWindow.rangeCount
    return lists.firstIndex {
      $0.firstRange <= first && first + SearchWindow.rangeCount <= $0.firstRange + $0.rangeCount
    }
  }
}
