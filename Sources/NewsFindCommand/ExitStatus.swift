/// What the command tells the shell.
enum ExitStatus: Int32 {
  /// Something was found, or it is done.
  case success = 0
  /// Nothing was found, some inputs were rejected, or the index is not sound.
  case negative = 1
  /// Wrong usage or failure.
  case failure = 2
}
