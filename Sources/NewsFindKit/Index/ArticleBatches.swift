import NewsArticles
import SQLiteStore

/// Reads articles, batch by batch; used by one thread at a time.
struct ArticleBatches: BatchSource {
  /// What to read, and how.
  struct Order: Sendable {
    let files: ArticleFiles
    /// The paths they were given by.
    let roots: SourceRoots
    /// The index that knows which files need not be read; `nil` where all are to be.
    var indexPath: String?
    /// Whether it matters which articles have no source any more; see ``KnownFiles``.
    var isExact = false
    /// Files that are left for another run; see ``ReindexScope``.
    var unsettled: Set<String> = []
    /// How the texts are to be packed; where it lacks a dictionary, one is made of the first batch.
    var format = TextFormat.plain
  }

  private var iterator: ArticleFiles.Iterator
  private let screening: FileScreening
  private let roots: SourceRoots
  private var format: TextFormat
  private var isFirst = true

  init(_ order: Order) {
    screening = FileScreening(
      Result { () throws(SQLiteError) in
        try order.indexPath.map { path throws(SQLiteError) in try KnownFiles(path, isExact: order.isExact) }
      }, order.roots, unsettled: order.unsettled)
    iterator = order.files.makeIterator()
    iterator.observer = screening
    roots = order.roots
    format = order.format
  }

  /// The next batch; `nil` when all is read.
  mutating func next() -> PreparedBatch? {
    var batch = PreparedBatch()
    var count = 0
    while batch.textBytes < PreparedBatch.capacity, count < PreparedBatch.articleCapacity {
      let next = iterator.next()
      batch.append(screening.takeEvents())
      guard let next else { break }
      batch.append(next, roots)
      count += 1
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
