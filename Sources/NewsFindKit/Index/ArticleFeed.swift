import Dispatch
import FrenchText
import NewsArticles
import Synchronization

/// The articles of some paths in batches, read and analyzed by a thread of their own or by the one that asks.
final class ArticleFeed {
  /// What this thread reads itself; `nil` where another one reads.
  private var batches: Batches?
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
  ///   - format: How the texts are to be packed; where it lacks a dictionary, one is made of the first batch.
  init(_ files: ArticleFiles, _ roots: SourceRoots, jobs: Int, format: TextFormat) {
    let wish = AnalysisWish()
    self.wish = wish
    guard jobs > 1 else {
      batches = Batches(iterator: files.makeIterator(), roots: roots, format: format)
      queue = nil
      return
    }
    let queue = BoundedQueue<PreparedBatch>(capacity: Self.queueCapacity)
    self.queue = queue
    DispatchQueue(label: "newsfind.read", qos: .userInitiated).async {
      let analyzer = FrenchAnalyzer()
      var batches = Batches(iterator: files.makeIterator(), roots: roots, format: format)
      var packer: TextPacker?
      while var batch = batches.next() {
        // While the other thread has nothing to do it may as well prepare texts itself: so both are busy to the end.
        if queue.count > 1, wish.isWanted.load(ordering: .relaxed) {
          let ready = packer ?? TextPacker(batch.format)
          packer = ready
          batch.prepareTexts(analyzer, ready)
        }
        guard queue.give(batch) else { break }
      }
      queue.close()
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

  /// The next batch; `nil` when all is read.
  func next() -> PreparedBatch? {
    if let queue { return queue.take() }
    return batches?.next()
  }

  /// What is read, batch by batch.
  private struct Batches {
    var iterator: ArticleFiles.Iterator
    let roots: SourceRoots
    var format: TextFormat
    var isFirst = true

    mutating func next() -> PreparedBatch? {
      var batch = PreparedBatch()
      while batch.textBytes < PreparedBatch.capacity, batch.elements.count < 256, let next = iterator.next() {
        batch.append(next, roots)
      }
      batch.bytesRead = iterator.bytesRead
      if isFirst, format.compression != .none, format.dictionary == nil {
        format.dictionary = batch.dictionary()
      }
      isFirst = false
      batch.format = format
      return batch.elements.isEmpty ? nil : batch
    }
  }
}
