import SQLiteStore
import TestSupport
import Testing

/// Texts from outside may hold what a terminal obeys; none of it may reach one.
@Suite struct UntrustedTextTests {
  /// C0, DEL, C1 (CSI among them) and the marks that turn the direction of writing.
  private static let controls =
    "\u{1B}[31m\u{1B}]0;x\u{7}\u{8}\u{0B}\u{7F}\u{85}\u{9B}2J\u{202E}\u{2066}\u{2028}"

  private let command: CommandFixture

  init() throws {
    command = Self.withFiles()
    command.putIndex(try Self.index.get())
  }

  /// Made once.
  private static let index = Result { () throws -> [UInt8] in
    let command = withFiles()
    #expect(command.run("index", ".").status == 1)
    // What the readers take out comes back, as in a file that somebody else has made.
    let index = try Connection(path: command.index, mode: .readWrite)
    let title = Array("\(controls)titre".utf8)
    // Texts that are not compressed: a zero, the sizes of title and lead, and all of them one after the other.
    let texts = [0, UInt8(title.count), 0] + title + Array("\(controls)cosmodrome".utf8)
    try index.prepare(
      "UPDATE article SET texts = ?2, section = ?1, url = ?1, source = ?1, author = ?1, date = date || ?1"
    ).bind(controls, at: 1).bind(texts, at: 2).run()
    try index.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return command.indexBytes()
  }

  private static func withFiles() -> CommandFixture {
    let command = CommandFixture.searchable()
    command.folder.write("Espace\n\nUn nom méchant\n\nLe cosmodrome.\n", to: "a\(controls)b.txt")
    command.folder.write(
      """
      {"id": "\\u001b[5m\\u009b\\u202e", "text": "cosmodrome \\u001b[31m \\u0007 \\u007f \\u009b2J \\u202eenvers"}
      \(controls)

      """, to: "bad\(controls).jsonl")
    return command
  }

  /// The scalars that a terminal may obey; line feeds and tabs are the command's own.
  private func harmful(_ run: CommandLineRun) -> [Unicode.Scalar] {
    var text = run.output + run.messages
    // The command's own marks.
    for mark in ["\u{1B}[1;31m", "\u{1B}[2m", "\u{1B}[0m"] { text = text.split(separator: mark).joined() }
    return text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A, 0x09: false
      case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }

  @Test(arguments: [
    ["cosmodrome"], ["cosmodrome", "--color", "always"], ["cosmodrome", "--json"],
    ["cosmodrome", "--format", "trec"], ["show", "plessetsk"], ["show", "plessetsk", "--json"],
    ["show", "plessetsk", "cosmodrome", "--color", "always"], ["show", "\u{1B}[5m\u{202E}"],
    ["read", "."], ["index", "."], ["index", "--dry-run", "."], ["analyze", controls],
    ["analyze", "--json", controls],
    ["analyze", "a\(controls)b"], ["search", controls], ["search", "--json", controls],
    ["search", "--index", controls, "x"], ["search", "--\(controls)"], ["search", "x", "--limit", controls],
    ["show", controls], ["read", controls], ["index", controls], ["search", "--queries", controls],
    ["search", "x", "--sort", controls], ["check"], ["stats"], ["stats", "--json"],
  ])
  func `no control reaches the terminal`(arguments: [String]) {
    let run = command.run(arguments)
    #expect(harmful(run).isEmpty)
    #expect(!(run.output + run.messages).isEmpty)
  }

  @Test func `the id of an article can be told from JSON exactly`() throws {
    let found = try JSONValue(parsing: command.run("méchant", "--json").output)
    let id = try #require(found["hits"]?.elements.first?["id"]?.text)
    #expect(id == "a\(Self.controls)b.txt")
    #expect(command.run("show", id).status == 0)
  }

  @Test func `a TREC line stays a line of six fields`() {
    for line in command.run("cosmodrome", "--format", "trec").output.split(separator: "\n") {
      #expect(line.split(whereSeparator: \.isWhitespace).count == 6)
    }
  }
}
