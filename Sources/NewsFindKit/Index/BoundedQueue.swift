import Dispatch
import Synchronization

/// Hands elements from one thread to another; the giving side waits while `capacity` elements are on their way.
final class BoundedQueue<Element: Sendable>: Sendable {
  private struct State {
    var elements: [Element] = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)

  /// An empty queue.
  ///
  /// - Parameter capacity: How many elements may be on their way, at least 1.
  init(capacity: Int) {
    // Dispatch stops the program where a semaphore goes while its value is below the one it was made with, as that of a
    // queue would that goes with elements in it.
    for _ in 0..<capacity { room.signal() }
  }

  /// Gives an element; waits for room.
  ///
  /// - Returns: False when the queue was closed: then the element is dropped.
  func give(_ element: Element) -> Bool {
    room.wait()
    let isTaken = state.withLock { state in
      guard !state.isClosed else { return false }
      state.elements.append(element)
      return true
    }
    if isTaken { filled.signal() } else { room.signal() }
    return isTaken
  }

  /// Whether nobody gives any more.
  var isClosed: Bool { state.withLock { $0.isClosed } }

  /// The number of elements that wait to be taken.
  var count: Int { state.withLock { $0.elements.count } }

  /// Takes the oldest element; waits for one.
  ///
  /// `nil` once the queue is closed and empty.
  func take() -> Element? {
    filled.wait()
    let element: Element? = state.withLock { state in
      state.elements.isEmpty ? nil : state.elements.removeFirst()
    }
    // The last signal is that of closing: it stays for whoever asks again.
    if element == nil { filled.signal() } else { room.signal() }
    return element
  }

  /// Lets nobody give any more.
  ///
  /// What was given can still be taken.
  func close() {
    state.withLock { $0.isClosed = true }
    filled.signal()
    room.signal()
  }
}
