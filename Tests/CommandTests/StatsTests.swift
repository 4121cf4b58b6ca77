import TestSupport
import Testing

@Suite struct StatsTests {
  private let command = CommandFixture.searchable()

  @Test func `as JSON it has the keys that were promised`() throws {
    let run = command.run("stats", "--json")
    #expect(run.status == 0)
    #expect(run.messages.isEmpty)
    let stats = try JSONValue(parsing: run.output)
    #expect(
      stats.keys == [
        "path", "articles", "terms", "bytes", "schema", "analyzer", "first_date", "last_date", "sections",
      ])
    #expect(stats["path"] == .string(command.index))
    #expect(stats["articles"] == .number(6))
    #expect(stats["terms"]?.integer ?? 0 > 50)
    #expect(stats["bytes"]?.integer == TextFile.bytes(command.index).count)
    #expect(stats["schema"] == .number(4))
    #expect(stats["analyzer"]?.text?.isEmpty == false)
    #expect(stats["first_date"] == .string("2021-11-18"))
    #expect(stats["last_date"] == .string("2024-07-01"))
    let sections = try #require(stats["sections"]).elements
    #expect(sections.first == .object(["name": .string("Espace"), "articles": .number(3)]))
    #expect(sections.count == 4)
  }

  @Test func `for people it is a line for each figure`() {
    let run = command.run("stats")
    #expect(run.status == 0)
    #expect(run.lines.contains("articles  6"))
    #expect(run.lines.contains("dates     2021-11-18 to 2024-07-01"))
    #expect(run.lines.contains("section   Espace: 3"))
  }

  @Test func `an empty index has nothing to count`() throws {
    let command = CommandFixture()
    command.folder.write("", to: "none/.hidden")
    #expect(command.run("index", "none").status == 0)
    let stats = try JSONValue(parsing: command.run("stats", "--json").output)
    #expect(stats["articles"] == .number(0))
    #expect(stats["terms"] == .number(0))
    #expect(stats["first_date"] == .null)
    #expect(stats["sections"] == .array([]))
  }
}
