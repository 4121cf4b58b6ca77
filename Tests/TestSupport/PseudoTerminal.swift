import Glibc

/// A terminal without a screen, for programs that ask whether they write to one.
package final class PseudoTerminal {
  private let master: Int32
  private let slave: Int32
  /// The path that a program opens as its terminal.
  package let path: String

  /// Linux' TIOCGPTN and TIOCSPTLCK, macros that Swift does not see; nor does it see posix_openpt().
  ///
  /// Source: <https://man7.org/linux/man-pages/man2/ioctl_tty.2.html>
  private static let getNumber: UInt = 0x8004_5430
  private static let setLock: UInt = 0x4004_5431

  /// A terminal of so many columns.
  package init(columns: Int) {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: Int32 = 0
    var isLocked: Int32 = 0
    // A test cannot go on without its terminal.
    precondition(
      master >= 0 && ioctl(master, Self.getNumber, &number) == 0
        && ioctl(master, Self.setLock, &isLocked) == 0)
    path = "/dev/pts/\(number)"
    // Held open: what a program wrote stays there when the program has gone.
    slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    var size = winsize(ws_row: 25, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(slave, UInt(TIOCSWINSZ), &size)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
  }

  deinit {
    close(slave)
    close(master)
  }

  /// What was written to the terminal, line feeds without the carriage returns that it adds.
  package func text() -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while case let count = read(master, &chunk, chunk.count), count > 0 { bytes += chunk[..<count] }
    return String(decoding: bytes.filter { $0 != 0x0D }, as: UTF8.self)
  }
}
