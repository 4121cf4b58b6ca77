import Glibc
import SQLiteStore
import TestSupport
import Testing

@Suite struct IndexTests {
  private let command = CommandFixture.indexed()

  /// What a run says it did, its time and speed left out.
  private func summary(_ arguments: String...) -> String {
    let run = command.run(["index"] + arguments)
    #expect(run.output.isEmpty)
    return String(run.messages.prefix { $0 != ";" })
  }

  @Test func `a second run changes nothing`() {
    let before = TextFile.bytes(command.index)
    #expect(summary(".") == "indexed 6 articles: 0 new, 0 changed, 6 unchanged")
    #expect(TextFile.bytes(command.index) == before)
  }

  @Test func `the first run counts what is new`() {
    let fresh = CommandFixture()
    fresh.folder.write(ArticleSamples.jsonLines, to: "a.jsonl")
    let run = fresh.run("index", "a.jsonl")
    #expect(run.status == 0)
    #expect(run.messages.hasPrefix("indexed 5 articles: 5 new, 0 changed, 0 unchanged; "))
    #expect(run.messages.hasSuffix(" MB/s\n"))
  }

  @Test func `an edit is followed, and only that`() {
    command.folder.write("Espace\n\nKourou se tait\n\nPlus une lanceuse.\n", to: "web/kourou.txt")
    #expect(summary(".") == "indexed 6 articles: 0 new, 1 changed, 5 unchanged")
    #expect(command.ids("lanceuse") == ["web/kourou.txt"])
    #expect(command.ids("savane").isEmpty)
    #expect(command.ids("cosmodrome").count == 2)
  }

  @Test func `a new file is added`() {
    command.folder.write("Sport\n\nLe match\n\nUn but à la fin.\n", to: "web/match.txt")
    #expect(summary(".") == "indexed 7 articles: 1 new, 0 changed, 6 unchanged")
    #expect(command.ids("match") == ["web/match.txt"])
  }

