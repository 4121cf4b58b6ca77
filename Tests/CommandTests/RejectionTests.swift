import Glibc
import TestSupport
import Testing

@Suite struct RejectionTests {
  private let command = CommandFixture()

  private static let records = """
    {"id": "bon", "text": "Un cosmodrome."}
    ceci n’est pas du JSON
    {"id": "vide", "title": "Rien à lire"}
    ["un", "tableau"]
    {"id": "faux", "text": {"a": 1}}
    {"id": "bon", "text": "Un autre cosmodrome, du même nom."}
    {"id": "suivant", "text": "Un cosmodrome encore."}
    """

  @Test func `bad records are named by file and line, and no good one is lost`() {
    command.folder.write(Self.records, to: "a/records.jsonl")
    let run = command.run("index", "a")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    let lines = run.messages.split(separator: "\n").map(String.init)
    #expect(lines.count == 6)
    for (line, number) in zip(lines, [2, 3, 4, 5, 6]) {
      #expect(line.hasPrefix("newsfind: a/records.jsonl:\(number): "), "\(line)")
    }
    #expect(lines[5].hasPrefix("indexed 2 articles: 2 new, 0 changed, 0 unchanged, 5 rejected; "))
    #expect(Set(command.ids("cosmodrome")) == ["bon", "suivant"])
  }

  @Test func `a dry run names the same`() {
    command.folder.write(Self.records, to: "a/records.jsonl")
    let dry = command.run("index", "--dry-run", "a")
    #expect(dry.status == 1)
    let wet = command.run("index", "a")
    func named(_ run: CommandLineRun) -> [Substring] {
      run.messages.split(separator: "\n").filter { $0.hasPrefix("newsfind: ") }
    }
    #expect(named(dry) == named(wet))
  }

  @Test(arguments: [
    ("empty.txt", [UInt8](), "the file is empty"),
    ("blank.txt", Array(" \n\n\t\n".utf8), "there is no text in it"),
    ("noise.dat", (0..<2_000).map { UInt8($0 % 32) }, "not a text"),
    ("page.html", Array("<!DOCTYPE html><p>Bonjour".utf8), "the page has no text of an article"),
    ("a.gz", [0x1F, 0x8B, 8, 0], "reading failed: the compressed data are cut off"),
    ("a.pdf", Array("%PDF-1.7".utf8), "a PDF"),
    ("wide.txt", [0xFF, 0xFE, 65, 0], "UTF-16"),
    ("button.txt", Array("Leave a Reply\n\nBack to top button\n".utf8), ""),
  ])
  func `a file that is no article is named with the reason`(name: String, bytes: [UInt8], reason: String) {
    command.folder.write(bytes, to: "a/\(name)")
    command.folder.write(ArticleSamples.webExport, to: "a/kourou.txt")
    let run = command.run("index", "a")
    #expect(run.status == 1)
    #expect(run.messages.hasPrefix("newsfind: a/\(name): \(reason)"))
    #expect(run.messages.contains("indexed 1 articles: 1 new, 0 changed, 0 unchanged, 1 rejected; "))
    #expect(command.ids("savane") == ["kourou.txt"])
  }

  @Test func `links, pipes and folders that lead nowhere end nothing`() {
    command.folder.write(ArticleSamples.webExport, to: "a/kourou.txt")
    symlink("nowhere", command.folder.file("a/dangling.txt"))
    symlink(".", command.folder.file("a/circle"))
    symlink("kourou.txt", command.folder.file("a/again.txt"))
    mkfifo(command.folder.file("a/pipe"), 0o600)
    let run = command.run("index", "a", "no/such/folder")
    #expect(run.status == 1)
    let named = run.messages.split(separator: "\n").filter { $0.hasPrefix("newsfind: ") }
    #expect(named.count == 3)
    #expect(named.contains { $0.hasPrefix("newsfind: a/dangling.txt: the link leads nowhere") })
    #expect(named.contains("newsfind: a/pipe: neither a file nor a folder"))
    #expect(named.contains("newsfind: no/such/folder: No such file or directory"))
    #expect(Set(command.ids("savane")) == ["again.txt", "kourou.txt"])
  }

  @Test func `a pipe that is given is read`() {
    let run = command.shell("printf 'Titre\\n\\nUne savane.\\n' | \"$newsfind\" index /dev/stdin")
    #expect(run.status == 0)
    #expect(command.ids("savane").count == 1)
  }

  @Test func `a folder of a thousand levels is walked`() {
    let path = Array(repeating: "d", count: 1_000).joined(separator: "/")
    command.folder.write("Le fond\n\nUne savane au fond du puits.\n", to: "\(path)/fond.txt")
    #expect(command.run("index", ".").status == 0)
    #expect(command.ids("savane") == ["\(path)/fond.txt"])
  }

  @Test func `bytes that are no UTF-8 are read as what they are, or repaired and counted`() {
    let latin =
      Array("Culture\n\nL".utf8) + [0xE9] + Array("t".utf8) + [0xE9] + Array(" au mus".utf8) + [0xE9]
      + Array("e\n\nUne savane peinte.\n".utf8)
    command.folder.write(latin, to: "a/latin.txt")
    let broken = Array("Titre\n\nUne savane é".utf8) + [0xFF, 0xC3] + Array(" cassée.\n".utf8)
    command.folder.write(broken, to: "a/broken.txt")
    let run = command.run("index", "a")
    #expect(run.status == 0)
    #expect(
      run.messages.hasPrefix("indexed 2 articles: 2 new, 0 changed, 0 unchanged, 1 repaired (not UTF-8); "))
    #expect(command.run("show", "latin.txt").output.hasPrefix("Lété au musée\n"))
    #expect(command.run("show", "broken.txt").output.contains("savane é\u{FFFD}\u{FFFD} cassée."))
    let read = command.run("read", "a/broken.txt")
    #expect(read.status == 0)
    #expect(read.messages == "newsfind: a/broken.txt: not UTF-8: repaired with U+FFFD\n")
  }

  @Test(.enabled(if: Unprivileged.isPossible, "root may read everything, and nobody else can be found"))
  func `an unreadable file is named`() {
    command.folder.write(ArticleSamples.webExport, to: "a/kourou.txt")
    chmod(command.folder.file("a/kourou.txt"), 0)
    let run = Unprivileged.run(command, "read", "a")
    #expect(run.status == 1)
    #expect(run.messages == "newsfind: a/kourou.txt: Permission denied\n")
  }
}
