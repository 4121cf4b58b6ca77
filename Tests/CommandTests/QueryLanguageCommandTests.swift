import TestSupport
import Testing

/// The query language, as it is typed at a prompt.
@Suite struct QueryLanguageCommandTests {
  private let command = CommandFixture.searchable()

  @Test(arguments: [
    ("cosmodrome -taïga", ["kourou", "vostochny"]), ("+cosmodrome +taïga", ["plessetsk"]),
    ("+zzz cosmodrome", []),
    ("cosmodrome ET taïga", ["plessetsk"]), ("cosmodrome AND taïga", ["plessetsk"]),
    ("taïga OU sanctions", ["plessetsk", "pyongyang"]),
    ("taïga OR sanctions", ["plessetsk", "pyongyang"]), ("cosmodrome SAUF taïga", ["kourou", "vostochny"]),
    ("cosmodrome NOT taïga", ["kourou", "vostochny"]),
    ("(taïga OU savane) ET cosmodrome", ["kourou", "plessetsk"]),
    ("retraites ET (école OU missiles) -candidats", ["pyongyang"]),
    ("\"réforme des retraites\"", ["pyongyang"]),
    ("«réforme des retraites»", ["pyongyang"]), ("\"réforme retraites\"~5", ["pyongyang"]),
    ("\"retraites candidats\"~2", []),
    ("titre:cosmodrome", ["plessetsk", "vostochny"]), ("title:cosmodrome", ["plessetsk", "vostochny"]),
    ("chapo:chantier", ["vostochny"]),
    ("lead:chantier", ["vostochny"]), ("texte:chantier", []), ("body:chantier", []),
    ("section:espace", ["kourou", "plessetsk", "vostochny"]),
    ("rubrique:societe", ["marchés"]), ("source:\"le relais\"", ["vostochny"]),
    ("avant:2022 cosmodrome", ["plessetsk"]),
    ("before:2022-04-11", ["campagne", "plessetsk"]), ("depuis:2023-09-13", ["marchés", "vostochny"]),
    ("after:13/09/2023", ["marchés", "vostochny"]),
    ("depuis:13 septembre 2023 cosmodrome", ["vostochny"]), ("cosmodromes*", ["vostochny"]), ("présid*", []),
    ("sanct*", ["pyongyang"]),
    ("=cosmodromes", ["vostochny"]), ("=pêches", ["marchés"]), ("=péchés", []),
    ("titre:(cosmodrome -nord) OU =pêches", ["marchés", "vostochny"]),
    ("section:espace ET cosmodr* SAUF (titre:nord OU savane)", ["vostochny"]),
  ])
  func `a query finds what it means`(query: String, expected: [String]) {
    let ids = command.ids("--", query).map { $0 == "web/kourou.txt" ? "kourou" : $0 }
    #expect(ids.sorted() == expected)
  }

  @Test func `parts of a query may be words of the command line`() {
    #expect(
      command.ids("+cosmodrome", "-taïga", "ET", "titre:nord")
        == command.ids("+cosmodrome -taïga ET titre:nord"))
    #expect(
      command.ids("sect*", "section:espace", "--after", "2023-01-01")
        == command.ids("sect* section:espace depuis:2023"))
  }

  @Test func `a strict search shows the place with a caret`() {
    let run = command.run("--strict", "cosmodrome (taïga OU savane")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(
      run.messages == """
        newsfind: this parenthesis is never closed
          cosmodrome (taïga OU savane
                     ^

        """)
    #expect(command.run("--strict", "cosmodrome (taïga OU savane)").status == 0)
  }

  @Test func `a strict batch refuses the first query that is not plain`() {
    command.folder.write("a\tcosmodrome\nb\tcosmodrome ET\n", to: "q.tsv")
    let run = command.run("search", "--strict", "--queries", "q.tsv", "--format", "trec")
    #expect(run.status == 2)
    #expect(run.messages.hasSuffix("\n  cosmodrome ET\n             ^\n") || run.messages.contains("^"))
  }

  @Test func `what is not plain is read somehow, and said`() {
    let run = command.run("cosmodrome ET")
    #expect(run.status == 0)
    #expect(
      run.messages.hasPrefix(
        "note: ET: this operator has nothing to join on one of its sides; it was passed over\n"))
    #expect(
      command.run("taïga OU cosmodrome ET savane").messages.hasPrefix(
        "note: read as taïga OR (cosmodrome AND savane)\n"))
  }

  @Test func `a strict error shows no control characters`() {
    let run = command.run("--strict", "--", "\u{1B}[31m\u{202E}a\n\tb\u{9B} (c")
    #expect(run.status == 2)
    #expect(
      !run.messages.unicodeScalars.contains {
        $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" || $0 == "\u{9B}"
      })
    #expect(run.messages.split(separator: "\n").count == 3)
  }

  @Test func `the help explains the language`() {
    let help = command.run("search", "--help").output
    for sign in ["~5", "+fusée", "ET", "titre:", "rubrique:", "depuis:", "prési*", "=élevé", "--strict"] {
      #expect(help.contains(sign))
    }
  }
}
