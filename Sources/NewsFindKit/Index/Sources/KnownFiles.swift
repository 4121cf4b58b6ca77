import Glibc
import SQLiteStore

/// What an index knows of the files it was made from, for the thread that reads.
///
/// It has a connection of its own, for another thread writes meanwhile.
final class KnownFiles {
  /// A file that the index has articles of.
  struct File: Hashable, Sendable {
    let id: Int64
    let name: String
    let stamp: FileStamp
  }

  private let connection: Connection
  /// Whether it matters which articles have no source any more.
  private let isExact: Bool
  /// Files that were found to have moved: of two copies one is it.
  private var given: Set<Int64> = []

  /// - Parameters:
  ///   - path: The index.
  ///   - isExact: Whether files are read again too whose articles the index has, but also others of them that they hold no
  ///     more, or that other files hold as well.
  /// - Throws: ``SQLiteError``.
  init(_ path: String, isExact: Bool) throws(SQLiteError) {
    connection = try IndexConnection.reading(path) { mode throws(SQLiteError) in
      let connection = try Connection(path: path, mode: mode)
      connection.setBusyTimeout(milliseconds: IndexConnection.busyTimeout)
      _ = try connection.integer("SELECT 1 FROM source_file LIMIT 1")
      return connection
    }
    self.isExact = isExact
  }

  /// The file at an absolute path, if all that it held is in the index.
  ///
  /// - Throws: ``SQLiteError``.
  func file(_ path: String) throws(SQLiteError) -> File? {
    let statement = try connection.cached(
      """
      SELECT id, name, size, modified, read_at, hash FROM source_file WHERE path = ?1 AND size IS NOT NULL
        AND (SELECT count(*) FROM article WHERE article.file = source_file.id)
          \(isExact ? "= articles AND shared = 0" : ">= articles")
      """)
    defer { statement.reset() }
    return try statement.bind(path, at: 1).step() ? file(statement) : nil
  }

  /// A file of these bytes that the index knows from a path where nothing is any more.
  ///
  /// - Throws: ``SQLiteError``.
  func moved(to path: String, size: Int, hash: [UInt8]) throws(SQLiteError) -> File? {
    let statement = try connection.cached(
      """
      SELECT id, name, size, modified, read_at, hash, path FROM source_file WHERE size = ?1 AND hash = ?2
        AND articles = (SELECT count(*) FROM article WHERE article.file = source_file.id)
        AND NOT EXISTS (SELECT 1 FROM source_file WHERE path = ?3)
      """)
    defer { statement.reset() }
    try statement.bind(Int64(size), at: 1).bind(hash, at: 2).bind(path, at: 3)
    while try statement.step() {
      let found = file(statement)
      if FileStatus.isGone(statement.text(6)), given.insert(found.id).inserted { return found }
    }
    return nil
  }

  /// Whether a file of this size is known: only then its bytes need to be looked at.
  ///
  /// - Throws: ``SQLiteError``.
  func knows(size: Int) throws(SQLiteError) -> Bool {
    let statement = try connection.cached("SELECT 1 FROM source_file WHERE size = ?1 LIMIT 1")
    defer { statement.reset() }
    return try statement.bind(Int64(size), at: 1).step()
  }

  private func file(_ statement: Statement) -> File {
    File(
      id: statement.integer(0), name: statement.text(1),
      stamp: FileStamp(
        size: Int(statement.integer(2)), modified: statement.integer(3), readAt: statement.integer(4),
        hash: statement.isNull(5) ? nil : statement.bytes(5)))
  }
}
