/// How far a reindexing has come.
public struct ReindexProgress: Sendable, Hashable {
  /// Articles read so far.
  public let articles: Int
  /// Bytes of source files read so far.
  public let bytes: Int
  /// Bytes of all source files, as they were when the reindexing began.
  public let totalBytes: Int
}
