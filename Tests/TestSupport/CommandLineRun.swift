import Glibc

/// One run of a program as a shell would start it: an environment of its own, its two outputs kept apart.
package struct CommandLineRun: Sendable {
  /// What it wrote to standard output.
  package let outputBytes: [UInt8]
  /// What it wrote to standard error.
  package let messageBytes: [UInt8]
  /// Its exit status; 128 and the signal's number where a signal ended it.
  package let status: Int32
  /// How long the processor worked for it: of other programs at work that depends little, unlike the time on the clock.
  package let processorTime: Duration

  /// Standard output as text.
  package var output: String { String(decoding: outputBytes, as: UTF8.self) }
  /// Standard error as text.
  package var messages: String { String(decoding: messageBytes, as: UTF8.self) }
  /// The lines of standard output.
  package var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// A program that has not ended by then is killed, in seconds.
  private static let patience = 120

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - program: The path of its file.
  ///   - arguments: What stands behind its name.
  ///   - environment: All of its environment.
  ///   - folder: Where it is started.
  ///   - input: What it reads from standard input; nothing where `nil`.
  ///   - terminal: The path of a terminal that takes both outputs, which are empty here then.
  package init(
    _ program: String, _ arguments: [String], environment: [String: String] = [:], in folder: String = "/",
    input: [UInt8]? = nil, terminal: String? = nil
  ) {
    let files = TemporaryFolder()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let source = input.map { files.write($0, to: "input") } ?? "/dev/null"
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, source, O_RDONLY, 0)
    for (descriptor, name) in [(STDOUT_FILENO, "output"), (STDERR_FILENO, "messages")] {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, terminal ?? files.file(name), O_RDWR | O_CREAT | O_NOCTTY, 0o600)
    }
    // The threads of tests keep signals from themselves, and a program would begin with what they keep.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
    // env changes the folder: glibc's own action for that is not seen by Swift.
    let words = ["/usr/bin/env", "-C", folder, program] + arguments
    let process = Self.withCStrings(words) { words in
      Self.withCStrings(variables) { variables in
        var process: pid_t = 0
        // A test cannot go on without the program that it is about.
        precondition(posix_spawn(&process, "/usr/bin/env", &actions, &attributes, words, variables) == 0)
        return process
      }
    }
    (status, processorTime) = Self.wait(for: process)
    outputBytes = TextFile.bytes(files.file("output"))
    messageBytes = TextFile.bytes(files.file("messages"))
  }

  private static func wait(for process: pid_t) -> (status: Int32, processorTime: Duration) {
    let start = ContinuousClock().now
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, WNOHANG, &usage) == 0 {
      if ContinuousClock().now - start > .seconds(patience) { kill(process, SIGKILL) }
      usleep(1_000)
    }
    let signal = status & 0x7F
    return (
      signal == 0 ? status >> 8 & 0xFF : 128 + signal, duration(usage.ru_utime) + duration(usage.ru_stime)
    )
  }

  private static func duration(_ time: timeval) -> Duration {
    .seconds(time.tv_sec) + .microseconds(time.tv_usec)
  }

  private static func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = texts.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }
}
