import Glibc
import TestSupport
import Testing

@Suite struct PackedInputTests {
  private let command = CommandFixture()

  private static let lines =
    "{\"id\":\"un\",\"text\":\"Une savane.\"}\nfaux\n{\"id\":\"deux\",\"text\":\"Une dune.\"}\n"

  @Test func `standard input is read and indexed, whatever it holds`() {
    var run = command.run("read", "-", input: Self.lines)
    #expect(run.status == 1 && run.lines.count == 2)
    #expect(run.messages.hasPrefix("newsfind: -:2: not JSON"))
    run = command.run("index", "-", input: Self.lines)
    #expect(run.status == 1)
    #expect(command.ids("savane") == ["un"])
    run = command.run("index", "-", input: "Titre\n\nUne toundra.\n")
    #expect(run.status == 0)
    #expect(command.ids("toundra") == ["stdin"])
    // What came through it is not gone because it comes no more.
    command.folder.write(Self.lines, to: "a/b.jsonl")
    #expect(command.run("index", "--prune", "a", "-", input: "Titre\n\nUne steppe.\n").status == 1)
    #expect(command.ids("dune") == ["deux"])
    #expect(command.run("read", "-").messages == "newsfind: -: the file is empty\n")
  }

  @Test func `every rejection is listed in the file of --rejects, which may lie among the sources`() throws {
    command.folder.write(Self.lines, to: "a/b.jsonl")
    command.folder.write("", to: "a/c\u{1B}.txt")
    for _ in 0..<2 {
      let run = command.run("index", "--rejects", "a/rejects.jsonl", "a")
      #expect(run.status == 1)
      let text = String(decoding: TextFile.bytes(command.folder.file("a/rejects.jsonl")), as: UTF8.self)
      let records = try text.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
      try #require(records.count == 2)
      #expect(records[0].keys == ["file", "line", "record", "reason"])
      #expect(records[0]["file"] == .string("a/b.jsonl") && records[0]["record"] == .null)
      #expect(records[1]["file"] == .string("a/c\u{1B}.txt") && records[1]["line"] == .null)
      #expect(records[1]["reason"] == .string("the file is empty"))
      #expect(
        command.shell("ls -A a").lines.sorted() == ["b.jsonl", "c\u{1B}.txt", "rejects.jsonl"].sorted())
    }
    #expect(command.run("index", "--dry-run", "--rejects", "/dev/stdout", "a").lines.count == 4)
    #expect(access("/dev/stdout", F_OK) == 0 && command.shell("readlink /dev/stdout").status == 0)
    // A link stays one.
    #expect(
      command.shell("ln -s target b; \"$newsfind\" index --rejects b a; readlink b").lines == ["target"])
    #expect(!TextFile.bytes(command.folder.file("target")).isEmpty)
    #expect(command.run("index", "--rejects", "none/x", "a").status == 2)
  }

  #if Archives
    @Test func `archives and compressed files are indexed, pruned, and kept while they cannot be read`() {
      command.folder.write(Self.lines, to: "b.jsonl")
      command.folder.write("Titre\n\nUne toundra.\n", to: "t/toundra.txt")
      let packing = command.shell(
        "mkdir in && tar czf in/press.tgz t && gzip -c b.jsonl > in/b.jsonl.gz && rm -r t b.jsonl")
      #expect(packing.status == 0)
      #expect(command.run("index", "in").status == 1)
      #expect(command.ids("toundra") == ["press.tgz!/t/toundra.txt"])
      #expect(command.ids("dune") == ["deux"])
      let shown = command.run("show", "press.tgz!/t/toundra.txt")
      #expect(shown.status == 0)
      // The archive is damaged: what it held is not gone.
      let whole = TextFile.bytes(command.folder.file("in/press.tgz"))
      command.folder.write(whole.prefix(20), to: "in/press.tgz")
      #expect(command.run("index", "--prune", "in").status == 1)
      #expect(command.ids("toundra") == ["press.tgz!/t/toundra.txt"])
      // Given by its name, and with another content.
      #expect(
        command.shell("mkdir t && printf 'Titre\\n\\nUne steppe.\\n' > t/steppe.txt && tar cf in/press.tgz t")
          .status == 0)
      #expect(command.run("index", "--prune", "in").messages.contains("1 removed"))
      #expect(command.ids("toundra").isEmpty)
      #expect(command.ids("steppe") == ["press.tgz!/t/steppe.txt"])
      #expect(command.run("index", "in/press.tgz").status == 0)
      #expect(
        command.shell(
          "rm -r t && mkdir t && printf 'Titre\\n\\nUne dune.\\n' > t/d.txt && tar cf in/press.tgz t"
        ).status == 0)
      #expect(command.run("index", "--prune", "in/press.tgz").messages.contains("2 removed"))
    }

    @Test func `standard input may be packed`() {
      command.folder.write(Self.lines, to: "b.jsonl")
      #expect(command.shell("gzip -c b.jsonl | \"$newsfind\" read - 2>/dev/null").lines.count == 2)
      #expect(command.shell("tar czf - b.jsonl | \"$newsfind\" read - 2>/dev/null").lines.count == 2)
      let paths = command.shell("tar cf - b.jsonl | \"$newsfind\" read - 2>/dev/null").lines
      #expect(paths.allSatisfy { $0.contains("\"path\":\"-!/b.jsonl\"") })
    }
  #endif
}
