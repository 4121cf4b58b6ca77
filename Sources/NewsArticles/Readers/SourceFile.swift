/// A file that is to be read.
struct SourceFile: Sendable, Hashable {
  /// As it was reached from the path given.
  let path: String
  /// Relative to the folder given; the path itself where a file was given.
  ///
  /// The id of an article that names none.
  let id: String
  /// In bytes, when it was found; 0 where that is not known before it is read.
  let size: Int
  /// Whether it was named itself, and not found in a folder.
  var isGiven = false
}
