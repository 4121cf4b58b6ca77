import Glibc
import SQLiteStore

/// A new index that is made beside an old one and takes its place at once, or not at all.
///
/// Where there is an old index, its pages are replaced in one transaction by SQLite's backup: readers at work see the old
/// index or the new one. (Renaming over a file that is in use would leave its log and its shared memory, which belong
/// to the old file, to readers of the new one.)
///
/// Related SQLite documentation: <https://www.sqlite.org/backup.html>, <https://www.sqlite.org/howtocorrupt.html>
final class IndexReplacement {
  private let path: String
  private let newPath: String

  /// - Throws: ``NewsIndexError/notAnIndex(path:)`` when something else is at `path`: that is never replaced.
  init(of path: String) throws {
    self.path = path
    newPath = "\(path).rebuild-\(getpid())"
    try Self.verifyReplaceable(path)
    removeLeftovers()
  }

  deinit {
    Self.removeDatabase(newPath)
  }

  /// A connection to the new index, empty.
  ///
  /// It keeps no journal: a rebuild that fails is thrown away.
  func makeWriter() throws -> IndexConnection {
    let writer = try IndexConnection.writer(newPath, create: true)
    try writer.connection.execute(
      "PRAGMA journal_mode = DELETE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    return writer
  }

  /// Puts the new index in the place of the old one.
  ///
  /// - Parameter new: The connection that ``makeWriter()`` gave, in no transaction.
  /// - Throws: ``NewsIndexError`` or ``SQLiteError``; then the old index stands as before.
  func takePlace(_ new: Connection) throws {
    if FileStatus.size(path) > 0, try replacePages(with: new) { return }
    try new.execute("PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint(TRUNCATE)")
    synchronize(newPath)
    // Nobody reads what is not there or is no database any more; a log that was left would be taken for the new file's.
    unlink(path + "-wal")
    unlink(path + "-shm")
    guard rename(newPath, path) == 0 else {
      throw NewsIndexError.cannotOpen(path: path, detail: String(cString: strerror(errno)))
    }
  }

  /// - Returns: False when the old file is so damaged that SQLite cannot write to it.
  private func replacePages(with new: Connection) throws -> Bool {
    do {
      let old = try Connection(path: path, mode: .readWrite)
      old.setBusyTimeout(milliseconds: 5_000)
      try new.backUp(to: old)
      try? old.execute("PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint(TRUNCATE)")
      return true
    } catch {
      // Read-only: the page size of an old version that cannot be changed in place.
      guard [.corrupt, .notADatabase, .readOnly].contains(error.code.primary) else { throw error }
      return false
    }
  }

  private func synchronize(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func verifyReplaceable(_ path: String) throws {
    guard FileStatus.exists(path), FileStatus.size(path) > 0 else { return }
    let application: Int64?
    do {
      application = try Connection(path: path, mode: .readOnly).integer("PRAGMA application_id")
    } catch {
      // Damaged, and perhaps an index once; a text or a picture is "not a database" and stays.
      guard error.code.primary == .corrupt else { throw error }
      return
    }
    guard application == IndexSchema.applicationID else { throw NewsIndexError.notAnIndex(path: path) }
  }

  /// Removes what rebuilds left behind that were killed.
  private func removeLeftovers() {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last else { return }
    let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : "./"
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let found = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      let prefix = "\(name).rebuild-"
      guard found.hasPrefix(prefix), let process = Int32(found.dropFirst(prefix.count)) else { continue }
      if process == getpid() || kill(process, 0) != 0 && errno == ESRCH {
        Self.removeDatabase(folder + found)
      }
    }
  }

  private static func removeDatabase(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
  }
}
