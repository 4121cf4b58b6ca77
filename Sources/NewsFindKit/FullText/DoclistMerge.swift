import Glibc

/// Goes through the terms of several runs in their order, all doclists of a term together.
struct DoclistMerge {
  private var readers: [DoclistRunReader]
  /// The runs that have a term left, as a heap: by term, then by run.
  private var heap: [Head] = []

  private struct Head {
    /// The first eight bytes of the term: they decide nearly always.
    let key: UInt64
    let run: Int
  }

  /// - Throws: ``NewsIndexError``.
  init(_ runs: DoclistRuns) throws {
    readers = runs.readers()
    for run in readers.indices { try advance(run) }
  }

  /// Calls `body` with each term and its doclists, in the order of their articles; they live until it returns.
  ///
  /// - Throws: ``NewsIndexError``, and what `body` throws.
  ///
  /// Complexity: O(n log r) for n terms in r runs, without what `body` does.
  mutating func forEachTerm(_ body: (UnsafeBufferPointer<UInt8>, [Doclist]) throws -> Void) throws {
    var own: [Int] = []
    var doclists: [Doclist] = []
    while let first = heap.first?.run {
      own.removeAll(keepingCapacity: true)
      doclists.removeAll(keepingCapacity: true)
      // Each of them stays where it is until the others are found.
      repeat {
        own.append(heap[0].run)
        doclists.append(readers[heap[0].run].currentDoclist)
        removeFirst()
      } while !heap.isEmpty && compare(heap[0].run, first) == 0
      try body(readers[first].currentTerm, doclists)
      for run in own { try advance(run) }
    }
  }

  private mutating func advance(_ run: Int) throws {
    guard try readers[run].advance() else { return }
    var key: UInt64 = 0
    let term = readers[run].currentTerm
    for index in 0..<8 { key = key << 8 | (index < term.count ? UInt64(term[index]) : 0) }
    heap.append(Head(key: key, run: run))
    siftUp(heap.count - 1)
  }

  private func compare(_ one: Int, _ other: Int) -> Int {
    let (one, other) = (readers[one].currentTerm, readers[other].currentTerm)
    if let a = one.baseAddress, let b = other.baseAddress {
      let order = memcmp(a, b, min(one.count, other.count))
      if order != 0 { return Int(order) }
    }
    return one.count - other.count
  }

  private func precedes(_ one: Head, _ other: Head) -> Bool {
    if one.key != other.key { return one.key < other.key }
    let order = compare(one.run, other.run)
    return order < 0 || (order == 0 && one.run < other.run)
  }

  private mutating func siftUp(_ index: Int) {
    var index = index
    while index > 0, precedes(heap[index], heap[(index - 1) / 2]) {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  private mutating func removeFirst() {
    heap[0] = heap[heap.count - 1]
    heap.removeLast()
    var index = 0
    while true {
      var least = index
      for child in [2 * index + 1, 2 * index + 2] where child < heap.count {
        if precedes(heap[child], heap[least]) { least = child }
      }
      guard least != index else { return }
      heap.swapAt(index, least)
      index = least
    }
  }
}
