/// For each window of a search the greatest impact in it.
///
/// A search reads them at every step: they lie where reading them needs no check whether somebody writes.
struct WindowImpacts {
  private let start: UnsafeMutablePointer<Float>
  let count: Int

  /// Zeros; to be given back by ``deallocate()``.
  init(count: Int) {
    self.count = count
    start = .allocate(capacity: count)
    start.initialize(repeating: 0, count: count)
  }

  func deallocate() {
    start.deallocate()
  }

  @inline(__always)
  subscript(window: Int) -> Float {
    get {
      precondition(window >= 0 && window < count)
      return start[window]
    }
    nonmutating set {
      precondition(window >= 0 && window < count)
      start[window] = newValue
    }
  }
}
