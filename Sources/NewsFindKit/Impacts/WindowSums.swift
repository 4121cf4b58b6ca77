/// What is summed up for the articles of a window, and what may still be added in each of its ranges.
final class WindowSums {
  /// Invariant: ``SearchWindow/size`` elements.
  private let sums: UnsafeMutablePointer<Float>
  /// What all that is not added yet can count in each range.
  ///
  /// Invariant: ``SearchWindow/rangeCount`` elements.
  let open: UnsafeMutablePointer<Float>

  init() {
    sums = .allocate(capacity: SearchWindow.size)
    sums.initialize(repeating: 0, count: SearchWindow.size)
    open = .allocate(capacity: SearchWindow.rangeCount)
    open.initialize(repeating: 0, count: SearchWindow.rangeCount)
  }

  deinit {
    sums.deallocate()
    open.deallocate()
  }

  /// Makes all sums 0, and nothing open.
  func removeAll() {
    removeSums()
    removeOpen()
  }

  func removeSums() {
    sums.update(repeating: 0, count: SearchWindow.size)
  }

  func removeOpen() {
    open.update(repeating: 0, count: SearchWindow.rangeCount)
  }

  /// What is summed up for the article of a slot.
  @inline(__always)
  subscript(slot: Int) -> Float {
    get { sums[slot & (SearchWindow.size - 1)] }
    set { sums[slot & (SearchWindow.size - 1)] = newValue }
  }
}
