import TestSupport
import Testing

@Suite struct CompleteTests {
  private let command = CommandFixture.withCorpus()

  @Test func `completions are lines`() {
    let run = command.run("complete", "cosmod")
    #expect(run.status == 0)
    #expect(run.messages.isEmpty)
    #expect(run.lines.first == "cosmodrome")
  }

  @Test func `accents and capitals are those of the articles`() {
    #expect(command.run("complete", "BAIK").lines.contains("Baïkonour"))
    #expect(command.run("complete", "vostotch").lines.first == "Vostotchny")
  }

  @Test func `several words are one text`() {
    let run = command.run("complete", "la", "corée", "du", "n")
    #expect(run.lines == ["la corée du Nord"])
  }

  @Test func `the object has the prefix and the completions`() throws {
    let run = command.run("complete", "--json", "-n", "2", "présid")
    let found = try JSONValue(parsing: run.output)
    #expect(found.keys == ["prefix", "completions"])
    #expect(found["prefix"] == .string("présid"))
    let completions = try #require(found["completions"]).elements
    #expect(completions.count == 2)
    for completion in completions { #expect(completion.keys == ["text", "occurrences"]) }
  }

  @Test func `nothing begins so`() {
    let run = command.run("complete", "zzzz")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
  }

  @Test(arguments: [
    ["complete"], ["complete", " "], ["complete", "--limit", "x", "a"], ["complete", "--sort", "date", "a"],
  ])
  func `wrong usage is told`(arguments: [String]) {
    let run = command.run(arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(!run.messages.isEmpty)
  }

  @Test func `what was typed reaches the terminal as harmless as it can be`() {
    let run = command.run("complete", "l\u{1B}[31m'espac")
    #expect(!run.output.contains("\u{1B}"))
  }
}
