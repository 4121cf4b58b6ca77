import TestSupport
import Testing

@Suite struct FacetTests {
  private let command = CommandFixture.searchable()

  @Test func `the object has the counts of all that matches`() throws {
    let found = try JSONValue(parsing: command.run("cosmodrome", "--json", "--facets", "-n", "1").output)
    let facets = try #require(found["facets"])
    #expect(facets.keys == ["sections", "sources", "years", "months"])
    func counts(_ name: String) -> [String] {
      (facets[name]?.elements ?? []).map { count in
        let value: String
        if case .string(let text) = count["name"] { value = text } else { value = "null" }
        guard case .number(let articles) = count["articles"] else { return value }
        return "\(value) \(Int(articles))"
      }
    }
    #expect(counts("sections") == ["Espace 3"])
    #expect(counts("sources") == ["null 2", "Le Relais 1"])
    #expect(counts("years") == ["2021 1", "2023 1", "null 1"])
    #expect(counts("months") == ["2021-11 1", "2023-09 1", "null 1"])
  }

  @Test func `without the option there are none`() throws {
    let found = try JSONValue(parsing: command.run("cosmodrome", "--json").output)
    #expect(found["facets"] == nil)
  }

  @Test func `people get bars behind the hits`() {
    let run = command.run("cosmodrome", "--facets", "--color", "never")
    #expect(run.status == 0)
    let lines = run.lines
    #expect(lines.contains { $0.hasPrefix("  Espace") && $0.contains("3  █") })
    #expect(lines.contains { $0.hasPrefix("  2023-09") && $0.contains("1  █") })
    #expect(lines.contains { $0.hasPrefix("  Le Relais") && $0.contains("1  █") })
    #expect(lines.contains("section"))
  }

  @Test func `nothing found has no bars`() {
    let run = command.run("zzzzzz", "--facets")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
  }

  @Test func `names reach the terminal harmless`() {
    let fixture = CommandFixture()
    fixture.folder.write(
      #"{"id": "a", "text": "la lune", "section": "Esp\u001b[31mace", "source": "R\u0007"}"# + "\n",
      to: "a.jsonl")
    #expect(fixture.run("index", "a.jsonl").status == 0)
    let run = fixture.run("lune", "--facets", "--color", "never")
    #expect(!run.output.contains("\u{1B}"))
    #expect(!run.output.contains("\u{7}"))
  }
}
