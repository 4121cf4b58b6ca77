import Dispatch
import Glibc
import SQLiteStore
import Synchronization

/// Takes the log of an index into its file on a thread of its own, while the writer goes on.
///
/// A checkpoint waits for the disk most of its time. SQLite would make the writer wait with it, behind every commit that leaves
/// a thousand pages; here the writer waits only where the log has grown large, for only a log that is taken in whole begins anew.
///
/// Related SQLite documentation: <https://www.sqlite.org/wal.html#ckpt>
final class LogCheckpoints {
  private let path: String
  private let writer: Connection
  private let queue = DispatchQueue(label: "newsfind.log", qos: .userInitiated)
  private let checkpoint: Checkpoint

  /// SQLite's own checkpoints come when the log has so many pages, unless told otherwise.
  private static let standardInterval = 1_000

  /// Begins; `nil` where there is no log.
  ///
  /// - Parameters:
  ///   - writer: The connection that writes, which makes no checkpoints of its own from now on.
  ///   - path: Its file.
  ///   - logLimit: The log is let grow to about this many bytes.
  /// - Throws: ``SQLiteError``.
  init?(_ writer: Connection, path: String, logLimit: Int = 64 << 20) throws(SQLiteError) {
    guard try writer.hasLog else { return nil }
    self.writer = writer
    self.path = path
    checkpoint = try Checkpoint(path, logLimit)
    try writer.execute("PRAGMA wal_autocheckpoint = 0")
  }

  deinit {
    try? writer.execute("PRAGMA wal_autocheckpoint = \(Self.standardInterval)")
  }

  /// To be called after each commit.
  ///
  /// Failures are left to the checkpoint at the end: until then the log has what the file lacks.
  func noteCommit() {
    let checkpoint = checkpoint
    let isBehind = checkpoint.isAtWork && FileStatus.size(path + "-wal") > 2 * checkpoint.logLimit
    if checkpoint.isLogLarge || isBehind {
      queue.sync { checkpoint.run() }
    } else if checkpoint.begin() {
      queue.async { checkpoint.run() }
    }
  }

  /// Takes the log in where it has grown large, and waits for it.
  func limitLog() {
    if FileStatus.size(path + "-wal") > checkpoint.logLimit { queue.sync { checkpoint.run() } }
  }

  /// Begins to bring to the disk what the log holds, of an open transaction too, so that the next checkpoint finds it there.
  func synchronizeLog() {
    let logPath = path + "-wal"
    queue.async {
      // SQLite holds no locks on this file that closing it could lift.
      let descriptor = open(logPath, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return }
      fdatasync(descriptor)
      close(descriptor)
    }
  }

  /// Waits until nothing is at work any more.
  func wait() {
    queue.sync {}
  }

  /// Checkpoints by a connection of their own.
  private final class Checkpoint: Sendable {
    /// Invariant: used by one thread at a time, that of the queue.
    nonisolated(unsafe) private let connection: Connection
    private let pageSize: Int
    private let state = Mutex(State())

    private struct State {
      var isAtWork = false
      /// What the log held when it was last looked at.
      var logBytes = 0
    }

    let logLimit: Int

    init(_ path: String, _ logLimit: Int) throws(SQLiteError) {
      self.logLimit = logLimit
      connection = try Connection(path: path, mode: .readWrite)
      pageSize = Int(try connection.integer("PRAGMA page_size") ?? 0)
    }

    /// Whether the log should be taken in whole before more is written to it.
    var isLogLarge: Bool { state.withLock { $0.logBytes > logLimit } }

    var isAtWork: Bool { state.withLock { $0.isAtWork } }

    /// - Returns: False where one is at work already.
    func begin() -> Bool {
      state.withLock { state in
        defer { state.isAtWork = true }
        return !state.isAtWork
      }
    }

    /// Takes in what was committed, without waiting for readers or for the writer.
    func run() {
      defer { state.withLock { $0.isAtWork = false } }
      guard let row = try? connection.prepare("PRAGMA wal_checkpoint(PASSIVE)"), (try? row.step()) == true
      else { return }
      let (pages, taken) = (row.integer(1), row.integer(2))
      // Once it is taken in whole with the writer waiting it is written from its beginning again.
      state.withLock { state in
        state.logBytes = pages == taken && state.logBytes > logLimit ? 0 : Int(pages) * pageSize
      }
    }
  }
}
