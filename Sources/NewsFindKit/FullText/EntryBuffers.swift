/// The memory of ``EntryPairs``, a hundred kilobytes: kept for the next search, for to get it anew from the system takes longer than to use it.
final class EntryBuffers {
  let batch = DoclistEntries()
  let otherBatch = DoclistEntries()
  /// For each row of a span the place of an entry, counted from the first in the span; what an earlier span left is told by the row.
  ///
  /// Invariant: ``spanSize`` elements.
  let table: UnsafeMutablePointer<UInt16>
  /// The entries that share a row in a span.
  ///
  /// Invariant: room for one more than ``spanSize``.
  let pairs: UnsafeMutablePointer<Pair>

  /// Where a row is in both batches.
  struct Pair {
    var one: UInt32 = 0
    var other: UInt32 = 0
  }

  static let spanSize = 4_096

  init() {
    table = .allocate(capacity: Self.spanSize)
    table.initialize(repeating: 0, count: Self.spanSize)
    pairs = .allocate(capacity: Self.spanSize + 1)
    pairs.initialize(repeating: Pair(), count: Self.spanSize + 1)
  }

  deinit {
    table.deallocate()
    pairs.deallocate()
  }

  /// Buffers that nobody uses.
  final class Pool {
    private var free: [EntryBuffers] = []

    private static let keptCount = 2

    func take() -> EntryBuffers { free.popLast() ?? EntryBuffers() }

    func give(back buffers: EntryBuffers) {
      if free.count < Self.keptCount { free.append(buffers) }
    }
  }
}
