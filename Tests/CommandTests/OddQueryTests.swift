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

  /// Queries of some thousand parts, and how many; each is made anew by its test, for they are long.
  private static let longQueries: [(String, Int, @Sendable (Int) -> String)] = [
    ("words", 10_000, { words($0) + " cosmodrome" }),
    ("exclusions", 10_000, { "cosmodrome " + words($0, before: "-") }),
    ("phrases", 5_000, { words($0, before: "\"cosmodrome ", behind: "\"") }),
    ("a phrase of words", 10_000, { "\"" + words($0) + "\"" }),
    ("the same word again and again", 10_000, { String(repeating: "cosmodrome ", count: $0) }),
    ("one endless word", 50_000, { String(repeating: "é", count: $0) }),
    ("marks that open", 10_000, { String(repeating: "\"« ", count: $0) }),
    ("marks that close", 10_000, { String(repeating: "« ", count: $0) + String(repeating: "» ", count: $0) }),
    ("minus signs", 50_000, { String(repeating: "-", count: $0) }),
    ("accents on nothing", 50_000, { String(repeating: "\u{0301}", count: $0) }),
    ("elisions", 50_000, { String(repeating: "l'", count: $0) }),
  ]

  private static func words(_ count: Int, before: String = "", behind: String = "") -> String {
    (0..<count).map { "\(before)mot\($0)\(behind)" }.joined(separator: " ")
  }

  /// Four times the words may cost four times the work, not sixteen times; twice that and a tenth of a second are left to
  /// what else the machine does.
  @Test(arguments: longQueries.indices)
  func `a query may be long, and costs no more than its length`(index: Int) {
    let (label, count, query) = Self.longQueries[index]
    let times = [count, 4 * count].map { count in
      // By a file: a command line is not so long.
      command.folder.write("q\t\(query(count))\n", to: "q.tsv")
      let run = command.run("search", "--queries", "q.tsv", "--format", "trec")
      expectCalm(run, "\(count) \(label)")
      return run.processorTime
    }
    #expect(times[1] < times[0] * 8 + .milliseconds(100), "\(label): \(times)")
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
