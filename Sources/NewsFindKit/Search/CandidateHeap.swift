/// Keeps the best candidates of a stream: a binary heap with the worst of them on top.
///
/// Complexity: O(log capacity) for one that is kept, O(1) for one that is not.
struct CandidateHeap {
  private let capacity: Int
  private let order: SearchOrder
  private var heap: [Candidate] = []

  init(capacity: Int, order: SearchOrder) {
    self.capacity = capacity
    self.order = order
    heap.reserveCapacity(min(capacity, 1024))
  }

  /// How many it has kept.
  var count: Int { heap.count }

  /// The last of the candidates that were kept; `nil` while there is room for more.
  @inline(__always)
  var worst: Candidate? { heap.count < capacity ? nil : heap.first }

  @inline(__always)
  mutating func offer(_ candidate: Candidate) {
    if heap.count < capacity {
      heap.append(candidate)
      siftUp(heap.count - 1)
    } else if capacity > 0, candidate.precedes(heap[0], by: order) {
      heap[0] = candidate
      siftDown()
    }
  }

  /// The candidates that were kept, the first of the list first.
  func sorted() -> [Candidate] {
    heap.sorted { $0.precedes($1, by: order) }
  }

  private mutating func siftUp(_ start: Int) {
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[parent].precedes(heap[child], by: order) else { return }
      heap.swapAt(parent, child)
      child = parent
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var worst = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[worst].precedes(heap[child], by: order) {
        worst = child
      }
      guard worst != parent else { return }
      heap.swapAt(parent, worst)
      parent = worst
    }
  }
}
