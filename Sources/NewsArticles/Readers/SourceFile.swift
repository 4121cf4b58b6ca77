/// A file that is to be read.
package struct SourceFile: Sendable, Hashable {
  /// As it was reached from the path given.
  package let path: String
  /// Relative to the folder given; the path itself where a file was given.
  ///
  /// The id of an article that names none.
  package let id: String
  /// In bytes, when it was found; 0 where that is not known before it is read.
  package let size: Int
  /// When it was last written, in nanoseconds since 1970; `nil` where it is no file that could be read again.
  package var modified: Int64?
  /// Whether it was named itself, and not found in a folder.
  var isGiven = false
}
