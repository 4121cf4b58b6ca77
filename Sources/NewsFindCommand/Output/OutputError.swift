/// Why output could not be written.
enum OutputError: Error, Hashable {
  /// Whoever read it has seen enough, as `head` does. No failure.
  case closedPipe
  /// The system's own words.
  case failed(String)
}
