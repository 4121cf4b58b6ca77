import NewsArticles
import SQLiteStore

extension NewsIndex {
  /// Brings the index into line with files and folders.
  ///
  /// Articles are told by their ids: new ones are added, changed ones replaced, the rest left alone. Work is committed
  /// about once a second, and what is committed is there for the next search. Cancelling the calling task ends the work
  /// at the next batch; what was done until then stays. Where a fourth of the articles, and 5,000, have changed since the index
  /// was written as a whole, it is written anew at the end, as by a rebuild that reads no file.
  ///
  /// ```swift
  /// let summary = try index.reindex(["archive/2023"]) { print($0.articles) }
  /// ```
  ///
  /// - Parameters:
  ///   - paths: Files, and folders whose files are meant.
  ///   - options: How to go about it.
  ///   - progress: Called after each batch of some hundred articles, on the calling thread.
  /// - Returns: What was done, and what could not be read.
  /// - Throws: ``NewsIndexError``: the index was opened to read only, another run is writing to it, the disk is full.
  ///
  /// Complexity: linear in the bytes of the files.
  public func reindex(
    _ paths: [String], options: ReindexOptions = ReindexOptions(),
    progress: (ReindexProgress) -> Void = { _ in }
  ) throws -> ReindexSummary {
    guard access == .readWrite else { throw NewsIndexError.readOnly(path: path) }
    return try NewsIndexError.translating(path) {
      let lock = try WriterLock(of: path, waits: options.waits)
      defer { withExtendedLifetime(lock) {} }
      IndexReplacement.removeLeftovers(of: path)
      let writer = try IndexConnection.writer(path, create: false)
      let summary = try Self.run(writer, paths, options, progress)
      if !summary.isCancelled, try IndexWear.isGreat(writer.connection) {
        try writeAnew(writer, options, progress)
      }
      return summary
    }
  }

  /// Writes the index anew from its own articles, sorted by date as a rebuild does, without what changes have left behind.
  ///
  /// All is committed before. Where there is no room, others keep the file busy, or the end is asked for, the index stays as it
  /// is, and the next run tries again.
  private func writeAnew(
    _ writer: IndexConnection, _ options: ReindexOptions, _ progress: (ReindexProgress) -> Void
  ) throws {
    do {
      let replacement = try IndexReplacement(of: path)
      let new = try replacement.makeWriter()
      var sorting = DateSorting(from: writer, to: new, options)
      let isSorted = try new.connection.running(until: { options.isEndAsked }) { try sorting.run(progress) }
      guard isSorted == true, !options.isEndAsked else { return }
      try replacement.takePlace(new.connection, patience: .seconds(5))
    } catch NewsIndexError.noSpace {
    } catch let error as SQLiteError where [.full, .busy].contains(error.code.primary) {
    }
  }

  /// Makes an index anew from files and folders, in another file that takes the place of the old one at the end.
  ///
  /// The new index holds what `paths` hold, nothing else. Until it is complete searches go on in the old one, and if
  /// anything fails that one stays.
  ///
  /// - Parameters:
  ///   - path: The index file. It need not exist; it may be of another version of newsfind, but nothing else.
  ///   - paths: Files, and folders whose files are meant.
  ///   - options: How to go about it; there is nothing to prune.
  ///   - progress: Called after each batch of some hundred articles, on the calling thread.
  /// - Returns: What was done, and what could not be read.
  /// - Throws: ``NewsIndexError``.
  public static func rebuild(
    at path: String, from paths: [String], options: ReindexOptions = ReindexOptions(),
    progress: (ReindexProgress) -> Void = { _ in }
  ) throws -> ReindexSummary {
    try NewsIndexError.translating(path) {
      // An index of nothing in the place of one that was good is what nobody means.
      guard paths.contains(where: FileStatus.exists) else {
        throw NewsIndexError.nothingToIndex(paths: paths)
      }
      let lock = try WriterLock(of: path, waits: options.waits)
      defer { withExtendedLifetime(lock) {} }
      let replacement = try IndexReplacement(of: path)
      let staged = try replacement.makeStaging()
      let summary = try run(
        staged, paths,
        ReindexOptions(
          jobs: options.jobs, isCancelled: options.isCancelled, onRejection: options.onRejection),
        progress)
      guard !summary.isCancelled else { return summary }
      let writer = try replacement.makeWriter()
      var sorting = DateSorting(from: staged, to: writer, options)
      // An end that is asked for breaks off the statement at hand; what is left half done is thrown away.
      let isSorted = try writer.connection.running(until: { options.isEndAsked }) {
        try sorting.run(progress)
      }
      guard isSorted == true else {
        var summary = summary
        summary.isCancelled = true
        return summary
      }
      try replacement.takePlace(writer.connection)
      return summary
    }
  }

  /// Tells what ``reindex(_:options:progress:)`` would do, and changes nothing.
  ///
  /// - Parameters:
  ///   - path: The index file; where there is none, every article is new.
  ///   - paths: Files, and folders whose files are meant.
  ///   - options: As for the reindexing itself.
  ///   - progress: Called after each batch of some hundred articles, on the calling thread.
  /// - Returns: What would be done.
  /// - Throws: ``NewsIndexError``.
  public static func dryRun(
    at path: String, with paths: [String], options: ReindexOptions = ReindexOptions(),
    progress: (ReindexProgress) -> Void = { _ in }
  ) throws -> ReindexSummary {
    try NewsIndexError.translating(path) {
      // An empty file becomes an index when one is made there.
      let isThere = FileStatus.exists(path) && !FileStatus.isEmptyFile(path)
      let known = isThere ? try IndexConnection.reader(path) : try IndexConnection.inMemory()
      var comparison = try Reindexing(known, SourceRoots(paths), options, isDry: true)
      try comparison.run(paths, totalBytes: ArticleFiles(paths).byteCount, progress)
      return comparison.summary
    }
  }

  private static func run(
    _ writer: IndexConnection, _ paths: [String], _ options: ReindexOptions,
    _ progress: (ReindexProgress) -> Void
  ) throws -> ReindexSummary {
    var reindexing = try Reindexing(writer, SourceRoots(paths), options)
    let files = ArticleFiles(paths, leavingOut: [], only: options.scope.selection)
    try reindexing.run(paths, totalBytes: files.byteCount, progress)
    return reindexing.summary
  }
}
