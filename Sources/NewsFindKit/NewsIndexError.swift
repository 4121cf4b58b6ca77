/// What can go wrong with an index.
///
/// Each message says what to do.
public enum NewsIndexError: Error, Hashable, Sendable {
  /// There is no file at this path.
  case noIndex(path: String)
  /// The file is something else: not SQLite, or a database of another program.
  case notAnIndex(path: String)
  /// The index was made by a later newsfind.
  case newerSchema(path: String, found: Int)
  /// The index was made by an earlier newsfind whose tables differ.
  case olderSchema(path: String, found: Int)
  /// The index was made with other rules of analysis: its terms are not those a search would look for.
  case otherAnalyzer(path: String, found: String)
  /// The texts of the index are compressed in a way that this program was built without.
  case otherCompression(path: String, found: String)
  /// The index was opened to read only.
  case readOnly(path: String)
  /// Another reindexing, rebuild or repair is at work; the process, if that is known.
  case beingWritten(path: String, process: Int32?)
  /// None of the paths to index exists.
  case nothingToIndex(paths: [String])
  /// Another process is writing to the index.
  case busy(path: String)
  /// The file is damaged.
  case damaged(path: String, detail: String)
  /// The disk is full, or the file may not grow.
  case noSpace(path: String)
  /// The file or its folder cannot be opened or written.
  case cannotOpen(path: String, detail: String)
  /// A file or a folder cannot be watched for changes.
  case cannotWatch(path: String, detail: String)
  /// SQLite failed in another way.
  case storage(path: String, detail: String)
}
