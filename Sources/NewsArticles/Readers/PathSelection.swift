/// Some of the files and folders that a walk would come to.
///
/// A folder stands for all that lies below it.
package struct PathSelection: Sendable {
  private let chosen: Set<String>
  /// The folders on the way to them.
  private let ways: Set<String>

  /// - Parameter paths: As the walk makes them: the path given, a slash, and the names below it.
  package init(_ paths: some Sequence<String>) {
    chosen = Set(paths)
    ways = chosen.reduce(into: []) { ways, path in
      var rest = path.utf8[...]
      while let slash = rest.lastIndex(of: Self.slash) {
        rest = rest[..<slash]
        ways.insert(Self.withoutSlash(rest))
      }
    }
  }

  /// The same with other names for the paths.
  package func map(_ name: (String) -> String) -> PathSelection { PathSelection(chosen.map(name)) }

  /// Whether a path is one of them, or lies below one.
  package func contains(_ path: String) -> Bool {
    // By bytes: a slash before an accent is no character of its own.
    var part = path.utf8[...]
    while true {
      if chosen.contains(String(decoding: part, as: UTF8.self)) { return true }
      guard let slash = part.lastIndex(of: Self.slash) else { return false }
      part = part[..<slash]
    }
  }

  /// Whether something that lies below a folder is one of them.
  func leads(through folder: String) -> Bool { ways.contains(Self.withoutSlash(folder.utf8[...])) }

  private static let slash = UInt8(ascii: "/")

  private static func withoutSlash(_ path: Substring.UTF8View) -> String {
    var path = path
    while path.last == slash { path = path.dropLast() }
    return String(decoding: path, as: UTF8.self)
  }
}
