import TestSupport
import Testing

@Suite struct UsageTests {
  private let command = CommandFixture()

  @Test(arguments: [
    (["--bogus", "x"], "there is no option --bogus", "newsfind --help"),
    (["search", "--bogus"], "there is no option --bogus", "newsfind search --help"),
    (["search"], "a search needs a query", "newsfind search --help"),
    (["search", "  "], "a search needs a query", "newsfind search --help"),
    (["search", "--limit"], "--limit needs a value", "newsfind search --help"),
    (["x", "--limit", "-1"], "--limit takes a whole number, not '-1'", "newsfind search --help"),
    (["x", "--offset", "dix"], "--offset takes a whole number, not 'dix'", "newsfind search --help"),
    (["x", "-n", "99999999999999999999"], "--limit takes a whole number", "newsfind search --help"),
    (["x", "--after", "hier"], "--after takes a date such as 2023-09-13, not 'hier'", "search --help"),
    (["x", "--before", "2023-13-45"], "--before takes a date", "newsfind search --help"),
    (["x", "--sort", "up"], "--sort takes 'relevance' or 'date', not 'up'", "newsfind search --help"),
    (["x", "--format", "xml"], "--format takes 'text' or 'json' or 'trec', not 'xml'", "search --help"),
    (["x", "--color", "pink"], "--color takes 'auto' or 'always' or 'never'", "newsfind search --help"),
    (["x", "--json", "--format", "trec"], "--json and --format disagree", "newsfind search --help"),
    (["x", "--json=yes"], "--json takes no value", "newsfind search --help"),
    (["x", "--index="], "--index needs the path of a file", "newsfind search --help"),
    (["x", "--timings", "t"], "--timings goes with --queries", "newsfind search --help"),
    (["x", "--queries", "q"], "--queries takes the place of the query", "newsfind search --help"),
    (["x", "--prune"], "'search' takes no --prune", "newsfind search --help"),
    (["index"], "index needs the path", "newsfind index --help"),
    (["index", "--limit", "3", "."], "'index' takes no --limit", "newsfind index --help"),
    (["index", "--jobs", "many", "."], "--jobs takes a whole number", "newsfind index --help"),
    (["index", "--rebuild", "--prune", "."], "nothing to prune", "newsfind index --help"),
    (["index", "--rebuild", "--dry-run", "."], "nothing to compare", "newsfind index --help"),
    (["index", "--watch", "--dry-run", "."], "--dry-run does nothing", "newsfind index --help"),
    (["index", "--watch", "--rebuild", "."], "--rebuild makes the index once", "newsfind index --help"),
    (["index", "--watch", "--rejects", "r", "."], "not in --rejects", "newsfind index --help"),
    (["index", "--watch", ".", "-"], "standard input does not change", "newsfind index --help"),
    (["index", "--watch"], "index needs the path", "newsfind index --help"),
    (["index", "-x", "."], "there is no option -x; behind '--'", "newsfind index --help"),
    (["read"], "read needs the path", "newsfind read --help"),
    (["read", "--json", "."], "'read' takes no --json", "newsfind read --help"),
    (["show"], "show needs the id", "newsfind show --help"),
    (["stats", "x"], "stats takes no words", "newsfind stats --help"),
    (["check", "x"], "check takes no words", "newsfind check --help"),
    (["check", "--quiet"], "'check' takes no --quiet", "newsfind check --help"),
  ])
  func `wrong usage is told on standard error and ends with 2`(
    arguments: [String], message: String, help: String
  ) {
    let run = command.run(arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.messages.hasPrefix("newsfind: "))
    #expect(run.messages.contains(message))
    #expect(run.messages.hasSuffix("\(help)'\n"))
    #expect(run.messages.split(separator: "\n").count == 1)
  }

  @Test func `wrong usage makes no index`() {
    _ = command.run("index", "--jobs", "many", ".")
    #expect(TextFile.bytes(command.index).isEmpty)
  }
}
