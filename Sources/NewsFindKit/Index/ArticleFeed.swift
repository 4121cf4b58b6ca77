import Dispatch
import FrenchText
import NewsArticles
import Synchronization

/// The articles of some paths in batches, read and analyzed by a thread of their own or by the one that asks.
final class ArticleFeed {
  /// What this thread reads itself; `nil` where another one reads.
  private var batches: (any BatchSource)?
  private let queue: BoundedQueue<PreparedBatch>?
  private let wish: AnalysisWish

  /// So many batches wait at most, some thirty megabytes: reading goes on while FTS5 writes and merges a segment.
  private static let queueCapacity = 48
  /// While fewer wait, reading comes first: what is left when all is read gives the writing thread something to do while another
  /// one sorts.
  private static let readAhead = 32

  /// What the asking thread tells the reading one.
  private final class AnalysisWish: Sendable {
    let isWanted = Atomic(true)
  }

  /// - Parameters:
  ///   - jobs: With more than one, a thread of its own reads.
  ///   - analyzes: Whether terms are to be made.
  ///   - makeSource: Makes what is read, on the thread that reads.
  init(
    jobs: Int, analyzes: Bool = true, _ makeSource: @escaping @Sendable () -> any BatchSource
  ) {
    let wish = AnalysisWish()
    self.wish = wish
    guard jobs > 1 else {
      batches = makeSource()
      queue = nil
      return
    }
    let queue = BoundedQueue<PreparedBatch>(capacity: Self.queueCapacity)
    self.queue = queue
    DispatchQueue(label: "newsfind.read", qos: .userInitiated).async {
      Self.fill(queue, wish, analyzes: analyzes, makeSource)
      // What the source had open is closed by now.
      queue.close()
    }
  }

  private static func fill(
    _ queue: BoundedQueue<PreparedBatch>, _ wish: AnalysisWish, analyzes: Bool,
    _ makeSource: () -> any BatchSource
  ) {
    let analyzer = analyzes ? FrenchAnalyzer() : nil
    var batches = makeSource()
    var packer: TextPacker?
    while var batch = batches.next() {
      // While the other thread has nothing to do it may as well prepare texts itself: so both are busy to the end.
      if queue.count >= Self.readAhead, wish.isWanted.load(ordering: .relaxed) {
        let ready = packer ?? TextPacker(batch.format)
        packer = ready
        batch.prepareTexts(analyzer, ready)
      }
      guard queue.give(batch) else { break }
    }
  }

  deinit {
    queue?.close()
  }

  /// Whether it is worth while to prepare texts ahead: it is not where most turn out to be in the index already.
  var isAnalysisWanted: Bool {
    get { wish.isWanted.load(ordering: .relaxed) }
    set { wish.isWanted.store(newValue, ordering: .relaxed) }
  }

  /// Whether another thread has read all, and only what waits is left.
  var isAllRead: Bool { queue?.isClosed ?? false }

  /// The next batch; `nil` when all is read.
  func next() -> PreparedBatch? {
    if let queue { return queue.take() }
    return batches?.next()
  }
}
