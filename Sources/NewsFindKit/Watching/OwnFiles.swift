import Glibc

/// The index and the files that are written beside it: a watch that took them for sources would never come to rest.
final class OwnFiles {
  /// The folders that the index is reached in, and its name there.
  private let places: [(folder: FileStatus.Identity, name: String)]
  /// Watches of those folders.
  private var watches: [Int32: [String]] = [:]

  private static let suffixes = ["", "-wal", "-shm", "-lock", "-journal"]

  /// - Parameter index: The path of the index.
  init(_ index: String) {
    let resolved = realpath(index, nil)
    defer { free(resolved) }
    // Its log lies beside the file itself, its lock beside the path.
    places = ([index] + (resolved.map { [String(cString: $0)] } ?? [])).compactMap { path in
      let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
      let folder = slash.map { String(path[...$0]) } ?? "."
      guard let identity = FileStatus.identity(folder) else { return nil }
      return (identity, slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path)
    }
  }

  /// Notes that a folder is watched.
  func note(_ path: String, _ watch: Int32) {
    guard let identity = FileStatus.identity(path) else { return }
    let names = places.filter { $0.folder == identity }.map(\.name)
    if !names.isEmpty { watches[watch] = names }
  }

  /// Forgets which folders are watched.
  func forgetFolders() {
    watches = [:]
  }

  /// Whether a name in a watched folder is that of the index or of a file that belongs to it.
  func contains(_ name: String, in watch: Int32) -> Bool {
    guard let indexes = watches[watch] else { return false }
    return indexes.contains { index in
      guard name.hasPrefix(index) else { return false }
      let rest = String(name.dropFirst(index.count))
      return Self.suffixes.contains(rest) || rest.hasPrefix(IndexReplacement.mark)
    }
  }
}
