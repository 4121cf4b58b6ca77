/// Something that is not as it was: a file, or a folder with all that lies below it.
struct SourceChange: Hashable {
  /// Its path, as a walk from the paths that are watched comes to it.
  let path: String
  /// Whether somebody is writing it: it is not closed yet.
  var isBeingWritten = false
}
