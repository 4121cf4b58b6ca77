import TestSupport
import Testing

@Suite struct SearchTests {
  private let command = CommandFixture.searchable()

  @Test func `a hit is printed with its facts and the passage that answers`() {
    let run = command.run("sanctions")
    #expect(run.status == 0)
    #expect(
      run.output == """
        1.  La Corée du Nord sous [sanctions]
            International · pyongyang
            Les [sanctions] pèsent sur les missiles. Le ministre parle d’une réforme des retraites militaires.

        """)
  }

  @Test func `the summary goes to standard error, below an empty line`() throws {
    let run = command.run("cosmodrome", "--limit", "2")
    let summary = try #require(run.messages.wholeMatch(of: /\n2 of 3 articles, [0-9]+\.[0-9] ms\n/))
    #expect(!summary.0.isEmpty)
    #expect(command.run("sanctions").messages.contains("1 of 1 article,"))
  }

  @Test func `nothing found is said on standard error and ends with 1`() {
    let run = command.run("zzz")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.messages == "nothing found for: zzz\n")
  }

  @Test func `a long query that finds nothing is not repeated in full`() {
    let run = command.run(String(repeating: "zzz ", count: 1_000))
    #expect(run.status == 1)
    #expect(run.messages.count < 200)
  }

  @Test(arguments: [
    ("cosmodrome", ["kourou", "plessetsk", "vostochny"]),
    ("cosmodromes", ["kourou", "plessetsk", "vostochny"]),
    ("COSMODROMES", ["kourou", "plessetsk", "vostochny"]),
    ("l’Extrême-Orient", ["vostochny"]), ("l'extreme-orient", ["vostochny"]),
    ("extreme orient", ["vostochny"]), ("EXTRÊME ORIENT", ["vostochny"]),
    ("COREE DU NORD", ["pyongyang", "plessetsk"]), ("\"corée du nord\"", ["pyongyang"]),
    ("election", ["campagne"]), ("peche", ["marchés"]), ("huiles", ["marchés"]),
    ("« réforme des retraites »", ["pyongyang"]), ("retraites -réforme", ["campagne"]),
    ("retraites -\"réforme des retraites\"", ["campagne"]), ("cosmodrome -taïga -savane", ["vostochny"]),
    ("leave a reply", []), ("back to top", []), ("\"back to top button\"", []),
  ])
  func `words are found in all their forms`(query: String, expected: [String]) {
    let ids = command.ids(query).map { $0 == "web/kourou.txt" ? "kourou" : $0 }
    #expect(Set(ids) == Set(expected))
    #expect(ids.count == expected.count)
  }

  @Test func `words may stand apart or together`() {
    #expect(command.ids("corée", "du", "nord") == command.ids("corée du nord"))
    #expect(
      command.run("cosmodrome", "guyanais").output == command.run("search", "cosmodrome guyanais").output)
  }

  @Test(arguments: [
    ["search", "index"], ["--", "index"], ["search", "--", "index"], ["--limit", "3", "--", "index"],
  ])
  func `a word that is a command's name can be searched`(arguments: [String]) {
    let run = command.run(arguments)
    #expect(run.status == 1)
    #expect(run.messages == "nothing found for: index\n")
  }

  @Test(arguments: [
    (["cosmodrome", "-taïga"], 2), (["cosmodrome", "-noir"], 3), (["cosmodrome", "-h5"], 3),
    (["cosmodrome", "--", "-taïga"], 2), (["--", "-taïga", "cosmodrome"], 2), (["-taïga", "cosmodrome"], 2),
    (["search", "-n1", "cosmodrome"], 1), (["search", "-n", "1", "cosmodrome"], 1),
    (["cosmodrome", "--limit=1"], 1), (["cosmodrome", "-5"], 3), (["-", "cosmodrome"], 3),
  ])
  func `a word behind a minus is left out unless it is an option`(arguments: [String], count: Int) {
    let run = command.run(["--format", "trec"] + arguments)
    #expect(run.status == 0)
    #expect(run.lines.count == count)
  }

  @Test func `a query that only leaves out lists all others, the newest first, and says so`() {
    #expect(command.ids("--", "-taïga").first == "marchés")
    #expect(command.ids("--", "-taïga").count == 5)
    let run = command.run("search", "-taïga")
    #expect(run.status == 0)
    #expect(run.messages.hasPrefix("note: the query only says what to leave out"))
  }

  @Test func `options may stand before, between and behind the words`() {
    let expected = command.run("--limit", "1", "--format", "trec", "cosmodrome", "taïga").output
    #expect(command.run("cosmodrome", "--limit", "1", "taïga", "--format", "trec").output == expected)
    #expect(command.run("search", "cosmodrome", "taïga", "--format=trec", "-n1").output == expected)
  }

  @Test func `a TREC line has six fields`() {
    let run = command.run("cosmodrome", "--format", "trec")
    #expect(run.messages.isEmpty)
    #expect(run.lines.count == 3)
    for (place, line) in run.lines.enumerated() {
      let fields = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      #expect(fields.count == 6)
      #expect([fields[0], fields[1], fields[3], fields[5]] == ["1", "Q0", "\(place + 1)", "newsfind"])
      #expect(Double(fields[4]) ?? 0 > 0)
    }
  }
}
