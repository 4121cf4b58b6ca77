import TestSupport
import Testing

@Suite struct HelpTests {
  private let command = CommandFixture()

  /// What `command.md` promises, and what came after it.
  private static let options: [(String, [String])] = [
    (
      "search",
      [
        "--index", "--limit", "--offset", "--section", "--after", "--before", "--sort", "--fresh", "--all",
        "--json", "--format", "--explain", "--queries", "--timings", "--snippet-length", "--no-synonyms",
        "--no-suggestions", "--strict", "--facets", "--count", "--time-limit", "--color",
      ]
    ),
    (
      "index",
      [
        "--index", "--jobs", "--prune", "--rebuild", "--watch", "--dry-run", "--rejects", "--quiet", "--wait",
      ]
    ),
    ("read", []),
    ("show", ["--index", "--json", "--color"]),
    (
      "similar",
      [
        "--index", "--limit", "--offset", "--section", "--after", "--before", "--sort", "--json", "--format",
        "--snippet-length", "--count", "--time-limit", "--color",
      ]
    ),
    ("complete", ["--index", "--limit", "--json"]),
    ("analyze", ["--json", "--explain"]),
    ("stats", ["--index", "--json"]),
    ("check", ["--index", "--repair", "--sources"]),
  ]

  @Test(arguments: options)
  func `the help of a command names its options and no other's`(name: String, options: [String]) {
    let run = command.run(name, "--help")
    #expect(run.status == 0)
    #expect(run.messages.isEmpty)
    #expect(run.output.contains("Usage: newsfind \(name) "))
    let named = run.lines.compactMap { line -> String? in
      guard let start = line.firstRange(of: "--"), line.hasPrefix("  -") || line.hasPrefix("      --") else {
        return nil
      }
      return "--" + line[start.upperBound...].prefix { $0.isLetter || $0 == "-" }
    }
    #expect(Set(named) == Set(options + ["--help", "--version"]))
  }

  @Test(arguments: [["--help"], ["-h"], ["--help", "--color", "never"], ["cosmodrome", "-h"]])
  func `help without a command names the commands`(arguments: [String]) {
    let run = command.run(arguments)
    #expect(run.status == 0)
    #expect(run.messages.isEmpty)
    for (name, _) in Self.options { #expect(run.output.contains("\n  \(name) ")) }
  }

  @Test func `the short form of help is help in every command`() {
    for (name, _) in Self.options {
      #expect(command.run(name, "-h").output == command.run(name, "--help").output)
    }
  }

  @Test func `help is no wider than a hundred and twenty columns`() {
    for (name, _) in Self.options {
      for line in command.run(name, "--help").lines { #expect(line.count <= 120, "\(name): \(line)") }
    }
  }

  @Test(arguments: [["--version"], ["-V"], ["index", "--version"], ["search", "-V"]])
  func `the version is one line`(arguments: [String]) {
    let run = command.run(arguments)
    #expect(run.status == 0)
    #expect(run.lines.count == 1)
    #expect(run.output.hasPrefix("newsfind "))
    #expect(run.messages.isEmpty)
  }

  @Test func `nothing typed is wrong usage, answered with the help on standard error`() {
    let run = command.run()
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.messages == command.run("--help").output)
  }
}
