import Glibc
import Synchronization

/// Ctrl-C: the first asks for an end at the next good moment, the second ends the program.
enum Interruption {
  private static let count = Atomic(0)

  /// Whether Ctrl-C was typed, or the system asked for an end.
  static var isAsked: Bool { count.load(ordering: .relaxed) > 0 }

  /// Catches Ctrl-C from now on.
  static func watch() {
    // The counter is made before a handler needs it: what a handler may do is little.
    guard !isAsked else { return }
    let handler: @convention(c) (Int32) -> Void = { Interruption.handle($0) }
    signal(SIGINT, handler)
    signal(SIGTERM, handler)
  }

  private static func handle(_ number: Int32) {
    guard count.add(1, ordering: .relaxed).newValue > 1 else { return }
    // What was committed is safe whenever the program ends.
    signal(number, SIG_DFL)
    raise(number)
  }
}
