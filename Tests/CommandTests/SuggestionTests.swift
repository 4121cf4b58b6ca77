import TestSupport
import Testing

@Suite struct SuggestionTests {
  private let command = CommandFixture.searchable()

  @Test func `what is searched instead is said on standard error`() {
    let run = command.run("kosmodrome", "--color", "never")
    #expect(run.status == 0)
    #expect(run.output.contains("[cosmodrome]"))
    #expect(run.messages.contains("nothing found for: kosmodrome\nsearched instead: cosmodrome\n"))
  }

  @Test func `what is only proposed is said too`() {
    let run = command.run("retraites kosmodrome")
    #expect(run.status == 0)
    #expect(run.messages.contains("did you mean: retraites cosmodrome\n"))
  }

  @Test func `the object tells both`() throws {
    let searched = try JSONValue(parsing: command.run("kosmodrome", "--json").output)
    #expect(searched["query"] == .string("kosmodrome"))
    #expect(searched["total"] == .number(3))
    let suggestion = try #require(searched["suggestion"])
    #expect(suggestion.keys == ["query", "corrections", "searched"])
    #expect(suggestion["query"] == .string("cosmodrome"))
    #expect(suggestion["searched"] == .boolean(true))
    let correction = try #require(suggestion["corrections"]?.elements.first)
    #expect(correction["typed"] == .string("kosmodrome"))
    #expect(correction["proposed"] == .string("cosmodrome"))
    let proposed = try JSONValue(parsing: command.run("retraites kosmodrome", "--json").output)
    #expect(proposed["suggestion"]?["searched"] == .boolean(false))
    #expect(try JSONValue(parsing: command.run("cosmodrome", "--json").output)["suggestion"] == .null)
  }

  @Test func `it can be switched off`() {
    let run = command.run("kosmodrome", "--no-suggestions")
    #expect(run.status == 1)
    #expect(run.messages == "nothing found for: kosmodrome\n")
  }
}
