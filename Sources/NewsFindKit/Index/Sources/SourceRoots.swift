import Glibc

/// The paths that a reindexing was given, and where they lie.
///
/// Paths are compared by their bytes, as the system does: to Swift's strings é is the same whether it is written as one
/// character or two, and a name that begins with an accent hides the slash before it.
struct SourceRoots: Sendable {
  private struct Root: Sendable {
    let given: [UInt8]
    let absolute: [UInt8]
  }

  /// Those that exist, the longest first: of two that begin a path, a/../b and a, the longer one is meant.
  private let roots: [Root]

  private static let slash = UInt8(ascii: "/")
  /// Stands between an archive and its member.
  private static let member = "!/".utf8

  init(_ paths: [String]) {
    roots = paths.compactMap { path in
      guard let resolved = realpath(path, nil) else { return nil }
      defer { free(resolved) }
      return Root(given: Array(path.utf8), absolute: Array(String(cString: resolved).utf8))
    }.sorted { $0.given.count > $1.given.count }
  }

  /// The absolute path of a file that was reached from one of the roots; any other path as it is.
  func absolute(_ path: String) -> String {
    for root in roots where path.utf8.starts(with: root.given) {
      let rest = path.utf8.dropFirst(root.given.count)
      // A member of the archive that was given.
      if rest.starts(with: Self.member) { return String(decoding: root.absolute + rest, as: UTF8.self) }
      guard rest.isEmpty || rest.first == Self.slash || root.given.last == Self.slash else { continue }
      let names = rest.drop { $0 == Self.slash }
      let separator = names.isEmpty || root.absolute.last == Self.slash ? [] : [Self.slash]
      return String(decoding: root.absolute + separator + names, as: UTF8.self)
    }
    return path
  }

  /// Whether an absolute path is that of a root, or lies under one.
  func contains(_ path: String) -> Bool {
    roots.contains { root in
      guard path.utf8.starts(with: root.absolute) else { return false }
      let rest = path.utf8.dropFirst(root.absolute.count)
      return rest.isEmpty || rest.first == Self.slash || root.absolute.last == Self.slash
        || rest.starts(with: Self.member)
    }
  }
}
