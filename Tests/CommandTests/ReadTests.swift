import TestSupport
import Testing

@Suite struct ReadTests {
  private let command = CommandFixture()

  @Test func `each article is an object with all keys`() throws {
    for (name, text) in ArticleSamples.files { command.folder.write(text, to: name) }
    let run = command.run("read", ".")
    #expect(run.status == 0)
    #expect(run.messages.isEmpty)
    let records = try run.lines.map { try JSONValue(parsing: $0) }
    #expect(records.count == 6)
    for record in records {
      #expect(
        record.keys == [
          "path", "id", "title", "lead", "text", "date", "section", "url", "author", "format",
        ])
    }
    let export = try #require(records.first { $0["format"] == .string("web-export") })
    #expect(export["path"] == .string("./web/kourou.txt"))
    #expect(export["id"] == .string("web/kourou.txt"))
    #expect(export["title"] == .string("Kourou, après les Soyouz"))
    #expect(export["section"] == .string("Espace"))
    #expect(
      export["lead"]
        == .string(
          "Le port spatial de l’Europe a perdu ses fusées russes ; ses équipes attendent la suivante."))
    let text = try #require(export["text"]?.text)
    #expect(text.hasPrefix("Le port spatial de l’Europe"))
    #expect(text.hasSuffix("Une autre fusée\nLes ingénieurs préparent un nouveau pas de tir."))
    for key in ["date", "url", "author"] { #expect(export[key] == .null) }
  }

  @Test func `what is rejected is named on standard error and ends with 1`() {
    command.folder.write("{\"text\": \"Un.\"}\nfaux\n{\"text\": \"Deux.\"}\n", to: "a.jsonl")
    let run = command.run("read", "a.jsonl", "none.txt")
    #expect(run.status == 1)
    #expect(run.lines.count == 2)
    let named = run.messages.split(separator: "\n")
    #expect(named.count == 2)
    #expect(named[0].hasPrefix("newsfind: a.jsonl:2: not JSON"))
    #expect(named[1] == "newsfind: none.txt: No such file or directory")
  }

  @Test func `where both streams go to one place each rejection stands at its place`() {
    command.folder.write("{\"text\": \"Un.\"}\nfaux\n{\"text\": \"Deux.\"}\n", to: "a.jsonl")
    let lines = command.shell("\"$newsfind\" read a.jsonl 2>&1").lines
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("newsfind: a.jsonl:2: "))
  }

  @Test func `no index is made or needed`() {
    command.folder.write("{\"text\": \"Un.\"}\n", to: "a.jsonl")
    #expect(command.run("read", "a.jsonl").status == 0)
    #expect(TextFile.bytes(command.index).isEmpty)
  }
}
