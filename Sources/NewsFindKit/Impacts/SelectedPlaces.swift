/// Some of the postings of a window, selected without a branch: which of them are wanted nothing foretells.
final class SelectedPlaces {
  /// Invariant: room for one more than a window has articles, of which the first `count` are selected.
  private let places: UnsafeMutablePointer<UInt32>
  @exclusivity(unchecked) private var count = 0

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
  ///   - selected: 1 for a place that is selected, else 0: a number, for of a truth value the compiler makes a branch.
  @inline(__always)
  func select(from range: Range<Int>, _ selected: (Int) -> Int) {
    let places = places
    let end = min(range.upperBound, range.lowerBound &+ SearchWindow.size)
    var count = 0
    var place = range.lowerBound
    while place < end {
      places[count] = UInt32(truncatingIfNeeded: place)
      count &+= selected(place) & 1
      place &+= 1
    }
    self.count = count
  }

  /// Calls `body` with each place, in their order.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    for index in 0..<count { body(Int(places[index])) }
  }
}
