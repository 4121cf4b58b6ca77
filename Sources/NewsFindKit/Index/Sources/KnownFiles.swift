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
  init(_ path: String, isExact: Bool) throws {
    connection = try Connection(path: path, mode: .readOnly)
    connection.setBusyTimeout(milliseconds: 5_000)
    self.isExact = isExact
  }

  /// The file at an absolute path, if all that it held is in the index.
  func file(_ path: String) -> File? {
    first(
      """
      SELECT id, name, size, modified, read_at, hash FROM source_file WHERE path = ?1 AND size IS NOT NULL
        AND (SELECT count(*) FROM article WHERE article.file = source_file.id)
          \(isExact ? "= articles AND shared = 0" : ">= articles")
      """
    ) { statement in try statement.bind(path, at: 1) }
  }

  /// A file of these bytes that the index knows from a path where nothing is any more.
  func moved(to path: String, size: Int, hash: [UInt8]) -> File? {
    guard
      let statement = try? connection.cached(
        """
        SELECT id, name, size, modified, read_at, hash, path FROM source_file WHERE size = ?1 AND hash = ?2
          AND articles = (SELECT count(*) FROM article WHERE article.file = source_file.id)
          AND NOT EXISTS (SELECT 1 FROM source_file WHERE path = ?3)
        """)
    else { return nil }
    defer { statement.reset() }
    guard (try? statement.bind(Int64(size), at: 1).bind(hash, at: 2).bind(path, at: 3)) != nil else {
      return nil
    }
    while (try? statement.step()) == true {
      let found = file(statement)
      if FileStatus.isGone(statement.text(6)), given.insert(found.id).inserted { return found }
    }
    return nil
  }

  /// Whether a file of this size is known: only then its bytes need to be looked at.
  func knows(size: Int) -> Bool {
    guard let statement = try? connection.cached("SELECT 1 FROM source_file WHERE size = ?1 LIMIT 1") else {
      return false
    }
    defer { statement.reset() }
    return (try? statement.bind(Int64(size), at: 1).step()) == true
  }

  /// What cannot be looked up is not known: then the file is read.
  private func first(_ sql: String, _ bind: (Statement) throws -> Void) -> File? {
    guard let statement = try? connection.cached(sql) else { return nil }
    defer { statement.reset() }
    guard (try? bind(statement)) != nil, (try? statement.step()) == true else { return nil }
    return file(statement)
  }

  private func file(_ statement: Statement) -> File {
    File(
      id: statement.integer(0), name: statement.text(1),
      stamp: FileStamp(
        size: Int(statement.integer(2)), modified: statement.integer(3), readAt: statement.integer(4),
        hash: statement.isNull(5) ? nil : statement.bytes(5)))
  }
}
