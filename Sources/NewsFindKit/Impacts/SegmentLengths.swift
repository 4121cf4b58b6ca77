import SQLiteStore

/// The lengths of the articles of a segment while its lists are written: a table, for each posting asks.
final class SegmentLengths {
  private let first: UInt32
  private let count: Int
  /// Invariant: `count` lengths.
  private let lengths: UnsafeMutablePointer<ArticleLengths>

  /// Lengths of none, to be set.
  init(of articles: ClosedRange<Int64>) {
    first = UInt32(clamping: articles.lowerBound)
    count = Int(articles.upperBound - articles.lowerBound) + 1
    lengths = .allocate(capacity: count)
    lengths.initialize(repeating: .none, count: count)
  }

  /// The lengths that the index has.
  ///
  /// - Throws: ``SQLiteError``.
  ///
  /// Complexity: linear in the articles.
  convenience init(of articles: ClosedRange<Int64>, _ norms: NormWindows) throws(SQLiteError) {
    self.init(of: articles)
    for index in 0..<count { lengths[index] = try norms.lengths(of: articles.lowerBound + Int64(index)) }
  }

  deinit {
    lengths.deallocate()
  }

  /// The lengths of an article; of one that is not there, none.
  @inline(__always)
  subscript(article: UInt32) -> ArticleLengths {
    get {
      let index = Int(article) - Int(first)
      return index >= 0 && index < count ? lengths[index] : .none
    }
    set {
      let index = Int(article) - Int(first)
      if index >= 0, index < count { lengths[index] = newValue }
    }
  }
}
