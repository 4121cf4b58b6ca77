import Dispatch
import FrenchText
import NewsArticles
import Synchronization

/// The articles of some paths in batches, read and analyzed by a thread of their own or by the one that asks.
final class ArticleFeed {
  private let roots: SourceRoots
  private var iterator: ArticleFiles.Iterator?
  private let queue: BoundedQueue<PreparedBatch>?
  private let wish: AnalysisWish

  /// So many batches wait at most, some thirty megabytes: reading goes on while FTS5 writes and merges a segment.
  private static let queueCapacity = 48

  /// What the asking thread tells the reading one.
  private final class AnalysisWish: Sendable {
    let isWanted = Atomic(true)
  }

  /// - Parameters:
  ///   - files: What to read.
  ///   - roots: The paths they were given by.
  ///   - jobs: With more than one, a thread of its own reads.
  init(_ files: ArticleFiles, _ roots: SourceRoots, jobs: Int) {
    self.roots = roots
    let wish = AnalysisWish()
    self.wish = wish
    guard jobs > 1 else {
      iterator = files.makeIterator()
      queue = nil
      return
    }
    let queue = BoundedQueue<PreparedBatch>(capacity: Self.queueCapacity)
    self.queue = queue
    DispatchQueue(label: "newsfind.read", qos: .userInitiated).async {
      let analyzer = FrenchAnalyzer()
      var iterator = files.makeIterator()
      while true {
        // While the other thread has nothing to do it may as well analyze itself: so both are busy to the end.
        let isAhead = queue.count > 1 && wish.isWanted.load(ordering: .relaxed)
        guard let batch = Self.batch(&iterator, roots, isAhead ? analyzer : nil), queue.give(batch) else {
          break
        }
      }
      queue.close()
    }
  }

  deinit {
    queue?.close()
  }

  /// Whether it is worth while to analyze articles ahead: it is not where most turn out to be in the index already.
  var isAnalysisWanted: Bool {
    get { wish.isWanted.load(ordering: .relaxed) }
    set { wish.isWanted.store(newValue, ordering: .relaxed) }
  }

  /// The next batch; `nil` when all is read.
  func next() -> PreparedBatch? {
    if let queue { return queue.take() }
    guard var iterator else { return nil }
    defer { self.iterator = iterator }
    return Self.batch(&iterator, roots, nil)
  }

  private static func batch(
    _ iterator: inout ArticleFiles.Iterator, _ roots: SourceRoots, _ analyzer: FrenchAnalyzer?
  ) -> PreparedBatch? {
    var batch = PreparedBatch()
    while batch.textBytes < PreparedBatch.capacity, batch.elements.count < 256, let next = iterator.next() {
      batch.append(next, roots, analyzer)
    }
    batch.bytesRead = iterator.bytesRead
    return batch.elements.isEmpty ? nil : batch
  }
}
