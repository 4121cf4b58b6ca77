import Dispatch
import Synchronization

/// Lets one thread make doclists, and lists of them, while another one writes both.
enum DoclistPipe {
  typealias Body = (UnsafeBufferPointer<UInt8>, [Doclist]) throws -> Void
  typealias Prepare = (UnsafeBufferPointer<UInt8>, [Doclist]) -> [ImpactRow]

  /// So many batches wait at most, some megabytes.
  private static let capacity = 16

  /// That the thread that writes wants no more.
  private struct Stop: Error {}

  /// Calls `make` on a thread of its own, and `body` on this one with each term that `make` gives, in the same order.
  ///
  /// - Parameters:
  ///   - make: Gives its argument term after term. Nothing that it uses may be used on this thread.
  ///   - prepare: Makes rows of each term, on the thread of `make`.
  ///   - begin: Called on this thread first.
  ///   - body: What is given lives until it returns.
  ///   - writeRows: Is given the rows.
  /// - Throws: What any of them throws.
  static func run(
    _ make: (Body) throws -> Void, _ prepare: Prepare, meanwhile begin: () throws -> Void = {}, _ body: Body,
    _ writeRows: ([ImpactRow]) throws -> Void
  ) throws {
    try withoutActuallyEscaping(make) { make in
      try withoutActuallyEscaping(prepare) { prepare in
        try run(escaping: make, prepare, begin, body, writeRows)
      }
    }
  }

  private static func run(
    escaping make: @escaping (Body) throws -> Void, _ prepare: @escaping Prepare,
    _ begin: () throws -> Void, _ body: Body, _ writeRows: ([ImpactRow]) throws -> Void
  ) throws {
    let queue = BoundedQueue<DoclistBatch>(capacity: capacity)
    let failure = Mutex<(any Error)?>(nil)
    let end = DispatchGroup()
    // This function returns when that thread has ended, and so is nothing used by two at a time.
    nonisolated(unsafe) let makers = (make, prepare)
    DispatchQueue(label: "newsfind.terms", qos: .userInitiated).async(group: end) {
      do {
        try fill(queue, makers.0, makers.1)
      } catch {
        failure.withLock { $0 = error }
      }
      queue.close()
    }
    defer { end.wait() }
    do {
      try begin()
      while let batch = queue.take() {
        try batch.forEachTerm(body)
        try writeRows(batch.rows)
      }
    } catch {
      queue.close()
      throw error
    }
    end.wait()
    if let error = failure.withLock({ $0 }) { throw error }
  }

  private static func fill(
    _ queue: BoundedQueue<DoclistBatch>, _ make: (Body) throws -> Void, _ prepare: @escaping Prepare
  ) throws {
    var batch = DoclistBatch()
    try make { term, doclists in
      batch.append(term, doclists, prepare(term, doclists))
      guard batch.isFull else { return }
      guard queue.give(batch) else { throw Stop() }
      batch = DoclistBatch()
    }
    _ = queue.give(batch)
  }
}
