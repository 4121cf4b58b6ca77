import Glibc
import SQLiteStore
import Synchronization

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
  private let number: Int

  /// Stands behind the index's name in what is written beside it; the process and a number follow.
  static let mark = ".rebuild-"

  /// A path beside an index that a watch does not take for a source, and that the next run removes if it is left behind.
  static func scratchPath(of path: String) -> String { "\(path)\(mark)\(getpid())-0" }

  /// The numbers of the replacements that are at work in this process: each writes a file of its own.
  private static let numbersAtWork = Mutex<Set<Int>>([])

  /// - Throws: ``NewsIndexError/notAnIndex(path:)`` when something else is at `path`: that is never replaced.
  init(of path: String) throws {
    try Self.verifyReplaceable(path)
    Self.removeLeftovers(of: path)
    self.path = path
    number = Self.numbersAtWork.withLock { numbers in
      let next = (numbers.max() ?? 0) + 1
      numbers.insert(next)
      return next
    }
    newPath = "\(path)\(Self.mark)\(getpid())-\(number)"
  }

  deinit {
    Self.removeDatabase(newPath)
    Self.removeDatabase(stagingPath)
    _ = Self.numbersAtWork.withLock { $0.remove(number) }
  }

  private var stagingPath: String { newPath + "-staging" }

  /// A connection to an index without full text, empty: where articles are collected before they are sorted.
  func makeStaging() throws -> IndexConnection {
    let staging = try IndexConnection.writer(stagingPath, create: true)
    try staging.connection.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    staging.isStaging = true
    return staging
  }

  /// A connection to the new index, empty.
  ///
  /// It keeps no journal: a rebuild that fails is thrown away.
  func makeWriter() throws -> IndexConnection {
    let writer = try IndexConnection.writer(newPath, create: true)
    try writer.connection.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    return writer
  }

  /// Puts the new index in the place of the old one.
  ///
  /// If others write meanwhile it waits: what was made with so much work is not thrown away for that.
  ///
  /// - Parameters:
  ///   - new: The connection that ``makeWriter()`` gave, in no transaction.
  ///   - patience: How long to wait for others.
  /// - Throws: ``NewsIndexError`` or ``SQLiteError``; then the old index stands as before.
  func takePlace(_ new: Connection, patience: Duration = .seconds(60)) throws {
    if FileStatus.size(path) > 0, try replacePages(with: new, patience) { return }
    try new.execute("PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint(TRUNCATE)")
    try synchronize(newPath)
    // Nobody reads what is not there or is no database any more; a log that was left would be taken for the new file's.
    unlink(path + "-wal")
    unlink(path + "-shm")
    guard rename(newPath, path) == 0 else {
      throw NewsIndexError.cannotOpen(path: path, detail: String(cString: strerror(errno)))
    }
    // The index has its place whatever comes of this: not all file systems write the names of a folder at will.
    try? synchronize(Self.folder(of: path))
  }

  /// - Returns: False when the old file is so damaged that SQLite cannot write to it.
  private func replacePages(with new: Connection, _ patience: Duration) throws -> Bool {
    do {
      let old = try Connection(path: path, mode: .readWrite)
      try Patience.trying(for: patience) { try new.backUp(to: old) }
      old.setBusyTimeout(milliseconds: 500)
      try? old.execute("PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint(TRUNCATE)")
      return true
    } catch let error as SQLiteError {
      // Read-only: the page size of an old version that cannot be changed in place.
      guard [.corrupt, .notADatabase, .readOnly].contains(error.code.primary) else { throw error }
      return false
    }
  }

  /// Makes sure that what was written to a file, or to the names in a folder, outlives a loss of power.
  ///
  /// - Throws: ``NewsIndexError`` with the system's reason.
  private func synchronize(_ file: String) throws {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    defer { close(descriptor) }
    guard descriptor >= 0, fsync(descriptor) == 0 else {
      throw errno == ENOSPC
        ? NewsIndexError.noSpace(path: path)
        : NewsIndexError.cannotOpen(path: file, detail: String(cString: strerror(errno)))
    }
  }

  private static func verifyReplaceable(_ path: String) throws {
    guard FileStatus.exists(path), FileStatus.size(path) > 0 else { return }
    let connection = try Connection(path: path, mode: .readOnly)
    connection.setBusyTimeout(milliseconds: IndexConnection.busyTimeout)
    let application: Int64?
    do {
      application = try connection.integer("PRAGMA application_id")
    } catch {
      // Damaged: what it was before is in its first bytes. A text or a picture has not that number there and stays.
      guard [.corrupt, .notADatabase].contains(error.code.primary) else { throw error }
      application = IndexSchema.applicationID(inHeaderOf: connection)
    }
    guard application == IndexSchema.applicationID else { throw NewsIndexError.notAnIndex(path: path) }
  }

  /// Removes what runs left behind that were killed while they made an index anew.
  static func removeLeftovers(of path: String) {
    let folder = folder(of: path)
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? ""[...].utf8
    let prefix = String(decoding: name, as: UTF8.self) + mark
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let found = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard found.hasPrefix(prefix) else { continue }
      var numbers = found.dropFirst(prefix.count).split(separator: "-", omittingEmptySubsequences: false)
      if numbers.count == 3, numbers[2] == "staging" { numbers.removeLast() }
      guard numbers.count == 2, let process = Int32(numbers[0]), let number = Int(numbers[1])
      else { continue }
      if isGone(process, number) { removeDatabase(folder + found) }
    }
  }

  /// Whether nobody works at a replacement any more: its process has ended, or is this one and has finished it.
  private static func isGone(_ process: Int32, _ number: Int) -> Bool {
    if process == getpid() { return numbersAtWork.withLock { !$0.contains(number) } }
    return kill(process, 0) != 0 && errno == ESRCH
  }

  /// The folder that a file is in, with a slash behind it.
  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "./" }
    return String(path[...slash])
  }

  private static func removeDatabase(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
  }
}
