/// How far a reindexing has come.
public struct ReindexProgress: Sendable, Hashable {
  /// Articles read so far.
  public let articles: Int
  /// Bytes of source files read so far.
  public let bytes: Int
  /// Bytes of all source files, as they were when the reindexing began.
  public let totalBytes: Int
  /// Articles that are about to be taken out because their source is gone; 0 while articles are read.
  public var removing = 0
  /// Whether all is read and the articles are being written in the order of their dates: `bytes` then counts articles.
  public var isSorting = false
}
