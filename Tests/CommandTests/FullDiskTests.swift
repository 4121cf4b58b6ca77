import Glibc
import TestSupport
import Testing

/// A disk that is full: a small file system in memory, in a name space of its own that ends with the test.
@Suite struct FullDiskTests {
  private let command = CommandFixture()

  private static let unshare = geteuid() == 0 ? "unshare -m" : "unshare -Urm"

  private static let isPossible =
    CommandFixture().shell("mkdir disk; \(unshare) mount -t tmpfs -o size=64k none disk").status == 0

  @Test(.enabled(if: isPossible, "no file system can be mounted here"))
  func `a full disk ends the run, and what was committed stays and is gone on from`() {
    let text = (0..<40).map { "Phrase numéro \($0), où il est question de marées." }.joined(separator: " ")
    for (name, count) in [("small", 40), ("big", 3_000)] {
      let lines = (0..<count).map { "{\"id\": \"\(name)\($0)\", \"text\": \"\(text) \($0 * 7919)\"}\n" }
      command.folder.write(lines.joined(), to: "\(name).jsonl")
    }
    let script = """
      set -e
      mount -t tmpfs -o size=1m none disk
      export NEWSFIND_INDEX=disk/index.sqlite
      set +e
      "$newsfind" index --quiet small.jsonl; echo "small $?"
      count() { echo "$("$newsfind" search marées --all --format trec -n 10000 | wc -l) articles"; }
      count
      for options in "" "--jobs 1" --rebuild; do
        "$newsfind" index --quiet $options big.jsonl; echo "big $?"
        "$newsfind" check; "$newsfind" show small7 > shown; echo "shown $?"
      done
      dd if=/dev/zero of=disk/rest bs=1k 2> /dev/null
      count; "$newsfind" index --quiet big.jsonl; echo "no room at all $?"
      rm disk/rest
      ls disk | grep -c rebuild
      mount -o remount,size=64m disk
      "$newsfind" index --quiet small.jsonl big.jsonl; echo "room $?"; count
      "$newsfind" check --sources
      """
    command.folder.write(script, to: "script")
    let run = command.shell("mkdir disk; \(Self.unshare) sh script")
    let full = ["big 2", "ok", "shown 0"]
    let lines = run.lines.filter { !$0.hasSuffix(" articles") }
    #expect(
      lines == ["small 0"] + full + full + full + ["no room at all 2", "0", "room 0", "ok"],
      "\(run.messages)")
    let counts = run.lines.filter { $0.hasSuffix(" articles") }
    #expect(counts.first == "40 articles" && counts.last == "3040 articles" && counts.count == 3)
    let messages = run.messages.split(separator: "\n")
    #expect(messages.count == 4)
    for message in messages {
      #expect(message.hasPrefix("newsfind: no room left to write disk/index.sqlite"))
    }
  }
}
