import Glibc
import NewsArticles
import SQLiteStore

/// Decides which files must be read, and tells what became of each.
///
/// Used by the thread that reads.
final class FileScreening: ArticleFilesObserver {
  /// What is to be noted of a file, between the articles before it and after it.
  enum Event: Sendable {
    /// The articles that follow come from this file, known by its absolute path and its name.
    case opened(path: String, name: String)
    /// All of it was read; without a stamp it is to be read again next time.
    case read(FileStamp?)
    /// It is as it was; the stamp is a better one, if there is one.
    case unchanged(file: Int64, FileStamp?)
    /// It is one that was known by another path.
    case moved(file: Int64, to: String, name: String, FileStamp)
    /// It is being written, and left for another run.
    case unsettled(path: String)
    /// What the index knows of it cannot be read.
    case failed(SQLiteError)
  }

  /// `nil` where nothing is known: then all is read.
  private let known: Result<KnownFiles?, SQLiteError>
  private let roots: SourceRoots
  /// Files that are left for another run.
  private let unsettled: Set<String>
  private var events: [Event] = []
  /// When the reading of the present file began.
  private var readAt: Int64 = 0

  init(_ known: Result<KnownFiles?, SQLiteError>, _ roots: SourceRoots, unsettled: Set<String> = []) {
    self.known = known
    self.roots = roots
    self.unsettled = unsettled
  }

  /// What has happened since it was asked last.
  func takeEvents() -> [Event] {
    guard !events.isEmpty else { return [] }
    defer { events = [] }
    return events
  }

  func shouldRead(_ file: SourceFile) -> Bool {
    readAt = FileStamp.now()
    let path = roots.absolute(file.path)
    if unsettled.contains(file.path) {
      events.append(.unsettled(path: path))
      return false
    }
    do throws(SQLiteError) {
      guard let event = try pass(file, path) else {
        events.append(.opened(path: path, name: file.id))
        return true
      }
      events.append(event)
    } catch {
      events.append(.failed(error))
    }
    return false
  }

  /// Why a file need not be read; `nil` where it must.
  private func pass(_ file: SourceFile, _ path: String) throws(SQLiteError) -> Event? {
    guard let known = try known.get(), let modified = file.modified else { return nil }
    if let before = try known.file(path) {
      guard before.name == file.id, before.stamp.size == file.size else { return nil }
      if before.stamp.modified == modified, !before.stamp.isRecent { return .unchanged(file: before.id, nil) }
      // Size and time do not tell; its bytes do.
      guard let hash = before.stamp.hash, let stamp = stamp(file), stamp.hash == hash else { return nil }
      return .unchanged(file: before.id, before.stamp.modified == modified ? nil : stamp)
    }
    guard file.size > 0, try known.knows(size: file.size), let stamp = stamp(file), let hash = stamp.hash,
      let before = try known.moved(to: path, size: file.size, hash: hash)
    else { return nil }
    return .moved(file: before.id, to: path, name: file.id, stamp)
  }

  func didRead(_ file: SourceFile) {
    events.append(.read(stamp(file)))
  }

  /// The stamp of a file that is still as it was when it was found; `nil` where it was written meanwhile.
  private func stamp(_ file: SourceFile) -> FileStamp? {
    guard let modified = file.modified else { return nil }
    let hash = FileHash.of(file.path)
    var status = stat()
    guard stat(file.path, &status) == 0, Int(status.st_size) == file.size,
      FileStatus.modified(status) == modified
    else { return nil }
    return FileStamp(size: file.size, modified: modified, readAt: readAt, hash: hash)
  }
}
