import SQLiteStore
import TestSupport
import Testing

@Suite struct ForeignFileTests {
  private let command = CommandFixture()

  private static let text = "Ceci n’est pas un index, mais une lettre que quelqu’un a écrite.\n"

  /// Everything that a command can do to the file that it takes for its index.
  private static let attempts = [
    ["search", "cosmodrome"], ["show", "x"], ["stats"], ["check"], ["check", "--repair"],
    ["index", "a.jsonl"],
    ["index", "--prune", "a.jsonl"], ["index", "--dry-run", "a.jsonl"], ["index", "--rebuild", "a.jsonl"],
  ]

  private func expectUntouched(_ attempts: [[String]], _ message: String) {
    command.folder.write(ArticleSamples.jsonLines, to: "a.jsonl")
    let before = TextFile.bytes(command.index)
    for arguments in attempts {
      let run = command.run(arguments)
      #expect(run.status == 2, "\(arguments)")
      #expect(run.output.isEmpty)
      #expect(
        run.messages.hasPrefix("newsfind: \(command.index) \(message)"), "\(arguments): \(run.messages)")
      #expect(run.messages.split(separator: "\n").count == 1)
    }
    #expect(TextFile.bytes(command.index) == before)
    // SQLite may leave its log and its shared memory; nothing else may be left.
    let names = command.shell("ls \"$HOME\"").lines
    #expect(Set(names).isSubset(of: ["index.sqlite", "index.sqlite-shm", "index.sqlite-wal"]))
  }

  @Test func `a text is no index and stays as it is`() {
    _ = CommandLineRun("/bin/sh", ["-c", "printf %s \"$0\" > \(command.index)", Self.text])
    expectUntouched(Self.attempts, "is not a newsfind index: name another file with --index")
  }

  @Test(arguments: [
    "CREATE TABLE letter(text); INSERT INTO letter VALUES ('chère Hélène')",
    "PRAGMA application_id = 7; PRAGMA user_version = 1",
    "PRAGMA journal_mode = WAL; CREATE TABLE article(id)",
  ])
  func `a database of another program is no index and stays as it is`(sql: String) throws {
    try Connection(path: command.index, mode: .create).execute(sql)
    expectUntouched(Self.attempts, "is not a newsfind index: name another file with --index")
  }

  @Test func `an index of a later version is left alone until it is made anew`() throws {
    command.folder.write(ArticleSamples.jsonLines, to: "a.jsonl")
    #expect(command.run("index", "a.jsonl").status == 0)
    try Connection(path: command.index, mode: .readWrite).execute("PRAGMA user_version = 99")
    let attempts = Self.attempts.filter { !$0.contains("--rebuild") }
    expectUntouched(attempts, "was made by a newer newsfind (schema 99): update newsfind")
  }

  @Test(arguments: [
    ("PRAGMA user_version = 0", "was made by an older newsfind (schema 0)"),
    ("UPDATE property SET value = 'latin'", "was made with other rules of French (analyzer 'latin')"),
  ])
  func `an index of an earlier version names the command that makes it anew`(sql: String, message: String)
    throws
  {
    command.folder.write(ArticleSamples.jsonLines, to: "a.jsonl")
    #expect(command.run("index", "a.jsonl").status == 0)
    try Connection(path: command.index, mode: .readWrite).execute(sql)
    let attempts = Self.attempts.filter { !$0.contains("--rebuild") }
    expectUntouched(attempts, "\(message): run 'newsfind index --rebuild PATH…'")

    #expect(command.run("index", "--rebuild", "a.jsonl").status == 0)
    #expect(command.ids("cosmodrome").count == 2)
    #expect(command.run("check").status == 0)
  }

  @Test func `a folder is no index`() {
    for arguments in Self.attempts {
      let run = command.run(arguments + ["--index", "."])
      #expect(run.status == 2, "\(arguments)")
      #expect(run.output.isEmpty)
      #expect(run.messages.hasPrefix("newsfind: "))
    }
  }

  @Test func `an empty file becomes an index`() {
    command.folder.write(ArticleSamples.jsonLines, to: "a.jsonl")
    command.folder.write("", to: "empty.sqlite")
    #expect(command.run("cosmodrome", "--index", "empty.sqlite").status == 2)
    #expect(command.run("index", "--index", "empty.sqlite", "a.jsonl").status == 0)
    #expect(command.run("cosmodrome", "--index", "empty.sqlite").status == 0)
  }
}
