/// What ``NewsIndex/watch(_:options:timing:progress:onEvent:)`` tells of its work.
public enum WatchEvent: Sendable, Hashable {
  /// A run is over; the first was over all paths.
  ///
  /// If it was cancelled, this is the last event.
  case indexed(ReindexSummary)
  /// The first run is over, and changes of so many folders and files are waited for.
  case watching(count: Int)
  /// A run is put off, for another process writes the index; it is tried again each second.
  case putOff(NewsIndexError)
}
