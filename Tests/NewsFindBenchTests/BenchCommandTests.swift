import Glibc
import NewsFindKit
import TestSupport
import Testing

@Suite("newsfind-bench")
struct BenchCommandTests {
  private let folder = TemporaryFolder()
  private let queries = """
    middle\tsonde\tword\tsonde
    two-all\t+sonde +lune\tall\tsonde lune
    phrase\t"pas de tir"\tphrase\tpas de tir
    prefix\tson*\tprefix\tson

    """

  /// The binary, beside the program that runs these tests.
  private static let binary: String = {
    let found = realpath(CommandLine.arguments[0], nil)
    defer { free(found) }
    let runner = found.map { String(cString: $0) } ?? CommandLine.arguments[0]
    return runner.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      + "/newsfind-bench"
  }()

  private func run(_ arguments: String...) -> CommandLineRun {
    CommandLineRun(Self.binary, arguments, in: folder.path)
  }

  @Test("bare FTS5 indexes texts and is measured")
  func bare() {
    folder.write(queries, to: "queries.tsv")
    folder.write(
      "a\tUne sonde\tElle tourne autour de la Lune.\nb\tLe pas de tir\tIl attend la sonde.\nc\tMars\tRien.\n",
      to: "texts.tsv")
    let indexed = run("bare-index", "texts.tsv", "bare.sqlite")
    #expect(indexed.status == 0, "\(indexed.messages)")
    #expect(indexed.lines.map { $0.split(separator: "\t")[0] } == ["#seconds", "#peak_rss_kb"])
    for mode in ["ids", "snippets"] {
      let measured = run(
        "bare-search", "bare.sqlite", "queries.tsv", "--mode", mode, "--rows", "--rounds", "2")
      #expect(hits(measured) == ["middle 2", "two-all 1", "phrase 1", "prefix 2"], "\(measured.messages)")
    }
    #expect(run("bare-once", "bare.sqlite", "LUNE").output == "Une sonde\n")
    #expect(run("bare-index", "texts.tsv", "bare.sqlite").status == 2)
  }

  @Test("newsfind is measured in both modes, and with two threads")
  func newsfind() throws {
    folder.write(queries, to: "queries.tsv")
    let articles = folder.write(
      """
      {"id": "a", "title": "Une sonde", "text": "Elle tourne autour de la Lune."}
      {"id": "b", "title": "Le pas de tir", "text": "Il attend la sonde."}

      """, to: "articles.jsonl")
    let index = try NewsIndex.create(at: folder.file("index.sqlite"))
    _ = try index.reindex([articles])
    for mode in ["ids", "snippets"] {
      let measured = run("search", "index.sqlite", "queries.tsv", "--mode", mode, "--rows", "--rounds", "1")
      #expect(hits(measured) == ["middle 2", "two-all 1", "phrase 1", "prefix 2"], "\(measured.messages)")
    }
    let summary = run("search", "index.sqlite", "queries.tsv", "--rounds", "1", "--clock", "cpu").lines
    #expect(summary.first == "class\tn\tp50\tp95\tmax")
    #expect(summary.dropFirst().map { $0.split(separator: "\t").count } == [5, 5, 5, 5, 2, 2])
    let throughput = run("throughput", "index.sqlite", "queries.tsv", "--threads", "2", "--budget", "1")
    #expect(throughput.output.hasPrefix("2\t"), "\(throughput.messages)")
  }

  @Test("what cannot be done is said, and how it is used")
  func errors() {
    for arguments in [[], ["other"], ["search", "one"], ["bare-search", "a", "b", "--speed", "9"]] {
      let failed = CommandLineRun(Self.binary, arguments, in: folder.path)
      #expect(failed.status == 2)
      #expect(failed.messages.contains("usage: newsfind-bench"), "\(arguments)")
    }
    let missing = run("search", "missing.sqlite", "queries.tsv")
    #expect(missing.status == 2)
    #expect(missing.messages.contains("missing.sqlite"))
  }

  /// Class and number of hits of each row.
  private func hits(_ run: CommandLineRun) -> [String] {
    run.lines.filter { !$0.hasPrefix("#") }.map { line in
      let fields = line.split(separator: "\t")
      return fields.count == 6 ? "\(fields[0]) \(fields[5])" : line
    }
  }
}
