/// Some of the postings of a window, selected without a branch: which of them are wanted nothing foretells.
final class SelectedPlaces {
  /// Invariant: room for one more than a window has articles, of which the first `count` are selected.
  private let places: UnsafeMutablePointer<UInt32>
  private var count = 0

  init() {
    places = .allocate(capacity: SearchWindow.size + 1)
    places.initialize(repeating: 0, count: SearchWindow.size + 1)
  }

  deinit {
    places.deallocate()
  }

  /// Selects places.
  ///
  /// - Parameters:
  ///   - range: The places of a window; where the file is damaged and they are more than it has articles, the first of them.
  ///   - isSelected: Which of them.
  @inline(__always)
  func select(from range: Range<Int>, where isSelected: (Int) -> Bool) {
    var count = 0
    for place in range.prefix(SearchWindow.size) {
      places[count] = UInt32(truncatingIfNeeded: place)
      count &+= isSelected(place) ? 1 : 0
    }
    self.count = count
  }

  /// Calls `body` with each place, in their order.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    for index in 0..<count { body(Int(places[index])) }
  }
}
