import TestSupport
import Testing

/// Copies, ages and explanations, as they are printed.
@Suite struct DuplicateTests {
  private let command = CommandFixture()

  init() {
    let text = """
      Une panne a privé de courant trente mille foyers de la métropole pendant deux heures dimanche. Les équipes du réseau ont \
      rétabli la ligne avant midi, et cherchent encore ce qui a pu couper le câble sous la chaussée du boulevard.
      """
    command.folder.write(
      """
      {"id": "un", "title": "Panne de courant", "text": "\(text)", "date": "2024-01-02"}
      {"id": "deux", "title": "Le courant coupé", "text": "\(text)", "date": "2024-01-01"}
      {"id": "trois", "title": "Le courant de la rivière", "text": "Un courant froid, et rien d'autre.", "date": "2002-01-01"}

      """, to: "articles.jsonl")
    #expect(command.run("index", "articles.jsonl").status == 0)
  }

  @Test func `copies are counted, and shown with all`() throws {
    let text = command.run("panne de courant").output
    #expect(text.contains("    and 1 article nearly the same (--all shows them)\n"))
    let all = command.run("panne de courant", "--all")
    #expect(all.lines.count { $0.hasPrefix("1. ") || $0.hasPrefix("2. ") || $0.hasPrefix("3. ") } == 3)
    #expect(!all.output.contains("nearly the same"))
    let hits = try #require(JSONValue(parsing: command.run("panne de courant", "--json").output)["hits"])
      .elements
    #expect(hits.count == 2)
    #expect(hits[0]["duplicate_count"] == .number(1))
    #expect(hits[0]["duplicates"]?.elements == [.string("deux")])
    #expect(hits[1]["duplicates"]?.elements == [])
  }

  @Test func `nothing is left out of a run`() {
    #expect(Set(command.ids("panne de courant")) == ["un", "deux", "trois"])
  }

  @Test func `an explanation is printed where it is asked for`() throws {
    let run = command.run("panne de courant", "--explain", "--fresh", "10y")
    #expect(run.output.contains("    score "))
    #expect(run.output.contains(", of which age left 0."))
    #expect(run.output.contains(" word panne (idf "))
    #expect(!command.run("panne de courant").output.contains("    score "))
    let json = try JSONValue(parsing: command.run("panne de courant", "--explain", "--json").output)
    let hit = try #require(json["hits"]?.elements.first)
    let parts = try #require(hit["explanation"]?["parts"]).elements
    #expect(parts.first?.keys == ["kind", "text", "score", "idf", "title_frequency", "text_frequency"])
    #expect(hit["explanation"]?["freshness"] == .number(1))
  }

  @Test(arguments: ["30", "d", "0d", "soon", "30h", ""])
  func `a half-life is a number and a unit`(text: String) {
    let run = command.run("courant", "--fresh", text)
    #expect(run.status == 2)
    #expect(run.messages.contains("--fresh takes a time such as 30d, 2w, 6m or 1y"))
  }
}
