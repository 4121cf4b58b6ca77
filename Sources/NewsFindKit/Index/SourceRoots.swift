import Glibc

/// The paths that a reindexing was given, and where they lie.
struct SourceRoots: Sendable {
  private struct Root: Sendable {
    let given: String
    let absolute: String
  }

  /// Those that exist.
  private let roots: [Root]

  init(_ paths: [String]) {
    roots = paths.compactMap { path in
      guard let resolved = realpath(path, nil) else { return nil }
      defer { free(resolved) }
      return Root(given: path, absolute: String(cString: resolved))
    }
  }

  /// The absolute paths of the roots that exist.
  var absolutePaths: [String] { roots.map(\.absolute) }

  /// The absolute path of a file that was reached from one of the roots.
  func absolute(_ path: String) -> String {
    for root in roots where path.hasPrefix(root.given) {
      let rest = path.dropFirst(root.given.count)
      if rest.isEmpty { return root.absolute }
      if rest.hasPrefix("/") { return root.absolute + rest }
      if root.given.hasSuffix("/") { return root.absolute == "/" ? "/\(rest)" : "\(root.absolute)/\(rest)" }
    }
    return path
  }
}
