import Glibc

/// The files of some paths: those that are files, and those below the folders, in the order of their names.
///
/// Hidden files and folders are left out, unless they are given themselves. Links to files are followed; links to folders
/// only where they are given, so that no walk goes in circles. Memory grows with the largest folder on the way, not with
/// the number of files.
struct FileWalk: Sequence, IteratorProtocol {
  private struct Entry {
    let path: String
    let id: String
    let isGiven: Bool
    /// Whether the path is the file's own, and not one in which bytes had to be replaced.
    let isUTF8: Bool
    /// Whether all that lies below it is wanted.
    var isChosen = true
  }

  /// What is still to be looked at, the next one last.
  private var pending: [Entry]

  /// Files that are never handed out, by device and number.
  private let leftOut: Set<[UInt64]>
  /// What is wanted of all; everything where `nil`.
  private let selection: PathSelection?

  /// - Parameters:
  ///   - paths: Files and folders; "-" is standard input.
  ///   - leftOut: Files that must not even be opened: closing a file ends all locks that this process has on it.
  ///   - selection: What is wanted of all; everything where `nil`.
  init(_ paths: [String], leavingOut leftOut: [String] = [], only selection: PathSelection? = nil) {
    self.selection = selection
    self.leftOut = Set(
      leftOut.compactMap { path in
        var status = stat()
        return stat(path, &status) == 0 ? Self.identity(status) : nil
      })
    pending = paths.reversed().compactMap { path in
      let isChosen = selection?.contains(path) ?? true
      guard isChosen || selection?.leads(through: path) == true else { return nil }
      return Entry(
        path: path, id: Self.withoutPrefix(path), isGiven: true, isUTF8: true, isChosen: isChosen)
    }
  }

  mutating func next() -> Result<SourceFile, Rejection>? {
    while let entry = pending.popLast() {
      guard entry.isUTF8 else {
        return .failure(Rejection(path: entry.path, reason: "its name is not UTF-8: rename it"))
      }
      var status = stat()
      if entry.path == "-", entry.isGiven {
        if fstat(STDIN_FILENO, &status) == 0, leftOut.contains(Self.identity(status)) { continue }
        return .success(SourceFile(path: "-", id: "stdin", size: 0, isGiven: true))
      }
      guard lstat(entry.path, &status) == 0 else { return failure(entry) }
      let isLink = status.st_mode & S_IFMT == S_IFLNK
      if isLink, stat(entry.path, &status) != 0 {
        let reason = ReadFailure.ofSystem().reason
        return .failure(Rejection(path: entry.path, reason: "the link leads nowhere: \(reason)"))
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        if isLink, !entry.isGiven { continue }
        if let rejection = open(entry) { return .failure(rejection) }
      case S_IFREG where leftOut.contains(Self.identity(status)): continue
      case S_IFREG:
        return .success(
          SourceFile(
            path: entry.path, id: entry.id, size: Int(status.st_size),
            modified: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec),
            isGiven: entry.isGiven))
      // A pipe that somebody names, as <(…) does, is read; one that lies in a folder would be waited for.
      case S_IFIFO where entry.isGiven, S_IFCHR where entry.isGiven:
        return .success(SourceFile(path: entry.path, id: entry.id, size: 0, isGiven: true))
      default:
        return .failure(Rejection(path: entry.path, reason: "neither a file nor a folder"))
      }
    }
    return nil
  }

  /// Puts what a folder holds before all that is pending.
  private mutating func open(_ folder: Entry) -> Rejection? {
    guard let stream = opendir(folder.path) else {
      return Rejection(path: folder.path, reason: ReadFailure.ofSystem().reason)
    }
    defer { closedir(stream) }
    var names: [(name: String, isUTF8: Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) {
          (name: String(cString: $0), isUTF8: String(validatingCString: $0) != nil)
        }
      }
      if !name.name.hasPrefix(".") { names.append(name) }
    }
    // By bytes: the same order everywhere.
    names.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let prefix = folder.path.hasSuffix("/") ? folder.path : folder.path + "/"
    for (name, isUTF8) in names.reversed() {
      let path = prefix + name
      let isChosen = folder.isChosen || selection?.contains(path) ?? true
      guard isChosen || selection?.leads(through: path) == true else { continue }
      pending.append(
        Entry(
          path: path, id: folder.isGiven ? name : "\(folder.id)/\(name)", isGiven: false, isUTF8: isUTF8,
          isChosen: isChosen))
    }
    return nil
  }

  private static func identity(_ status: stat) -> [UInt64] { [UInt64(status.st_dev), UInt64(status.st_ino)] }

  private func failure(_ entry: Entry) -> Result<SourceFile, Rejection> {
    .failure(Rejection(path: entry.path, reason: ReadFailure.ofSystem().reason))
  }

  /// A path without the ./ that some put before it.
  private static func withoutPrefix(_ path: String) -> String {
    var rest = path[...]
    while rest.hasPrefix("./"), rest.count > 2 { rest = rest.dropFirst(2).drop { $0 == "/" } }
    return String(rest)
  }
}
