/// Something that was typed cannot be meant.
///
/// The message says what can.
struct UsageError: Error, Hashable {
  let message: String
  /// The command whose help tells more.
  let command: CommandName?

  init(_ message: String, _ command: CommandName? = nil) {
    self.message = message
    self.command = command
  }
}
