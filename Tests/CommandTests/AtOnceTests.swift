import TestSupport
import Testing

/// Several runs of the command at one index.
@Suite struct AtOnceTests {
  private let command = CommandFixture()

  private func writeSources(_ name: String, _ count: Int) {
    let text = (0..<40).map { "Phrase numéro \($0), où il est question de marées." }.joined(separator: " ")
    let lines = (0..<count).map { "{\"id\": \"\(name)-\($0)\", \"text\": \"\(text) \($0)\"}\n" }
    command.folder.write(lines.joined(), to: "\(name).jsonl")
  }

  private func count(_ query: String) -> Int { command.ids(query, "--all", "-n", "10000").count }

  @Test(arguments: ["", "--rebuild"])
  func `of two runs the second is told who writes, or waits`(options: String) {
    writeSources("a", 2_000)
    writeSources("b", 40)
    let run = command.shell(
      """
      "$newsfind" index --quiet --jobs 1 \(options) a.jsonl & first=$!
      while [ ! -s "$NEWSFIND_INDEX-lock" ]; do sleep 0.01; done
      "$newsfind" index b.jsonl; echo "second $?"
      "$newsfind" check --repair 2>&1 | sed 's/ by process.*//'
      "$newsfind" index --wait --quiet b.jsonl; echo "third $?"
      wait $first; echo "first $?"
      """)
    #expect(run.lines.filter { $0.contains(where: \.isNumber) } == ["second 2", "third 0", "first 0"])
    let message = "newsfind: \(command.index) is being written by process "
    #expect(run.messages.hasPrefix(message), "\(run.messages)")
    #expect(run.messages.hasSuffix("try again when it is done, or wait for it with --wait\n"))
    #expect(run.messages.split(separator: "\n").count == 1)
    #expect(command.run("check", "--sources").output == "ok\n")
    #expect(count("marées") == 2_040)
  }

  @Test func `searches during a rebuild find the old index, then the new one`() {
    writeSources("old", 60)
    writeSources("new", 1_500)
    #expect(command.run("index", "old.jsonl").status == 0)
    let run = command.shell(
      """
      "$newsfind" index --quiet --rebuild new.jsonl & rebuild=$!
      while kill -0 $rebuild 2> /dev/null; do
        "$newsfind" search marées --all -n 10000 --format trec > hits; echo "$? $(wc -l < hits)"
      done
      wait $rebuild
      "$newsfind" search marées --all -n 10000 --format trec | wc -l
      """)
    #expect(run.messages.isEmpty)
    #expect(run.lines.last == "1500")
    #expect(run.lines.contains("0 60"))
    #expect(Set(run.lines.dropLast()).isSubset(of: ["0 60", "0 1500"]), "\(Set(run.lines))")
    #expect(command.run("check").output == "ok\n")
  }

  @Test func `a pipe is read as its writer writes, and what was cut off is told`() {
    let run = command.shell(
      """
      mkfifo pipe
      ( for i in 1 2 3 4 5; do printf '{"id": "p%s", "text": "Une marée."}\\n' $i; sleep 0.05; done ) > pipe &
      "$newsfind" index --quiet pipe; echo $?
      ( printf '{"id": "q1", "text": "Une marée."}\\n{"id": "q2", "te' ) > pipe &
      "$newsfind" index --quiet pipe; echo $?
      """)
    #expect(run.lines == ["0", "1"])
    #expect(run.messages.hasPrefix("newsfind: pipe:2: "))
    #expect(count("marée") == 6)
    #expect(command.run("check").output == "ok\n")
  }

  @Test func `a file that a slow writer appends to is complete after the next run`() {
    let run = command.shell(
      """
      line() { printf '{"id": "%s", "text": "Une marée de %s."}\\n' $1 $1; }
      for i in $(seq 3000); do line $i; done > a.jsonl
      ( for i in $(seq 3001 3200); do line $i >> a.jsonl; sleep 0.005; done ) & writer=$!
      while kill -0 $writer 2> /dev/null; do "$newsfind" index --quiet --jobs 1 a.jsonl; done
      wait $writer
      "$newsfind" index --quiet a.jsonl; echo $?
      """)
    #expect(run.lines == ["0"])
    #expect(count("marée") == 3_200)
    #expect(command.run("check", "--sources").output == "ok\n")
  }
}
