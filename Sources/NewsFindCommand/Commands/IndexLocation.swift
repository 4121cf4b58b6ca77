import Glibc
import NewsFindKit

/// Where the index file is: `--index`, else the environment, else the user's data folder.
enum IndexLocation {
  static func path(_ arguments: CommandArguments) throws(UsageError) -> String {
    if let given = arguments.options[.index] {
      guard !given.isEmpty else { throw UsageError("--index needs the path of a file", arguments.command) }
      return fileName(given)
    }
    if let named = variable("NEWSFIND_INDEX") { return fileName(named) }
    if let data = variable("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/newsfind/index.sqlite" }
    if let home = variable("HOME") { return home + "/.local/share/newsfind/index.sqlite" }
    throw UsageError(
      "there is no home folder to keep an index in: name a file with --index", arguments.command)
  }

  /// Makes the folder of the index file and those above it.
  static func makeFolder(of path: String) {
    var end = path.startIndex
    while let slash = path[end...].dropFirst().firstIndex(of: "/") {
      // What cannot be made shows when the file is opened.
      mkdir(String(path[..<slash]), 0o777)
      end = slash
    }
  }

  /// A name that SQLite takes for a file's: ":memory:" and "file:…" mean something else to it.
  private static func fileName(_ path: String) -> String {
    path.hasPrefix(":") || path.hasPrefix("file:") ? "./\(path)" : path
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value[0] != 0 else { return nil }
    return String(cString: value)
  }
}
