import SQLiteStore

/// What changes leave behind in an index: rows of articles that are gone, which searches pass over.
enum IndexWear {
  /// Where this part of the articles has gone or was edited the index is written anew: searches take that much longer, and so
  /// each article is written once more for four that changed.
  private static let tolerated = 4
  /// Less is not worth while.
  @TaskLocal static var leastGone = 5_000

  /// Whether an index had better be written anew.
  ///
  /// Complexity: linear in the articles, some milliseconds for a hundred thousand.
  static func isGreat(_ connection: Connection) throws(SQLiteError) -> Bool {
    let last = try connection.integer("SELECT max(id) FROM article") ?? 0
    guard last > leastGone else { return false }
    let count = try connection.integer("SELECT count(*) FROM article") ?? 0
    return last - count >= max(count / Int64(tolerated), Int64(leastGone))
  }
}
