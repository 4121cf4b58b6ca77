import TestSupport
import Testing

@Suite struct AnalyzeTests {
  private let command = CommandFixture()

  @Test func `a text is taken apart into what stands there, terms and ranges`() {
    let run = command.run("analyze", "l’espace", "russe")
    #expect(run.status == 0)
    #expect(run.messages.isEmpty)
    let lines = run.lines.map { $0.split(separator: "\t").map(String.init) }
    #expect(lines.map { $0[0] } == ["espace", "russe"])
    #expect(lines.map { $0[2] } == ["4–10", "11–16"])
    #expect(lines.allSatisfy { $0.count == 3 })
    #expect(run.output.hasSuffix("\n\n"))
  }

  @Test(arguments: [
    ("cosmodromes", "COSMODROME"), ("élections", "election"), ("l’espace", "espace"), ("fusées", "fusee"),
    ("œuvres", "oeuvre"),
  ])
  func `forms of a word have one term`(one: String, other: String) throws {
    func terms(_ text: String) throws -> [JSONValue?] {
      try JSONValue(parsing: command.run("analyze", "--json", text).output)["tokens"]?.elements.map {
        $0["terms"]?.elements.first
      } ?? []
    }
    #expect(try terms(one) == terms(other))
    #expect(try terms(one).count == 1)
  }

  @Test func `as JSON there is an object for each line of standard input`() throws {
    let input = "d’espace\n\nLa Corée du Nord\nsans fin de ligne"
    let run = command.run("analyze", "--json", input: input)
    #expect(run.status == 0)
    let records = try run.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
    #expect(records.map { $0["text"]?.text } == ["d’espace", "", "La Corée du Nord", "sans fin de ligne"])
    for record in records {
      #expect(record.keys == ["text", "tokens"])
      let bytes = Array((record["text"]?.text ?? "").utf8)
      for token in try #require(record["tokens"]).elements {
        #expect(token.keys == ["surface", "terms", "start", "end"])
        let start = try #require(token["start"]?.integer)
        let end = try #require(token["end"]?.integer)
        #expect(String(validating: bytes[start..<end], as: UTF8.self) == token["surface"]?.text)
        #expect(token["terms"]?.elements.isEmpty == false)
      }
    }
    #expect(records[0]["tokens"]?.elements.map { $0["surface"]?.text } == ["espace"])
    #expect(records[0]["tokens"]?.elements.map { $0["start"] } == [.number(4)])
    #expect(records[1]["tokens"] == .array([]))
  }

  @Test(arguments: [
    ("élections", "lexicon"), ("Vostochny", "stem"), ("75ème", "ordinal"), ("St", "respelling"),
    ("A400M", "as written"),
  ])
  func `the rule of each term is told when it is asked for`(word: String, rule: String) throws {
    #expect(command.run("analyze", "--explain", word).lines.first?.hasSuffix("\t\(rule)") == true)
    let record = try JSONValue(parsing: command.run("analyze", "--explain", "--json", word).output)
    #expect(record["tokens"]?.elements.map { $0["rule"]?.text } == [rule])
  }

  @Test func `words given are one text`() throws {
    let run = command.run("analyze", "--json", "Corée", "du Nord")
    #expect(run.lines.count == 1)
    #expect(try JSONValue(parsing: run.output)["text"] == .string("Corée du Nord"))
  }

  @Test(arguments: [("", 0), ("\n", 1), ("a\u{0}b\n", 1), ("\n\n\n", 3)])
  func `each line of input is answered, empty ones too`(input: String, count: Int) {
    let run = command.run("analyze", "--json", input: input)
    #expect(run.status == 0)
    #expect(run.lines.count == count)
  }

  @Test func `bytes that are no UTF-8 are replaced and end nothing`() throws {
    let run = command.shell("printf 'a\\377b\\n\\303\\nfin\\n' | \"$newsfind\" analyze --json")
    #expect(run.status == 0)
    #expect(
      try run.lines.map { try JSONValue(parsing: $0)["text"]?.text } == ["a\u{FFFD}b", "\u{FFFD}", "fin"])
  }

  @Test func `without standard input that is an error`() {
    let run = command.shell("\"$newsfind\" analyze <&-")
    #expect(run.status == 2)
    #expect(run.messages.hasPrefix("newsfind: "))
    let folder = command.shell("\"$newsfind\" analyze < /")
    #expect(folder.status == 2)
    #expect(folder.messages.contains("Is a directory"))
  }

  @Test func `no index is needed`() {
    #expect(command.run("analyze", "x").status == 0)
    #expect(TextFile.bytes(command.index).isEmpty)
  }
}
