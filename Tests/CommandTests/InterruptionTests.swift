import TestSupport
import Testing

/// Runs that are ended from outside.
@Suite struct InterruptionTests {
  private let command = CommandFixture()

  /// Sources that take a while.
  private func writeSources(_ count: Int) {
    let text = (0..<40).map { "Phrase numéro \($0), où il est question de marées." }.joined(separator: " ")
    for file in 0..<4 {
      let lines = (0..<count / 4).map {
        "{\"id\": \"\(file)-\($0)\", \"title\": \"Marée \($0)\", \"text\": \"\(text) \($0)\"}\n"
      }
      command.folder.write(lines.joined(), to: "sources/\(file).jsonl")
    }
  }

  /// How many articles the index holds, and a search finds; -1 where they differ.
  private var articleCount: Int {
    let stats = command.run("stats").lines.first { $0.hasPrefix("articles") }
    let count = stats.flatMap { Int($0.dropFirst(10)) } ?? -1
    return command.ids("marées", "--all", "-n", "10000").count == count ? count : -1
  }

  @Test func `a run that is asked to end does so at a good moment, and says how to go on`() {
    writeSources(6_000)
    let run = command.shell(
      """
      "$newsfind" index --jobs 1 sources &
      while [ ! -s "$NEWSFIND_INDEX-lock" ]; do sleep 0.02; done
      kill -TERM $!; wait $!; echo $?
      """)
    #expect(run.lines == ["2"])
    #expect(run.messages.contains("stopped: what was indexed stays"))
    #expect(command.run("check").output == "ok\n")
    #expect(command.run("index", "sources").status == 0)
    #expect(articleCount == 6000)
  }

  @Test func `kills at any moment leave an index in order, and the next run completes it`() {
    writeSources(1_600)
    var random = SeededGenerator()
    var before = 0
    for rebuild in [false, false, false, true, true] {
      let moment = Double.random(in: 0.01...0.9, using: &random)
      _ = command.shell(
        "\"$newsfind\" index \(rebuild ? "--rebuild" : "") --quiet sources & sleep \(moment); kill -9 $!; wait $!"
      )
      guard command.shell("test -s \"$NEWSFIND_INDEX\"").status == 0 else { continue }
      let check = command.run("check")
      // Killed before its tables were there, a new file is empty.
      if check.messages.contains("is not a newsfind index") { continue }
      #expect(check.output == "ok\n", "seed \(random.seed): \(check.messages)")
      let count = articleCount
      #expect(count >= before, "seed \(random.seed): committed articles are gone")
      before = count
    }
    #expect(command.run("index", "sources").status == 0)
    #expect(command.run("check", "--sources").output == "ok\n", "seed \(random.seed)")
    #expect(articleCount == 1600)
  }

  @Test func `a file that may grow no more ends the run, and what was committed stays`() {
    writeSources(400)
    #expect(command.run("index", "sources/0.jsonl").status == 0)
    let run = command.shell("ulimit -f 200; \"$newsfind\" index sources")
    #expect(run.status == 2)
    #expect(run.messages.hasPrefix("newsfind: "))
    #expect(command.run("check").output == "ok\n")
    #expect(command.run("index", "sources").status == 0)
    #expect(articleCount == 400)
  }

  @Test func `a rebuild of nothing leaves the index as it was`() {
    writeSources(40)
    #expect(command.run("index", "sources").status == 0)
    let before = command.indexBytes()
    let run = command.run("index", "--rebuild", "nowhere")
    #expect(run.status == 2)
    #expect(run.messages.hasPrefix("newsfind: nothing is there to make an index of: nowhere"))
    #expect(command.indexBytes() == before)
  }
}