  @Test func `what is gone stays until it is pruned`() {
    unlink(command.folder.file("web/kourou.txt"))
    #expect(summary(".") == "indexed 5 articles: 0 new, 0 changed, 5 unchanged")
    #expect(command.ids("savane") == ["web/kourou.txt"])
    #expect(
      summary("--prune", ".")
        == "taking out 1 articles whose source is gone\n"
        + "indexed 5 articles: 0 new, 0 changed, 5 unchanged, 1 removed")
    #expect(command.ids("savane").isEmpty)
    #expect(summary("--prune", ".") == "indexed 5 articles: 0 new, 0 changed, 5 unchanged, 0 removed")
  }

  @Test func `pruning is about the paths given`() {
    unlink(command.folder.file("web/kourou.txt"))
    #expect(summary("--prune", "articles.jsonl").hasSuffix("0 removed"))
    #expect(command.ids("savane") == ["web/kourou.txt"])
  }

  @Test func `a line taken out of a file is gone too`() {
    let rest = ArticleSamples.jsonLines.split(separator: "\n").filter { !$0.contains("pyongyang") }
    command.folder.write(rest.joined(separator: "\n"), to: "articles.jsonl")
    #expect(
      summary("--prune", ".")
        == "taking out 1 articles whose source is gone\n"
        + "indexed 5 articles: 0 new, 0 changed, 5 unchanged, 1 removed")
    #expect(command.run("show", "pyongyang").status == 1)
  }

  @Test func `a dry run tells and does nothing`() {
    command.folder.write("Sport\n\nLe match\n\nUn but.\n", to: "web/match.txt")
    unlink(command.folder.file("web/kourou.txt"))
    let before = TextFile.bytes(command.index)
    #expect(
      summary("--dry-run", "--prune", ".")
        == "would take out 1 articles whose source is gone\n"
        + "would index 6 articles: 1 new, 0 changed, 5 unchanged, 1 removed")
    #expect(TextFile.bytes(command.index) == before)
    #expect(command.ids("match").isEmpty)

    let nowhere = command.folder.file("none/index.sqlite")
    #expect(summary("--dry-run", "--index", nowhere, ".").hasPrefix("would index 6 articles: 6 new"))
    #expect(access(command.folder.file("none"), F_OK) != 0)
  }

  @Test func `a rebuild holds what it is given and nothing else`() {
    #expect(summary("--rebuild", "web") == "indexed 1 articles: 1 new, 0 changed, 0 unchanged")
    #expect(command.ids("cosmodrome") == ["kourou.txt"])
    #expect(command.run("show", "vostochny").status == 1)
    #expect(command.run("check").output == "ok\n")
  }

  @Test func `an index is one file when nobody uses it`() {
    #expect(command.shell("ls \"$HOME\"").lines == ["index.sqlite"])
    #expect(command.run("index", "--rebuild", ".").status == 0)
    #expect(command.shell("ls \"$HOME\"").lines == ["index.sqlite"])
    command.folder.write("Sport\n\nLe match\n\nUn but.\n", to: "web/match.txt")
    #expect(command.run("index", "--prune", ".").status == 0)
    #expect(command.shell("ls \"$HOME\"").lines == ["index.sqlite"])
  }

  @Test func `one thread and two make the same index`() {
    let queries = ["cosmodrome", "retraites", "\"réforme des retraites\"", "fusées équipages"]
    var runs: [[String]] = []
    for jobs in ["1", "2", "8"] {
      let other = CommandFixture()
      for (name, text) in ArticleSamples.files { other.folder.write(text, to: name) }
      #expect(other.run("index", "--jobs", jobs, ".").status == 0)
      runs.append(queries.map { other.run("search", $0, "--format", "trec").output })
      #expect(other.run("check").status == 0)
    }
    #expect(runs[0] == runs[1])
    #expect(runs[0] == runs[2])
    #expect(runs[0].allSatisfy { !$0.isEmpty })
  }

  @Test(arguments: ["--quiet", "-q"])
  func `quiet says nothing unless something is wrong`(option: String) {
    #expect(command.run("index", option, ".").messages.isEmpty)
    command.folder.write("", to: "empty.txt")
    #expect(command.run("index", option, ".").messages == "newsfind: ./empty.txt: the file is empty\n")
  }

  @Test func `the id is the path within the folder given`() {
    let fresh = CommandFixture()
    fresh.folder.write(ArticleSamples.webExport, to: "a/b/kourou.txt")
    fresh.folder.write("{\"text\": \"Une savane sans identité.\"}\n", to: "a/b/anonyme.jsonl")
    #expect(fresh.run("index", "a").status == 0)
    #expect(Set(fresh.ids("savane")) == ["b/kourou.txt", "b/anonyme.jsonl:1"])
    #expect(fresh.run("index", "--rebuild", fresh.folder.file("a/")).status == 0)
    #expect(Set(fresh.ids("savane")) == ["b/kourou.txt", "b/anonyme.jsonl:1"])
  }

  @Test func `hidden files are left out`() {
    command.folder.write(ArticleSamples.webExport, to: ".caché/kourou.txt")
    command.folder.write("Un brouillon\n\nUne savane.\n", to: "web/.brouillon.txt")
    #expect(summary(".") == "indexed 6 articles: 0 new, 0 changed, 6 unchanged")
  }

  @Test func `what read prints can be indexed`() {
    let read = command.run("read", ".")
    let fresh = CommandFixture()
    fresh.folder.write(read.output, to: "a.jsonl")
    #expect(fresh.run("index", "a.jsonl").status == 0)
    #expect(Set(fresh.ids("cosmodrome")) == Set(command.ids("cosmodrome")))
    #expect(
      fresh.run("show", "vostochny").output.hasPrefix(
        String(command.run("show", "vostochny").output.prefix(60))))
  }

  @Test func `while another writes, searches go on and a second writer is told`() throws {
    let other = try Connection(path: command.index, mode: .readWrite)
    try other.execute("BEGIN IMMEDIATE; DELETE FROM article")
    #expect(command.ids("cosmodrome").count == 3)
    command.folder.write("Sport\n\nLe match\n\nUn but.\n", to: "web/match.txt")
    let run = command.run("index", ".")
    #expect(run.status == 2)
    #expect(run.messages.hasPrefix("newsfind: \(command.index) is being written by another process"))
    try other.execute("ROLLBACK")
    #expect(summary(".") == "indexed 7 articles: 1 new, 0 changed, 6 unchanged")
  }
}
