import Glibc

/// What the command has to say beside its results: on standard error.
enum Message {
  /// An error, with the command's name before it.
  static func error(_ text: String) {
    plain("newsfind: \(PrintableText.line(text))\n")
  }

  /// A remark.
  static func note(_ text: String) {
    plain("\(PrintableText.line(text))\n")
  }

  /// A text as it stands.
  ///
  /// One that cannot be written is lost: there is nowhere left to say so.
  static func plain(_ text: String) {
    var output = ByteOutput(descriptor: STDERR_FILENO)
    try? output.write(text)
    try? output.flush()
  }
}
