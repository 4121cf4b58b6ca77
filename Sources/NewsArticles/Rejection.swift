/// An input that could not be read: which, and why.
public struct Rejection: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file or folder, as it was reached from the path given.
  public let path: String
  /// The line of the file, from 1; `nil` where all of it is meant.
  public let line: Int?
  /// Which record of the file, from 1, where it has records and no lines; `nil` where all of it is meant.
  public let record: Int?
  /// What is wrong with it, and what to do where there is something to do.
  public let reason: String

  /// A rejection of a file, or of one of its lines or records.
  public init(path: String, line: Int? = nil, record: Int? = nil, reason: String) {
    self.path = path
    self.line = line
    self.record = record
    self.reason = reason
  }

  /// `path:line: reason` or `path: record 3: reason`, the path as it is: make control characters visible before showing it on a terminal.
  public var description: String {
    let place = line.map { ":\($0)" } ?? record.map { ": record \($0)" } ?? ""
    return "\(path)\(place): \(reason)"
  }
}
