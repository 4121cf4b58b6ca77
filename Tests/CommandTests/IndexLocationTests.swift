import Glibc
import TestSupport
import Testing

@Suite struct IndexLocationTests {
  private let folder = TemporaryFolder()

  /// A fixture whose environment names no index but this.
  private func fixture(_ environment: [String: String]) -> CommandFixture {
    var command = CommandFixture()
    command.environment["NEWSFIND_INDEX"] = nil
    for (name, value) in environment { command.environment[name] = value }
    command.folder.write(ArticleSamples.jsonLines, to: "a.jsonl")
    return command
  }

  private func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  @Test func `the option comes first`() {
    let command = fixture([
      "NEWSFIND_INDEX": folder.file("named.sqlite"), "XDG_DATA_HOME": folder.file("data"),
    ])
    let given = folder.file("given.sqlite")
    #expect(command.run("index", "--index", given, "a.jsonl").status == 0)
    #expect(exists(given))
    #expect(!exists(folder.file("named.sqlite")) && !exists(folder.file("data")))
    #expect(command.run("cosmodrome", "--index", given).status == 0)
    #expect(command.run("cosmodrome").status == 2)
  }

  @Test func `then the variable NEWSFIND_INDEX`() {
    let named = folder.file("deep/folder/named.sqlite")
    let command = fixture(["NEWSFIND_INDEX": named, "XDG_DATA_HOME": folder.file("data")])
    #expect(command.run("index", "a.jsonl").status == 0)
    #expect(exists(named) && !exists(folder.file("data")))
    #expect(command.run("cosmodrome").status == 0)
  }

  @Test(arguments: [nil, ""])
  func `then XDG_DATA_HOME`(named: String?) {
    var environment = ["XDG_DATA_HOME": folder.file("data")]
    if let named { environment["NEWSFIND_INDEX"] = named }
    let command = fixture(environment)
    #expect(command.run("index", "a.jsonl").status == 0)
    #expect(exists(folder.file("data/newsfind/index.sqlite")))
    #expect(!exists("\(command.homePath)/.local"))
  }

  @Test(arguments: [nil, "", "relative/data"])
  func `then the home folder`(data: String?) {
    let command = fixture(data.map { ["XDG_DATA_HOME": $0] } ?? [:])
    #expect(command.run("index", "a.jsonl").status == 0)
    #expect(exists("\(command.homePath)/.local/share/newsfind/index.sqlite"))
    #expect(command.run("cosmodrome").status == 0)
  }

  @Test func `without any of them the option is asked for`() {
    var command = fixture([:])
    command.environment["HOME"] = nil
    let run = command.run("cosmodrome")
    #expect(run.status == 2)
    #expect(run.messages.contains("--index"))
  }

  @Test(arguments: [["cosmodrome"], ["search", "cosmodrome"], ["show", "x"], ["stats"], ["check"]])
  func `a missing index is an error that names the command to run`(arguments: [String]) {
    let command = fixture(["NEWSFIND_INDEX": folder.file("none.sqlite")])
    let run = command.run(arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(
      run.messages
        == "newsfind: no index at \(folder.file("none.sqlite")): make one with 'newsfind index PATH…'\n"
    )
    #expect(!exists(folder.file("none.sqlite")))
  }

  @Test(arguments: [
    "a b.sqlite", "été.sqlite", "50%?#.sqlite", ":memory:", "file:x.sqlite", "-x.sqlite", "x",
  ])
  func `an index may have any name`(name: String) {
    let command = fixture([:])
    #expect(command.run("index", "--index=\(name)", "a.jsonl").status == 0)
    #expect(exists(command.folder.file(name)))
    #expect(command.run("cosmodrome", "--index=\(name)").status == 0)
  }

  @Test func `a folder that cannot be made is told`() {
    let command = fixture([:])
    let run = command.run("index", "--index", "/dev/null/folder/index.sqlite", "a.jsonl")
    #expect(run.status == 2)
    #expect(run.messages.hasPrefix("newsfind: cannot open /dev/null/folder/index.sqlite ("))
  }

  @Test(.enabled(if: Unprivileged.isPossible, "root may write everywhere, and nobody else can be found"))
  func `an index in a folder that cannot be written is searched`() {
    let command = CommandFixture.searchable()
    chmod(command.index, 0o444)
    chmod(command.homePath, 0o555)
    defer { chmod(command.homePath, 0o700) }
    let run = Unprivileged.run(command, "cosmodrome", "--format", "trec")
    #expect(run.status == 0)
    #expect(run.lines.count == 3)
    #expect(run.messages.isEmpty)
    #expect(Unprivileged.run(command, "show", "plessetsk").status == 0)
    #expect(Unprivileged.run(command, "stats").status == 0)

    let before = command.indexBytes()
    for refused in [
      Unprivileged.run(command, "index", "."), Unprivileged.run(command, "index", "--rebuild", "."),
      Unprivileged.run(command, "index", "--watch", "."), Unprivileged.run(command, "check", "--repair"),
    ] {
      #expect(refused.status == 2)
      #expect(refused.messages.hasPrefix("newsfind: cannot open \(command.index)"))
      #expect(refused.messages.hasSuffix("check the path and its permissions\n"))
    }
    #expect(command.indexBytes() == before)
    #expect(command.shell("ls \"$HOME\"").lines == ["index.sqlite"])
  }
}
