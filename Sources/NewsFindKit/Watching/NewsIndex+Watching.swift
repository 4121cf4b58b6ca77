import NewsArticles

extension NewsIndex {
  /// Brings the index into line with files and folders, and keeps it so, until the calling task is cancelled.
  ///
  /// A run over all paths comes first, as by ``reindex(_:options:progress:)``. Then the system tells what changes, and after a
  /// short quiet only that is looked at; where articles are to be taken out whose source is gone (``ReindexOptions/prune``), all
  /// paths are, for another file may hold them. Others may write the index between runs; a run that finds them at it waits.
  ///
  /// ```swift
  /// try index.watch(["incoming"]) { event in
  ///   if case .indexed(let summary) = event { print(summary.added) }
  /// }
  /// ```
  ///
  /// It blocks its thread: give it one of its own. Changes that the system tells nobody of (made on other machines of a
  /// network file system, or to files that links lead to) are found when something else changes there.
  ///
  /// - Parameters:
  ///   - paths: Files, and folders whose files are meant. What is not there is taken in when it comes.
  ///   - options: How to go about the runs. ``ReindexOptions/waits`` is about the first one.
  ///   - timing: When to look at what has changed.
  ///   - progress: Called after each batch of some hundred articles, on the calling thread.
  ///   - onEvent: Called after each run, on the calling thread.
  /// - Throws: ``NewsIndexError``: what a reindexing throws; ``NewsIndexError/cannotWatch(path:detail:)``: the system's limit is
  ///   reached, or a path is neither a file nor a folder.
  ///
  /// Complexity: the memory grows with the number of folders; a run costs what changed, and a look at the folders on the way.
  public func watch(
    _ paths: [String], options: ReindexOptions = ReindexOptions(), timing: WatchTiming = WatchTiming(),
    progress: (ReindexProgress) -> Void = { _ in }, onEvent: (WatchEvent) -> Void
  ) throws {
    guard access == .readWrite else { throw NewsIndexError.readOnly(path: path) }
    // Before the first run: what changes during it is not missed.
    let sources = try SourceWatch(paths, index: path)
    let first = try reindex(paths, options: options, progress: progress)
    onEvent(.indexed(first))
    if first.isCancelled { return }
    onEvent(.watching(count: sources.count))
    var watching = Watching(self, paths, options, timing)
    while !options.isEndAsked {
      let changes = try sources.changes(within: watching.isIdle ? Watching.idleInterval : Watching.interval)
      guard let event = try watching.run(changes, progress) else { continue }
      onEvent(event)
      if case .indexed(let summary) = event, summary.isCancelled { return }
    }
  }
}
