import Glibc

/// Watches files, and folders with all that lies below them, and tells what changed.
///
/// Hidden files and folders are left out, links to folders are not followed, as by a walk. A path at which nothing is yet,
/// or nothing any more, is watched as soon as something is there.
final class SourceWatch {
  /// A path that was given.
  private struct Root {
    let path: String
    /// What is watched there; `nil` where nothing could be.
    var identity: FileStatus.Identity?
    /// Whether that is not there any more.
    var isLost = false
  }

  private var events: FolderEvents
  private var roots: [Root]
  /// The paths by which the watched folders and files are reached.
  private var paths: [Int32: [String]] = [:]
  private let ownFiles: OwnFiles
  private var rootsSeen: ContinuousClock.Instant

  /// So often it is looked whether the paths lead to what they led to before: no event tells that a folder above was moved.
  private static let rootInterval = Duration.seconds(1)

  /// - Parameters:
  ///   - paths: Files and folders.
  ///   - index: The index: what happens to it and to the files beside it is no change.
  /// - Throws: ``NewsIndexError/cannotWatch(path:detail:)``.
  init(_ paths: [String], index: String) throws {
    for path in paths where path == "-" || FileStatus.isStream(path) {
      throw NewsIndexError.cannotWatch(path: path, detail: "neither a file nor a folder")
    }
    events = try FolderEvents()
    ownFiles = OwnFiles(index)
    roots = paths.map { Root(path: $0) }
    rootsSeen = ContinuousClock().now
    for number in roots.indices { try watchRoot(number) }
  }

  /// How many folders and files are watched.
  var count: Int { paths.count }

  /// What has changed since it was asked last; waits for it if nothing has yet.
  ///
  /// - Parameter timeout: How long to wait; a signal ends the waiting, too.
  /// - Returns: Files and folders; the same one perhaps several times.
  /// - Throws: ``NewsIndexError/cannotWatch(path:detail:)`` where the system watches no more.
  func changes(within timeout: Duration) throws -> [SourceChange] {
    var changes: [SourceChange] = []
    var isRootLost = false
    for event in events.next(within: timeout) {
      if event.isOverflow {
        try watchAnew()
        return roots.map { SourceChange(path: $0.path) }
      }
      if event.isLost || event.isEnd { isRootLost = forgetRoots(event.watch) || isRootLost }
      if event.isEnd { paths[event.watch] = nil }
      for folder in paths[event.watch] ?? [] { changes += try self.changes(event, at: folder) }
    }
    let now = ContinuousClock().now
    if isRootLost || now - rootsSeen >= Self.rootInterval {
      rootsSeen = now
      changes += try changesOfRoots()
    }
    return changes
  }

  private func changes(_ event: FolderEvent, at folder: String) throws -> [SourceChange] {
    guard !event.name.isEmpty else {
      return event.isFolder || event.isLost || event.isEnd
        ? [] : [SourceChange(path: folder, isBeingWritten: event.isWriting)]
    }
    guard !event.name.hasPrefix("."), !ownFiles.contains(event.name, in: event.watch) else { return [] }
    let path = Self.path(of: event.name, in: folder)
    guard event.isFolder else { return [SourceChange(path: path, isBeingWritten: event.isWriting)] }
    if event.isArrival { try watchFolders(path) } else { forget(path) }
    return [SourceChange(path: path)]
  }

  /// Watches all paths as if none had been watched before.
  private func watchAnew() throws {
    events = try FolderEvents()
    paths = [:]
    ownFiles.forgetFolders()
    for number in roots.indices { try watchRoot(number) }
  }

  // MARK: Paths that were given

  private func watchRoot(_ number: Int) throws {
    let path = roots[number].path
    roots[number].identity = nil
    roots[number].isLost = false
    let identity = FileStatus.identity(path)
    // First the watch, then the look at what is there: what comes in between is seen by one of them.
    guard try watch(path, asFolder: false) else { return }
    if FileStatus.isFolder(path) { try watchSubfolders(path) }
    roots[number].identity = identity
  }

  /// Notes that what was watched is not at a path any more.
  private func forgetRoots(_ watch: Int32) -> Bool {
    guard let lost = paths[watch] else { return false }
    var isFound = false
    for number in roots.indices where lost.contains(roots[number].path) {
      roots[number].isLost = true
      isFound = true
    }
    return isFound
  }

  /// The paths that lead to something else than before.
  private func changesOfRoots() throws -> [SourceChange] {
    var changes: [SourceChange] = []
    for number in roots.indices {
      let root = roots[number]
      guard root.isLost || FileStatus.identity(root.path) != root.identity else { continue }
      forget(root.path)
      try watchRoot(number)
      if root.identity ?? roots[number].identity != nil { changes.append(SourceChange(path: root.path)) }
    }
    return changes
  }

  // MARK: Folders

  /// Watches a folder and those below it.
  private func watchFolders(_ path: String) throws {
    if try watch(path, asFolder: true) { try watchSubfolders(path) }
  }

  private func watchSubfolders(_ path: String) throws {
    var pending = [path]
    while let folder = pending.popLast() {
      for name in FileStatus.folders(in: folder) where !name.hasPrefix(".") {
        let path = Self.path(of: name, in: folder)
        if try watch(path, asFolder: true) { pending.append(path) }
      }
    }
  }

  /// - Returns: False where nothing is there that may be read.
  private func watch(_ path: String, asFolder isFolder: Bool) throws -> Bool {
    guard let watch = try events.add(path, asFolder: isFolder) else { return false }
    if !paths[watch, default: []].contains(path) { paths[watch, default: []].append(path) }
    ownFiles.note(path, watch)
    return true
  }

  /// Watches a folder and those below it no more.
  private func forget(_ folder: String) {
    let prefix = Self.path(of: "", in: folder)
    for (watch, names) in paths {
      let rest = names.filter { $0 != folder && !$0.utf8.starts(with: prefix.utf8) }
      guard rest.count < names.count else { continue }
      paths[watch] = rest.isEmpty ? nil : rest
      if rest.isEmpty { events.remove(watch) }
    }
  }

  private static func path(of name: String, in folder: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
