import Glibc
import SQLiteStore

/// Waits for other connections where SQLite does not.
///
/// Its own waiting serves for locks that are held. It gives up at once where waiting could lead to two that wait for each
/// other: where a file becomes one with a write-ahead log, or somebody wrote between a reading and the writing after it.
///
/// Related SQLite documentation: <https://www.sqlite.org/c3ref/busy_handler.html>
enum Patience {
  /// Runs `body`, and again as long as SQLite says that the file is busy, until `limit` is over.
  ///
  /// - Parameters:
  ///   - limit: No attempt is begun after this time.
  ///   - body: Leaves nothing half done when it throws.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws; when the time is over, that the file is busy.
  static func trying<Result>(for limit: Duration, _ body: () throws -> Result) throws -> Result {
    let clock = ContinuousClock()
    let deadline = clock.now + limit
    while true {
      do {
        return try body()
      } catch let error as SQLiteError where error.code.primary == .busy && clock.now < deadline {
        usleep(20_000)
      }
    }
  }
}
