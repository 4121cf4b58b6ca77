import TestSupport
import Testing

@Suite struct SearchOptionTests {
  private let command = CommandFixture.searchable()

  /// Each article of the samples holds one of these.
  private static let everything = "cosmodrome retraites marchés"

  @Test(arguments: [0, 1, 2, 3, 10])
  func `limit and offset cut the list without changing it`(limit: Int) {
    let all = command.ids("cosmodrome")
    #expect(all.count == 3)
    for offset in 0...4 {
      let run = command.run("cosmodrome", "--limit", "\(limit)", "--offset", "\(offset)", "--format", "trec")
      let shown = run.lines.map { $0.split(separator: " ").map(String.init) }
      #expect(shown.map { $0[2] } == Array(all.dropFirst(offset).prefix(limit)))
      #expect(shown.map { $0[3] } == shown.indices.map { "\($0 + offset + 1)" })
      // Something was found, whether or not it is shown.
      #expect(run.status == 0)
    }
  }

  @Test func `the greatest numbers are no trouble`() {
    let run = command.run(
      "cosmodrome", "--limit", "\(Int.max)", "--offset", "\(Int.max)", "--snippet-length", "\(Int.max)")
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(command.ids("cosmodrome", "--limit", "\(Int.max)").count == 3)
  }

  @Test(arguments: [
    ("Espace", ["kourou", "plessetsk", "vostochny"]), ("espace", ["kourou", "plessetsk", "vostochny"]),
    ("ESPACE", ["kourou", "plessetsk", "vostochny"]), ("société", ["marchés"]), ("Societe", ["marchés"]),
    ("politique", ["campagne"]), ("Espac", []), ("", []), ("'; DROP TABLE section; --", []),
  ])
  func `a section is meant whatever its case and accents`(section: String, expected: [String]) {
    #expect(found(["--section", section]) == Set(expected))
  }

  @Test(arguments: [
    (["--after", "2023-01-01"], ["vostochny", "marchés"]),
    (["--after", "2023-09-13"], ["vostochny", "marchés"]), (["--after", "2023-09-14"], ["marchés"]),
    (["--after", "13/09/2023"], ["vostochny", "marchés"]),
    (["--after", "13 septembre 2023"], ["vostochny", "marchés"]),
    (["--before", "2022-01-01"], ["plessetsk"]), (["--before", "2021-11-18"], []),
    (["--before", "2021-11-19"], ["plessetsk"]),
    (["--after", "2022-04-10", "--before", "2022-04-11"], ["campagne"]),
    (["--after", "2024-01-01", "--before", "2023-01-01"], []),
    (["--after", "2021-01-01", "--section", "espace"], ["plessetsk", "vostochny"]),
  ])
  func `dates are bounds, the first one included`(arguments: [String], expected: [String]) {
    #expect(found(arguments) == Set(expected))
  }

  @Test func `nothing in the bounds is nothing found`() {
    let run = command.run("cosmodrome", "--section", "Politique")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
  }

  @Test func `sorted by date the newest comes first, and what has no date last`() {
    let ids = command.ids(Self.everything, "--sort", "date")
    #expect(ids.prefix(4) == ["marchés", "vostochny", "campagne", "plessetsk"])
    #expect(Set(ids.dropFirst(4)) == ["pyongyang", "web/kourou.txt"])
    #expect(command.ids(Self.everything, "--sort", "date", "--limit", "1") == ["marchés"])
  }

  @Test func `relevance is the order unless another is asked for`() {
    #expect(command.ids("cosmodrome", "--sort", "relevance") == command.ids("cosmodrome"))
  }

  @Test func `the last of two values counts`() {
    #expect(command.ids("cosmodrome", "--limit", "1", "--limit", "2").count == 2)
  }

  @Test(arguments: [40, 60, 100, 240])
  func `snippets are no longer than asked for`(length: Int) throws {
    let long = "Le cosmodrome attend \(String(repeating: "toujours et encore ", count: 100)) une fusée. "
    command.folder.write("{\"id\":\"long\",\"text\":\"\(long)\(long)\"}\n", to: "long.jsonl")
    #expect(command.run("index", "long.jsonl").status == 0)
    let run = command.run("toujours", "--json", "--snippet-length", "\(length)")
    let hit = try #require(JSONValue(parsing: run.output)["hits"]?.elements.first)
    let shown = (hit["snippets"]?.elements ?? []).compactMap { $0["text"]?.text }
    #expect(shown.joined(separator: " […] ").unicodeScalars.count <= length)
    #expect(shown.reduce(0) { $0 + $1.count } >= length / 2)
  }

  private func found(_ arguments: [String]) -> Set<String> {
    let run = command.run(["search", Self.everything, "--format", "trec"] + arguments)
    let ids = run.lines.map { String($0.split(separator: " ")[2]) }
    #expect(run.status == (ids.isEmpty ? 1 : 0))
    return Set(ids.map { $0 == "web/kourou.txt" ? "kourou" : $0 })
  }
}
