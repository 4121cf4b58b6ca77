import TestSupport
import Testing

@Suite struct TerminalTests {
  private let command = CommandFixture.searchable()

  private static let escape: Character = "\u{1B}"

  @Test func `there are no colours without a terminal`() {
    for arguments in [
      ["cosmodrome"], ["show", "plessetsk", "cosmodrome"], ["--color", "auto", "cosmodrome"],
    ] {
      let run = command.run(arguments)
      #expect(!run.output.contains(Self.escape))
      #expect(!run.messages.contains(Self.escape))
    }
  }

  @Test func `there are no colours and no progress in what index says to a file`() {
    #expect(!command.run("index", "--rebuild", ".").messages.contains(Self.escape))
  }

  @Test func `colours can be asked for`() {
    let output = command.run("sanctions", "--color", "always").output
    #expect(output.hasPrefix("1.  La Corée du Nord sous \u{1B}[1;31msanctions\u{1B}[0m\n"))
    #expect(output.contains("\u{1B}[2mInternational · pyongyang\u{1B}[0m\n"))
    #expect(!output.contains("[" + "sanctions]"))
  }

  @Test func `colours are never part of JSON or a TREC run`() {
    for format in ["json", "trec"] {
      let output = command.run("sanctions", "--color", "always", "--format", format).output
      #expect(!output.contains(Self.escape))
    }
  }

  @Test(arguments: [
    ([:], [], true), (["NO_COLOR": "1"], [], false), (["NO_COLOR": ""], [], true),
    (["TERM": "dumb"], [], false), (["NO_COLOR": "1"], ["--color", "always"], true),
    ([:], ["--color", "never"], false), (["TERM": "xterm"], ["--color=auto"], true),
  ])
  func `a terminal gets colours unless they are refused`(
    environment: [String: String], arguments: [String], isColored: Bool
  ) {
    var command = command
    for (name, value) in environment { command.environment[name] = value }
    let terminal = PseudoTerminal(columns: 80)
    #expect(command.run(["cosmodrome"] + arguments, terminal: terminal.path).status == 0)
    #expect(terminal.text().contains(Self.escape) == isColored)
  }

  @Test(arguments: [31, 40, 60, 200])
  func `lines are as wide as the terminal, and no word is lost`(columns: Int) {
    let terminal = PseudoTerminal(columns: columns)
    #expect(
      command.run("show", "vostochny", "--color", "never", terminal: terminal.path).status == 0)
    let text = terminal.text()
    for line in text.split(separator: "\n") { #expect(line.count < max(columns, 31) || !line.contains(" ")) }
    func words(_ text: String) -> [Substring] { text.split { $0 == " " || $0 == "\n" } }
    #expect(words(text) == words(command.run("show", "vostochny").output))
  }

  @Test func `progress is shown on a terminal and taken away`() {
    let terminal = PseudoTerminal(columns: 60)
    #expect(command.run(["index", "--rebuild", "."], terminal: terminal.path).status == 0)
    let text = terminal.text()
    #expect(text.hasPrefix("\r\u{1B}[K") || text.hasPrefix("\u{1B}[K"))
    #expect(text.contains(" articles  "))
    #expect(text.contains("\u{1B}[Kindexed 6 articles: "))
    let quiet = PseudoTerminal(columns: 60)
    #expect(command.run(["index", "--quiet", "."], terminal: quiet.path).status == 0)
    #expect(quiet.text().isEmpty)
  }

  @Test(arguments: [
    "cosmodrome", "cosmodrome --json", "cosmodrome --format trec", "show plessetsk", "analyze bonjour",
    "read .",
    "--help", "search --help", "--version", "check",
  ])
  func `a reader that has gone is no error`(arguments: String) {
    let run = command.shell("{ sleep 0.1; \"$newsfind\" \(arguments); echo $? > status; } | true")
    #expect(run.messages.isEmpty || run.messages.hasSuffix(" ms\n"))
    #expect(TextFile.lines(command.folder.file("status")) == ["0"])
  }

  @Test func `a reader that goes while much is written is no error`() {
    let line = "{\"text\": \"\(String(repeating: "Un mot et un autre. ", count: 200))\"}\n"
    command.folder.write(String(repeating: line, count: 500), to: "much.jsonl")
    let run = command.shell("{ \"$newsfind\" read much.jsonl; echo $? > status; } | head -n 1")
    #expect(run.lines.count == 1)
    #expect(run.messages.isEmpty)
    #expect(TextFile.lines(command.folder.file("status")) == ["0"])
  }

  @Test func `output that cannot be written is an error`() {
    for redirection in [">/dev/full", ">&-"] {
      let run = command.shell("\"$newsfind\" cosmodrome \(redirection)")
      #expect(run.status == 2)
      #expect(run.messages.hasPrefix("newsfind: cannot write the output: "))
    }
  }

  @Test func `messages that cannot be written change nothing`() {
    #expect(command.shell("\"$newsfind\" cosmodrome 2>&-").status == 0)
    #expect(command.shell("\"$newsfind\" cosmodrome 2>/dev/full").lines.count == 9)
  }
}
