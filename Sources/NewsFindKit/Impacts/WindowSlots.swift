/// Articles of a window in a row, in their order: to go through few of them one after the other costs less than through a set.
final class WindowSlots {
  /// Invariant: room for one more than a window has articles, of which the first ``count`` are set, each below
  /// ``SearchWindow/size``.
  private let slots: UnsafeMutablePointer<UInt16>
  @exclusivity(unchecked) private(set) var count = 0

  init() {
    slots = .allocate(capacity: SearchWindow.size + 1)
    slots.initialize(repeating: 0, count: SearchWindow.size + 1)
  }

  deinit {
    slots.deallocate()
  }

  var isEmpty: Bool { count == 0 }

  /// The slots from the first to the last article; none where they are in no order, for the file is damaged.
  var span: Range<Int> {
    guard count > 0, slots[0] <= slots[count - 1] else { return 0..<0 }
    return Int(slots[0])..<Int(slots[count - 1]) + 1
  }

  func removeAll() { count = 0 }

  /// Becomes those of a set.
  func become(_ set: WindowBits) {
    count = 0
    set.forEach { append($0, if: 1) }
  }

  /// Appends an article behind the others.
  ///
  /// - Parameters:
  ///   - slot: Its slot.
  ///   - condition: 1 to append it, else 0: a number, for of a truth value the compiler makes a branch.
  @inline(__always)
  func append(_ slot: Int, if condition: Int) {
    slots[count] = UInt16(truncatingIfNeeded: slot & (SearchWindow.size - 1))
    count = min(count &+ condition & 1, SearchWindow.size)
  }

  /// Keeps some of the articles, without a branch that could be foretold wrongly.
  ///
  /// - Parameter condition: 1 for one that is kept, else 0.
  @inline(__always)
  func keep(_ condition: (Int) -> Int) {
    var kept = 0
    for place in 0..<count {
      let slot = slots[place]
      slots[kept] = slot
      kept &+= condition(Int(slot)) & 1
    }
    count = kept
  }

  /// Calls `body` with each article, in order.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    for place in 0..<count { body(Int(slots[place])) }
  }
}
