import Dispatch
import NewsFindKit
import Synchronization

/// How many searches a second newsfind answers with some threads on one index.
struct ThroughputBench {
  private let index: NewsIndex
  private let queries: [BenchQuery]
  private let options: SearchOptions
  private let threadCount: Int
  private let budget: Duration

  init(_ arguments: BenchArguments) throws {
    let operands = try arguments.operands(2)
    index = try NewsIndex.open(at: operands[0])
    queries = try BenchQuery.all(in: operands[1])
    options = try arguments.mode().options
    threadCount = try arguments.threadCount()
    budget = try arguments.pace().budget
  }

  /// Measures and prints: the number of threads and searches a second.
  ///
  /// Each thread takes the next query, the classes mixed, until the time is over. Some go before, to warm the caches.
  func run() throws {
    let mixed = Self.mixed(queries.map(\.text))
    for query in mixed.prefix(mixed.count / 4) { _ = try index.search(query, options: options) }
    let next = Atomic(0)
    let failure = Mutex<(any Error)?>(nil)
    let clock = ContinuousClock()
    let start = clock.now
    DispatchQueue.concurrentPerform(iterations: threadCount) { _ in
      while clock.now - start < budget {
        let turn = next.wrappingAdd(1, ordering: .relaxed).oldValue
        do {
          _ = try index.search(mixed[turn % mixed.count], options: options)
        } catch {
          failure.withLock { $0 = error }
          return
        }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    let seconds = (clock.now - start).seconds
    print("\(threadCount)\t\(Double(next.load(ordering: .relaxed)) / seconds)")
  }

  /// The same in another order, always the same one: a class's queries stand together in the file.
  private static func mixed(_ queries: [String]) -> [String] {
    // A stride that divides no count of queries goes round and meets each once.
    let stride = 7919
    guard !queries.count.isMultiple(of: stride) else { return queries }
    return queries.indices.map { queries[$0 * stride % queries.count] }
  }
}
