import TestSupport
import Testing

@Suite struct QueryBatchTests {
  private let command = CommandFixture.searchable()

  private func batch(_ queries: String, _ arguments: String...) -> CommandLineRun {
    command.folder.write(queries, to: "queries.tsv")
    return command.run(["search", "--queries", "queries.tsv"] + arguments)
  }

  @Test func `a batch is a TREC run of its queries in their order`() {
    let run = batch("q2\tcosmodrome\nq1\tsanctions\nq3\tzzz\n", "--format", "trec", "--limit", "20")
    #expect(run.status == 0)
    #expect(run.messages.isEmpty)
    #expect(run.lines.map { $0.prefix(6) } == ["q2 Q0 ", "q2 Q0 ", "q2 Q0 ", "q1 Q0 "])
    #expect(run.lines.last?.hasPrefix("q1 Q0 pyongyang 1 ") == true)
  }

  @Test func `each query finds what it finds alone`() {
    let run = batch("a\tcosmodrome -taïga\n", "--format", "trec")
    let alone = command.run("--format", "trec", "--", "cosmodrome -taïga")
    #expect(run.lines.map { $0.dropFirst(1) } == alone.lines.map { $0.dropFirst(1) })
  }

  @Test func `the limit is each query's`() {
    #expect(batch("a\tcosmodrome\nb\tcosmodrome\n", "--format", "trec", "--limit", "2").lines.count == 4)
  }

  @Test func `a dash takes the queries from standard input`() {
    let run = command.run(
      "search", "--queries", "-", "--format", "trec", input: "a\tsanctions\nb\tmarchés")
    #expect(
      run.lines.map { $0.split(separator: " ").prefix(3).joined(separator: " ") }
        == ["a Q0 pyongyang", "b Q0 marchés"])
  }

  @Test(arguments: [
    "\n\na\tsanctions\n\n   \n\t\nb\tmarchés\n", "a\tsanctions\r\n\r\nb\tmarchés\r\n",
    "\u{FEFF}a\tsanctions\nb\tmarchés",
  ])
  func `blank lines, carriage returns and a byte order mark mean nothing`(queries: String) {
    let run = batch(queries, "--format", "trec")
    #expect(run.status == 0)
    #expect(run.lines.map { $0.prefix(5) } == ["a Q0 ", "b Q0 "])
  }

  @Test func `a query is all behind the first tab, and may be empty`() throws {
    let run = batch("a\tsanctions\tmissiles\nb\t\n", "--json")
    let records = try run.lines.map { try JSONValue(parsing: $0) }
    #expect(records.map { $0["query"]?.text } == ["sanctions\tmissiles", ""])
    #expect(records.map { $0["query_id"]?.text } == ["a", "b"])
    #expect(records.map { $0["total"]?.integer } == [1, 0])
  }

  @Test(arguments: [("a\tx\nno tab here\n", 2), ("\tno id\n", 1), ("\n\n\nsanctions", 4)])
  func `a malformed line is named, and nothing is searched`(queries: String, line: Int) {
    let run = batch(queries, "--format", "trec", "--timings", "timings.tsv")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.messages == "newsfind: queries.tsv:\(line): a line of queries is 'id<TAB>query'\n")
    #expect(TextFile.bytes(command.folder.file("timings.tsv")).isEmpty)
  }

  @Test func `timings are a line for each query, in microseconds`() throws {
    let run = batch(
      "q1\tcosmodrome\nq2\tzzz\nq3\tretraites\n", "--timings", "timings.tsv", "--format", "trec")
    #expect(run.status == 0)
    let lines = TextFile.lines(command.folder.file("timings.tsv")).map { $0.split(separator: "\t") }
    #expect(lines.map { $0.first } == ["q1", "q2", "q3"])
    for line in lines {
      #expect(line.count == 2)
      let microseconds = try #require(Int(line[1]))
      #expect(microseconds > 0 && microseconds < 60_000_000)
    }
  }

  @Test func `timings that cannot be written are told before any search`() {
    let run = batch("q1\tcosmodrome\n", "--timings", "no/such/folder.tsv", "--format", "trec")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.messages.contains("no/such/folder.tsv: No such file or directory"))
  }

  @Test func `one that finds something is enough for 0`() {
    #expect(batch("a\tzzz\nb\tsanctions\n").status == 0)
    #expect(batch("a\tzzz\nb\tyyy\n").status == 1)
    #expect(batch("").status == 1)
  }

  @Test(arguments: ["none.tsv", "web"])
  func `a file that cannot be read is an error`(name: String) {
    let run = command.run("search", "--queries", name)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.messages.hasPrefix("newsfind: cannot read \(name): "))
  }

  @Test func `a batch for people names each query`() {
    let run = batch("a\tsanctions\nb\tzzz\n")
    #expect(run.output.hasPrefix("sanctions\n1.  La Corée du Nord sous [sanctions]\n"))
    #expect(run.output.hasSuffix("\nzzz\n\n"))
  }

  @Test func `an id with a space stays one field`() {
    let run = batch("q 1\u{A0}x\tsanctions\n", "--format", "trec")
    #expect(run.output.hasPrefix("q%201%C2%A0x Q0 pyongyang 1 "))
    #expect(run.output.split(separator: " ").count == 6)
  }
}
