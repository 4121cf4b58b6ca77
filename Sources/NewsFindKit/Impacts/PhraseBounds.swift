/// Phrases of a query and what each counts at most in a window, those that count least first.
///
/// Filled anew for each window, without asking for memory.
final class PhraseBounds {
  struct Bound {
    /// The number of the phrase.
    let phrase: Int
    let value: Float
  }

  /// Invariant: room for `capacity`, of which the first ``count`` are initialized.
  private let bounds: UnsafeMutablePointer<Bound>
  private let capacity: Int
  @exclusivity(unchecked) private(set) var count = 0

  /// - Parameter capacity: The number of phrases.
  init(capacity: Int) {
    bounds = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit {
    bounds.deallocate()
  }

  func removeAll() { count = 0 }

  /// Inserts a phrase, behind those that count as much.
  ///
  /// Complexity: linear in those that count more: of a handful, often in order.
  func insert(_ phrase: Int, _ value: Float) {
    precondition(count < capacity)
    var place = count
    while place > 0, bounds[place - 1].value > value {
      (bounds + place).initialize(to: bounds[place - 1])
      place -= 1
    }
    (bounds + place).initialize(to: Bound(phrase: phrase, value: value))
    count += 1
  }

  @inline(__always)
  subscript(place: Int) -> Bound {
    precondition(place >= 0 && place < count)
    return bounds[place]
  }
}
