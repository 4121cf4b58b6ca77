import Dispatch
import Synchronization
import Testing

@testable import NewsFindKit

@Suite struct BoundedQueueTests {
  @Test func `elements come out in the order in which they went in`() {
    let queue = BoundedQueue<Int>(capacity: 3)
    DispatchQueue.global().async {
      for number in 0..<1_000 { _ = queue.give(number) }
      queue.close()
    }
    var taken: [Int] = []
    while let number = queue.take() { taken.append(number) }
    #expect(taken == Array(0..<1_000))
    #expect(queue.take() == nil)
  }

  @Test func `no more than its capacity waits in it`() {
    let queue = BoundedQueue<Int>(capacity: 4)
    let given = Atomic(0)
    let isDone = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      while queue.give(0) { given.add(1, ordering: .relaxed) }
      isDone.signal()
    }
    for taken in 0..<200 {
      #expect(queue.take() == 0)
      // One more may have left the queue whose taking is not counted yet.
      #expect(given.load(ordering: .relaxed) <= taken + 1 + 4)
    }
    queue.close()
    #expect(isDone.wait(timeout: .now() + 10) == .success)
  }

  @Test func `nothing is given to a closed queue, and what was given is still taken`() {
    let queue = BoundedQueue<Int>(capacity: 3)
    #expect(queue.give(1))
    #expect(queue.give(2))
    queue.close()
    #expect(!queue.give(3))
    #expect(!queue.give(4))
    #expect(queue.take() == 1)
    #expect(queue.take() == 2)
    #expect(queue.take() == nil)
    #expect(queue.take() == nil)
  }

  @Test(arguments: [0, 1, 4, 8])
  func `a queue may go whatever is in it`(count: Int) {
    final class Load: Sendable {
      let gone: DispatchSemaphore
      init(_ gone: DispatchSemaphore) { self.gone = gone }
      deinit { gone.signal() }
    }
    let gone = DispatchSemaphore(value: 0)
    do {
      let queue = BoundedQueue<Load>(capacity: 8)
      for _ in 0..<count { #expect(queue.give(Load(gone))) }
      queue.close()
    }
    for _ in 0..<count { #expect(gone.wait(timeout: .now() + 10) == .success) }
  }

  @Test func `many threads give and take each element once`() {
    let queue = BoundedQueue<Int>(capacity: 5)
    let sum = Atomic(0)
    let count = Atomic(0)
    let givers = DispatchGroup()
    let takers = DispatchGroup()
    for giver in 0..<4 {
      Thread.start(in: givers) {
        for number in 0..<500 { _ = queue.give(giver * 500 + number) }
      }
    }
    for _ in 0..<4 {
      Thread.start(in: takers) {
        while let number = queue.take() {
          sum.add(number, ordering: .relaxed)
          count.add(1, ordering: .relaxed)
        }
      }
    }
    givers.wait()
    queue.close()
    takers.wait()
    #expect(count.load(ordering: .relaxed) == 2_000)
    #expect(sum.load(ordering: .relaxed) == 1_999_000)
  }

  @Test func `closing lets those go who wait`() {
    let queue = BoundedQueue<Int>(capacity: 1)
    let empty = BoundedQueue<Int>(capacity: 1)
    let waiting = DispatchGroup()
    #expect(queue.give(0))
    for _ in 0..<3 {
      Thread.start(in: waiting) { #expect(!queue.give(1)) }
      Thread.start(in: waiting) { #expect(empty.take() == nil) }
    }
    queue.close()
    empty.close()
    waiting.wait()
  }
}
