import Glibc

/// A file that is written anew.
final class OutputFile: Sendable {
  private let path: String
  private let descriptor: Int32

  init(_ path: String) throws(OutputError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.error(path, String(cString: strerror(errno))) }
  }

  deinit {
    close(descriptor)
  }

  /// Writes a text behind what was written before.
  func write(_ text: String) throws(OutputError) {
    var output = ByteOutput(descriptor: descriptor)
    do throws(OutputError) {
      try output.write(text)
      try output.flush()
    } catch {
      guard case .failed(let reason) = error else { throw error }
      throw Self.error(path, reason)
    }
  }

  private static func error(_ path: String, _ reason: String) -> OutputError {
    .failed("\(path): \(reason)")
  }
}
