import TestSupport
import Testing

@Suite struct SimilarTests {
  private let command = CommandFixture.searchable()

  @Test func `hits are printed as those of a search`() {
    let run = command.run("similar", "plessetsk", "--color", "never")
    #expect(run.status == 0)
    #expect(run.output.contains("[cosmodrome"))
    #expect(!run.output.contains("Plessetsk, cosmodrome du Nord"))
    #expect(run.messages.contains("looked for: "))
  }

  @Test func `the object is that of a search`() throws {
    let run = command.run("similar", "--json", "-n", "1", "plessetsk")
    #expect(run.messages.isEmpty)
    let found = try JSONValue(parsing: run.output)
    #expect(
      found.keys == ["query", "total", "total_exact", "complete", "took_ms", "hits", "notes", "suggestion"])
    #expect(found["query"] == .string("plessetsk"))
    #expect(found["hits"]?.elements.count == 1)
  }

  @Test func `a run names the article`() {
    let lines = command.run("similar", "--format", "trec", "plessetsk").lines
    #expect(!lines.isEmpty)
    #expect(lines.allSatisfy { $0.hasPrefix("plessetsk Q0 ") })
  }

  @Test func `an id that is not there is nothing found`() {
    let run = command.run("similar", "personne")
    #expect(run.status == 1)
    #expect(run.messages == "no article has the id personne\n")
  }

  @Test(arguments: [["similar"], ["similar", "a", "b"], ["similar", "a", "--facets"]])
  func `wrong usage is told`(arguments: [String]) {
    let run = command.run(arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
  }
}
