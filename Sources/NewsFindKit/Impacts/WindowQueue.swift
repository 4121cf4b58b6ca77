/// The windows of a search in the order in which they are looked at.
///
/// A heap: where a search stops early the others are never sorted.
struct WindowQueue {
  /// In the order of the file.
  private let windows: [ListSearch.Window]
  /// Keys, each not below the two behind it: what comes first is in the upper half; below, the lower the place of the window is, the
  /// higher.
  private var heap: [UInt64] = []
  /// So many come in their order, then the others as they lie in the file; `nil` where all have an order.
  private let ahead: Int?
  private var takenCount = 0
  /// Whether each window was taken, where the order of the file is to follow.
  private var isTaken: [Bool]
  private var nextPlace = 0

  /// - Parameters:
  ///   - windows: In the order of the file.
  ///   - order: Whether those come first that promise most, or the latest.
  ///   - ahead: So many of them come first, the others then as they lie in the file; `nil` for all.
  ///
  /// Complexity: linear; the logarithm of the number for each window that is taken from the heap.
  init(_ windows: [ListSearch.Window], by order: SearchOrder, ahead: Int? = nil) {
    self.windows = windows
    self.ahead = ahead
    isTaken = ahead == nil ? [] : Array(repeating: false, count: windows.count)
    heap.reserveCapacity(windows.count)
    for (place, window) in windows.enumerated() {
      let rank: UInt32
      switch order {
      // Of numbers that are not below 0 the bits have their order.
      case .relevance: rank = max(window.bound, 0).bitPattern
      case .date: rank = UInt32(bitPattern: window.latest) ^ 1 << 31
      }
      heap.append(UInt64(rank) << 32 | UInt64(~UInt32(place)))
    }
    for place in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(place) }
  }

  /// Takes the next window.
  mutating func next() -> ListSearch.Window? {
    if takenCount == ahead {
      while nextPlace < windows.count, isTaken[nextPlace] { nextPlace += 1 }
      guard nextPlace < windows.count else { return nil }
      nextPlace += 1
      return windows[nextPlace - 1]
    }
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      sink(0)
    }
    let place = Int(~UInt32(truncatingIfNeeded: first))
    if ahead != nil { isTaken[place] = true }
    takenCount += 1
    return windows[place]
  }

  private mutating func sink(_ start: Int) {
    var place = start
    let key = heap[place]
    while true {
      var child = 2 * place + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1] > heap[child] { child += 1 }
      guard heap[child] > key else { break }
      heap[place] = heap[child]
      place = child
    }
    heap[place] = key
  }
}
