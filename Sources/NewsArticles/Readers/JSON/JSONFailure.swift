/// Why some bytes are not the JSON that was looked for.
enum JSONFailure: Error, Hashable {
  /// No JSON: cut off, or a sign is missing or too many.
  case syntax
  /// Arrays and objects within one another, deeper than ``JSONCursor/maximumDepth``.
  case tooDeep
  /// Bytes that are not UTF-8.
  case notUTF8
  /// JSON, but no object.
  case noObject
}
