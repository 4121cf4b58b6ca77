import Glibc

/// What is known of the terminal behind a file descriptor.
enum Terminal {
  /// When to use colours.
  enum ColorChoice: String, CaseIterable {
    case auto, always, never
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The number of columns; `nil` where there is no terminal.
  static func width(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// The number of columns to wrap a text at; `nil` where there is no terminal.
  static func textWidth(_ descriptor: Int32) -> Int? {
    // Long lines are hard to read, however wide the terminal.
    width(descriptor).map { min(max($0 - 1, 30), 100) }
  }

  /// Whether to colour what goes to standard output.
  ///
  /// Source of NO_COLOR: <https://no-color.org>
  static func usesColor(_ choice: ColorChoice) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto:
      let isRefused = getenv("NO_COLOR").map { $0[0] != 0 } ?? false
      let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
      return isTerminal(STDOUT_FILENO) && !isRefused && !isDumb
    }
  }
}
