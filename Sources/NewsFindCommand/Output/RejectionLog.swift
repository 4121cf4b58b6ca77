import Glibc
import NewsFindKit
import Synchronization

/// The file of `--rejects`: an object a line for each input that could not be read.
///
/// It gets its name at the end. Until then it is a hidden file beside it: the file may lie in the folder that is read, and
/// must not be read while it is written.
final class RejectionLog: Sendable {
  private let path: String
  private let hiddenPath: String?
  private let file: OutputFile
  private let failure = Mutex<OutputError?>(nil)

  private struct Record: Encodable {
    let file: String
    let line: OrNull<Int>
    let record: OrNull<Int>
    let reason: String
  }

  init(_ path: String) throws(OutputError) {
    self.path = path
    var status = stat()
    // A pipe, a terminal, a link such as /dev/stdout is written to as it is: nothing may take its place.
    if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      hiddenPath = nil
      file = try OutputFile(path)
      return
    }
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    let hiddenPath = "\(folder).\(name).\(getpid())"
    self.hiddenPath = hiddenPath
    file = try OutputFile(hiddenPath)
    // What was rejected another time is no news.
    unlink(path)
  }

  /// Appends a rejection.
  func add(_ rejection: Rejection) {
    let record = Record(
      file: rejection.path, line: OrNull(rejection.line), record: OrNull(rejection.record),
      reason: rejection.reason)
    do {
      try file.write(String(decoding: JSONText.line(record), as: UTF8.self))
    } catch let error as OutputError {
      failure.withLock { $0 = $0 ?? error }
    } catch {}
  }

  /// Gives the file its name.
  ///
  /// - Throws: What kept it from being written.
  func finish() throws(OutputError) {
    if let failure = failure.withLock({ $0 }) { throw failure }
    guard let hiddenPath else { return }
    guard rename(hiddenPath, path) == 0 else {
      throw .failed("\(path): \(String(cString: strerror(errno)))")
    }
  }
}
