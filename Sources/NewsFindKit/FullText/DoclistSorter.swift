import Dispatch
import Synchronization

/// Sorts what was collected into a run, on a thread of its own.
final class DoclistSorter: Sendable {
  private let work = DispatchGroup()
  private let failure = Mutex<(any Error)?>(nil)

  /// Begins.
  ///
  /// - Parameters:
  ///   - collector: Is empty when it has ended.
  ///   - runs: Get another run. Nobody may use either until ``wait()`` has returned.
  func begin(_ collector: DoclistCollector, to runs: DoclistRuns) {
    nonisolated(unsafe) let (collector, runs) = (collector, runs)
    DispatchQueue(label: "newsfind.sort", qos: .userInitiated).async(group: work) {
      do {
        try runs.appendRun(collector)
      } catch {
        self.failure.withLock { $0 = error }
      }
    }
  }

  /// Waits until all is sorted.
  ///
  /// - Throws: ``NewsIndexError``: the run could not be written.
  func wait() throws {
    work.wait()
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
