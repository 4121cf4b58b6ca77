import CSQLite
import Glibc
import Synchronization
import TestSupport

/// Counts what SQLite asks of the files of one folder, and lets some of it fail.
final class FileFaults: Sendable {
  /// What is to fail.
  struct Fault: Sendable, CustomStringConvertible {
    let operation: FileOperation
    /// Counted from 1.
    let number: Int
    let code: Int32
    /// Whether all later ones of the operation fail too.
    let isLasting: Bool

    var description: String {
      "\(operation) \(number)\(isLasting ? " and all after it" : "") fails with \(code)"
    }
  }

  /// Some of the ways in which one of so many calls may fail.
  ///
  /// With `NEWSFIND_FAULTS=100` in the environment it is a hundred each time, which takes long.
  static func some(
    _ operation: FileOperation, of callCount: Int, using random: inout SeededGenerator
  ) -> [Fault] {
    guard callCount > 0 else { return [] }
    let count = getenv("NEWSFIND_FAULTS").flatMap { Int(String(cString: $0)) } ?? 2
    let all = (1...callCount).flatMap { number in
      operation.codes.flatMap { code in
        [false, true].map { Fault(operation: operation, number: number, code: code, isLasting: $0) }
      }
    }
    return Array(all.shuffled(using: &random).prefix(count))
  }

  private struct State {
    var counts: [FileOperation: Int] = [:]
    var fault: Fault?
    var hasStruck = false
  }

  private let state = Mutex(State())

  /// Counts from 0 again.
  ///
  /// - Parameter fault: What fails from now on; `nil` for nothing.
  func set(_ fault: Fault?) {
    state.withLock { $0 = State(fault: fault) }
  }

  /// Whether something has failed since ``set(_:)``.
  var hasStruck: Bool { state.withLock { $0.hasStruck } }

  /// How often an operation was asked for since ``set(_:)``.
  func count(of operation: FileOperation) -> Int { state.withLock { $0.counts[operation, default: 0] } }

  /// The code with which an operation that is asked for now fails; `nil` where it does not.
  func code(for operation: FileOperation) -> Int32? {
    state.withLock { state in
      let number = state.counts[operation, default: 0] + 1
      state.counts[operation] = number
      guard let fault = state.fault, fault.operation == operation,
        fault.isLasting ? number >= fault.number : number == fault.number
      else { return nil }
      state.hasStruck = true
      return fault.code
    }
  }
}
