import Dispatch

/// Threads of tests: each its own, for a shared pool may have no thread left while others wait for one another.
enum Thread {
  /// Runs `body` on a new thread that `group` waits for.
  static func start(in group: DispatchGroup, _ body: @escaping @Sendable () -> Void) {
    DispatchQueue(label: "newsfind.test").async(group: group, execute: body)
  }
}
