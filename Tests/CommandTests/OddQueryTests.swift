import TestSupport
import Testing

@Suite struct OddQueryTests {
  private let command = CommandFixture.searchable()

  private func expectCalm(_ run: CommandLineRun, _ label: String) {
    #expect([0, 1].contains(run.status), "\(label): \(run.status) \(run.messages.prefix(200))")
    for word in ["SELECT", "MATCH", "fts5", "SQLite", "article_text"] where !label.contains(word) {
      #expect(!run.messages.contains(word), "\(label)")
    }
  }

  @Test(arguments: [
    "!!!", "…", "'", "''", "\"", "\"\"", "\"\"\"", "«", "« »", "-", "--", "-\"", "-«»", "(", ")))",
    "\u{0301}",
    "le la les de", "l'", "d’", "qu'est-ce que c'est que ça", "'; DROP TABLE article; --", "\" OR 1=1 --",
    "NEAR(a b)", "NEAR(\"cosmodrome\" \"fusées\", 2)", "title:cosmodrome", "{title lead}: cosmodrome",
    "^cosmodrome", "cosmo*", "cosmodrome AND", "AND", "OR", "NOT", "cosmodrome NOT", "a AND OR NOT b",
    "cosmodrome + fusées", "- {title} : x", "rowid", "article_text", "%", "_", "?1", ":a", "@a", "$a", "\\",
    "\u{1}\u{2}", "\u{1B}[31mcosmodrome", "\u{202E}cosmodrome", "cosmodrome\u{9B}", "👩‍👩‍👧", "北京", "%s%n",
    "$(id)",
    "cosmodrome -cosmodrome", "\"cosmodrome", "cosmodrome\"", "«cosmodrome", "\u{FEFF}", "\u{FFFF}",
  ])
  func `a query means something or nothing, and breaks nothing`(query: String) {
    expectCalm(command.run("search", "--", query), query)
  }

  @Test(arguments: [
    ("'; DROP TABLE cosmodrome", 3), ("NEAR(cosmodrome savane)", 3), ("title: cosmodrome", 3),
    ("^cosmodrome", 3), ("(cosmodrome)", 3), ("cosmodrome AND", 3), ("{cosmodrome}", 3), ("\"cosmodrome", 3),
    ("*cosmodrome*", 3), ("cosmodrome:", 3), ("le cosmodrome", 3), ("cosmodrome -cosmodrome", 0),
  ])
  func `the syntax of others means nothing`(query: String, count: Int) {
    #expect(command.ids("--", query).count == count)
  }

  /// Each is made anew by its test: they are long.
  private static let longQueries: [(String, @Sendable () -> String)] = [
    ("ten thousand words", { words(10_000) + " cosmodrome" }),
    ("ten thousand exclusions", { "cosmodrome " + words(10_000, before: "-") }),
    ("a thousand phrases", { words(1_000, before: "\"cosmodrome ", behind: "\"") }),
    ("a phrase of ten thousand words", { "\"" + words(10_000) + "\"" }),
    ("the same word again and again", { String(repeating: "cosmodrome ", count: 10_000) }),
    ("one endless word", { String(repeating: "é", count: 200_000) }),
    ("marks that open", { String(repeating: "\"« ", count: 10_000) }),
    ("marks that close", { String(repeating: "« ", count: 10_000) + String(repeating: "» ", count: 10_000) }),
    ("minus signs", { String(repeating: "-", count: 50_000) }),
    ("accents on nothing", { String(repeating: "\u{0301}", count: 50_000) }),
    ("elisions", { String(repeating: "l'", count: 50_000) }),
  ]

  private static func words(_ count: Int, before: String = "", behind: String = "") -> String {
    (0..<count).map { "\(before)mot\($0)\(behind)" }.joined(separator: " ")
  }

  @Test(arguments: longQueries.indices)
  func `a query may be long`(index: Int) {
    let (label, query) = Self.longQueries[index]
    // By a file: a command line is not so long.
    command.folder.write("q\t\(query())\n", to: "q.tsv")
    let start = ContinuousClock().now
    expectCalm(command.run("search", "--queries", "q.tsv", "--format", "trec"), label)
    #expect(ContinuousClock().now - start < .seconds(30), "\(label)")
  }

  @Test func `a query that is no UTF-8 is repaired`() {
    let run = command.shell("\"$newsfind\" search \"$(printf 'cosmodrome \\377\\376')\" --format trec")
    expectCalm(run, "invalid UTF-8")
    #expect(run.lines.count == 3)
    expectCalm(command.shell("\"$newsfind\" \"$(printf '\\303')\""), "half a character")
  }

  @Test func `queries of a file may hold NUL and bytes that are no UTF-8`() {
    let run = command.shell(
      "printf 'a\\tcosmodrome\\0x\\nb\\tcosmodrome \\377\\n' | \"$newsfind\" search --queries - --format trec"
    )
    expectCalm(run, "NUL")
    #expect(run.lines.contains { $0.hasPrefix("b Q0 ") })
  }
}
