import Glibc
import TestSupport

/// Runs the command as a user whom permissions bind, also where the tests run as root.
enum Unprivileged {
  private static let drop = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]

  /// A copy of the command that everybody may run; the package may lie where only root may look.
  private static let binary: String = {
    let folder = "/tmp/newsfind-test-\(getpid())"
    mkdir(folder, 0o755)
    chmod(folder, 0o755)
    let copy = "\(folder)/newsfind"
    _ = CommandLineRun("/bin/cp", [CommandFixture.binary, copy])
    chmod(copy, 0o755)
    atexit {
      unlink("/tmp/newsfind-test-\(getpid())/newsfind")
      rmdir("/tmp/newsfind-test-\(getpid())")
    }
    return copy
  }()

  /// Whether there is such a user.
  static let isPossible: Bool = {
    if geteuid() != 0 { return true }
    guard access(drop[0], X_OK) == 0 else { return false }
    return CommandLineRun(drop[0], Array(drop.dropFirst()) + [binary, "--version"]).status == 0
  }()

  /// Runs the command in the fixture's folder, which everybody may enter then.
  static func run(_ command: CommandFixture, _ arguments: String...) -> CommandLineRun {
    for path in [command.folder.path, command.homePath] {
      var status = stat()
      stat(path, &status)
      chmod(path, status.st_mode | 0o055)
    }
    guard geteuid() == 0 else { return command.run(arguments) }
    return CommandLineRun(
      drop[0], Array(drop.dropFirst()) + [binary] + arguments, environment: command.environment,
      in: command.folder.path)
  }
}
