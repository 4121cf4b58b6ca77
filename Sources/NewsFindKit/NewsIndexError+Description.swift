extension NewsIndexError: CustomStringConvertible {
  /// What happened and what to do, in one English sentence or two.
  ///
  /// Paths stand in it as they are: make control characters visible before showing it on a terminal.
  public var description: String {
    switch self {
    case .noIndex(let path):
      "no index at \(path): make one with 'newsfind index PATH…'"
    case .notAnIndex(let path):
      "\(path) is not a newsfind index: name another file with --index"
    case .newerSchema(let path, let found):
      "\(path) was made by a newer newsfind (schema \(found)): update newsfind, or index into another file"
    case .olderSchema(let path, let found):
      "\(path) was made by an older newsfind (schema \(found)): run 'newsfind index --rebuild PATH…'"
    case .otherAnalyzer(let path, let found):
      "\(path) was made with other rules of French (analyzer '\(found)'): run 'newsfind index --rebuild PATH…'"
    case .otherCompression(let path, let found):
      "the texts of \(path) are compressed ('\(found)') in a way that this newsfind was built without: build it with its "
        + "trait Compression, or run 'newsfind index --rebuild PATH…'"
    case .readOnly(let path):
      "\(path) was opened to read only"
    case .beingWritten(let path, let process):
      "\(path) is being written by \(process.map { "process \($0)" } ?? "another process"): "
        + "try again when it is done, or wait for it with --wait"
    case .nothingToIndex(let paths):
      "nothing is there to make an index of: \(paths.joined(separator: ", ")); the index is as it was"
    case .busy(let path):
      "\(path) is being written by another process: try again when it is done"
    case .damaged(let path, let detail):
      "\(path) is damaged (\(detail)): run 'newsfind check --repair', or 'newsfind index --rebuild PATH…'"
    case .noSpace(let path):
      "no room left to write \(path): free some space and run the command again; what was committed is kept"
    case .cannotOpen(let path, let detail):
      "cannot open \(path) (\(detail)): check the path and its permissions"
    case .cannotWatch(let path, let detail):
      "cannot watch \(path) (\(detail))"
    case .storage(let path, let detail):
      "\(path) cannot be read or written (\(detail)): see whether its disk is well and run the command again; "
        + "what was committed is kept"
    }
  }
}
