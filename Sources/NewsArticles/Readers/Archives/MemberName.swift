/// The name of a member of an archive, made harmless: a path below the archive, and nothing else.
struct MemberName {
  /// Folders and name with slashes between; control characters are U+FFFD.
  let text: String
  /// Whether it, or a folder on the way, begins with a dot, or is what macOS adds of its own.
  let isHidden: Bool

  /// - Parameter written: As the archive has it: `/etc/x`, `../x`, `C:\x` or worse.
  init(_ written: String) {
    // To Windows a backslash is a slash.
    let parts = written.split { $0 == "/" || $0 == "\\" }.filter { $0 != "." && $0 != ".." }
    isHidden = parts.contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
    let scalars = parts.joined(separator: "/").unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar
    }
    text = String(String.UnicodeScalarView(scalars))
  }
}
