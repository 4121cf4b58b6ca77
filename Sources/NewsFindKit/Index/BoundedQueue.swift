import Dispatch
import Synchronization

/// Hands elements from one thread to another; the giving side waits while `capacity` elements are on their way.
final class BoundedQueue<Element: Sendable>: Sendable {
  private struct State {
    var elements: [Element] = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let room: DispatchSemaphore
  private let filled = DispatchSemaphore(value: 0)

  init(capacity: Int) {
    room = DispatchSemaphore(value: capacity)
  }

  deinit {
    // A semaphore must not go while its value is below what it was made with; giving back more does no harm.
    while room.signal() != 0 {}
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
