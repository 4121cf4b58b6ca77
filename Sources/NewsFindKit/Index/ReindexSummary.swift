import NewsArticles

/// What a reindexing did.
public struct ReindexSummary: Sendable, Hashable {
  /// Articles that the index did not have.
  public internal(set) var added = 0
  /// Articles whose content is another than before.
  public internal(set) var changed = 0
  /// Articles that were as before.
  public internal(set) var unchanged = 0
  /// Articles that were as before, in a file that was elsewhere before.
  public internal(set) var moved = 0
  /// Articles left out because the index has them from another file: another one of the same address and title.
  public internal(set) var duplicates = 0
  /// Articles taken out because their source is gone.
  public internal(set) var removed = 0
  /// Articles whose text was not UTF-8 and was repaired with U+FFFD.
  public internal(set) var repaired = 0
  /// Bytes of source files read.
  public internal(set) var bytes = 0
  /// What could not be read.
  ///
  /// The first ``maximumRejections`` of them; ``rejectionCount`` counts all.
  public private(set) var rejections: [Rejection] = []
  /// The number of inputs that could not be read.
  public private(set) var rejectionCount = 0
  /// Whether the work was cancelled: what was done until then is in the index.
  public internal(set) var isCancelled = false

  /// So many rejections are kept in memory.
  public static let maximumRejections = 1_000

  init() {}

  /// Articles that were read and are in the index now.
  public var articles: Int { added + changed + unchanged + moved }

  mutating func reject(_ rejection: Rejection) {
    rejectionCount += 1
    if rejections.count < Self.maximumRejections { rejections.append(rejection) }
  }
}
