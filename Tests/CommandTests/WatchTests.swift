import TestSupport
import Testing

/// An index that is kept up to date: the built command runs in the background of a shell.
@Suite struct WatchTests {
  private let command = CommandFixture()

  /// Runs lines of shell while a watch of the folder `sources` goes on; they end with its exit status.
  ///
  /// `told N TEXT` waits until so many lines of what it says hold a text; `page NAME WORD` writes an article;
  /// `found WORD ID…` waits until a search for a word finds just these.
  private func watching(_ options: String = "", _ script: String) -> CommandLineRun {
    command.shell(
      """
      mkdir -p sources
      told() { for i in $(seq 400); do [ "$(grep -c -e "$2" log)" -ge "$1" ] && return; sleep 0.05; done
        echo "no $2"; cat log; }
      page() { printf 'Port\\n\\nMarée %s\\n\\nLe coefficient est de %s.\\n' "$2" "$2" > "$1"; }
      found() { word=$1; shift; for i in $(seq 400); do
        got=$("$newsfind" search "$word" --all --no-suggestions --format trec | cut -d ' ' -f 3 | sort | xargs)
        [ "$got" = "$*" ] && return; sleep 0.05; done; echo "$word: $got"; cat log; }
      "$newsfind" index --watch \(options) sources 2> log &
      watch=$!
      end() { kill -$1 $watch; wait $watch; echo "ended $?"; cat log >&2; }
      trap 'kill -9 $watch 2> /dev/null' EXIT
      told 1 watching
      \(script)
      """)
  }

  /// What was said of runs after the first one.
  private func runs(_ run: CommandLineRun) -> [String] {
    run.messages.split(separator: "\n").map(String.init).filter { $0.hasPrefix("indexed ") }.dropFirst().map {
      String($0)
    }
  }

  @Test func `what is added, changed and moved is found, and Ctrl-C ends it`() {
    command.folder.write("Port\n\nMarée basse\n\nLes coques affleurent.\n", to: "sources/a.txt")
    let run = watching(
      "",
      """
      found coque a.txt
      page sources/b.txt 97; found 97 b.txt
      page sources/b.txt 98; found 98 b.txt; found 97
      # As editors save: a new file takes the name of the old one.
      page sources/.b.txt.new 99; mv sources/.b.txt.new sources/b.txt; found 99 b.txt
      mv sources/b.txt sources/c.txt; found 99 c.txt
      end INT
      """)
    #expect(run.lines == ["ended 0"], "\(run.messages)")
    #expect(
      runs(run) == [
        "indexed 1 articles: 1 new, 0 changed, 0 unchanged",
        "indexed 1 articles: 0 new, 1 changed, 0 unchanged",
        "indexed 1 articles: 0 new, 1 changed, 0 unchanged",
        "indexed 1 articles: 0 new, 0 changed, 0 unchanged, 1 moved",
      ])
    #expect(command.run("check", "--sources").output == "ok\n")
    #expect(command.shell("ls \"$HOME\"").lines == ["index.sqlite"])
  }

  @Test func `a burst is one run, and folders that come with it are watched`() {
    let run = watching(
      "",
      """
      mkdir -p sources/2024/01/02
      for i in 1 2 3 4 5 6 7 8 9; do page sources/2024/01/02/$i.txt 5$i; page sources/$i.txt 6$i; sleep 0.02; done
      found 53 2024/01/02/3.txt; told 2 indexed
      page sources/2024/01/neuf.txt 71; found 71 2024/01/neuf.txt
      mv sources/2024 sources/2023; found 71 2023/01/neuf.txt
      page sources/2023/01/02/dix.txt 72; found 72 2023/01/02/dix.txt
      end TERM
      """)
    #expect(run.lines == ["ended 0"], "\(run.messages)")
    // One, but for a machine that was too busy to write for half a second.
    #expect(runs(run).filter { $0.contains("new, 0 changed") && !$0.contains(" 0 new") }.count < 10)
    #expect(runs(run).contains("indexed 10 articles: 0 new, 0 changed, 0 unchanged, 10 moved"))
    #expect(command.run("check", "--sources").output == "ok\n")
  }

  @Test(arguments: [false, true])
  func `what is deleted stays, or is taken out with --prune`(prunes: Bool) {
    for name in ["a", "b/c", "b/d"] {
      command.folder.write("Port\n\nMarée\n\nLes coques de \(name).\n", to: "sources/\(name).txt")
    }
    command.folder.write("", to: "sources/vide.txt")
    let run = watching(
      prunes ? "--prune" : "",
      """
      rm sources/a.txt; page sources/e.txt 80; found 80 e.txt
      rm -r sources/b; page sources/f.txt 81; found 81 f.txt
      \(prunes ? "found coque" : "found coque a.txt b/c.txt b/d.txt")
      end INT
      """)
    #expect(run.lines == ["ended 0"], "\(run.messages)")
    // What could not be read is told once, though every run looks at it.
    #expect(run.messages.components(of: "vide.txt: the file is empty") == 1)
    #expect(runs(run).count >= 2)
    #expect(runs(run).last?.contains("removed") == prunes)
    #expect(command.run("check").output == "ok\n")
  }

  @Test func `of a file of many articles only what changed is written`() {
    func line(_ number: Int, _ text: String) -> String { "{\"id\": \"\(number)\", \"text\": \"\(text)\"}\n" }
    command.folder.write((0..<50).map { line($0, "Marée \($0)") }.joined(), to: "sources/a.jsonl")
    let run = watching(
      "",
      """
      sed -i 's/Marée 7"/Jusant"/' sources/a.jsonl; found jusant 7
      printf '{"id": "neuf", "text": "Flot"}\\n' >> sources/a.jsonl; found flot neuf
      end INT
      """)
    #expect(run.lines == ["ended 0"], "\(run.messages)")
    #expect(
      runs(run) == [
        "indexed 50 articles: 0 new, 1 changed, 49 unchanged",
        "indexed 51 articles: 1 new, 0 changed, 50 unchanged",
      ])
  }

  @Test func `a file that is being written does not keep others waiting, and is read when it is done`() {
    let run = watching(
      "",
      """
      ( exec > sources/lent.txt; printf 'Port\\n\\nLa lente\\n\\nDébut.\\n'
        for i in $(seq 30); do echo; echo "Suite $i."; sleep 0.1; done; echo; echo 'Fin du feuilleton.' ) &
      sleep 0.2; page sources/b.txt 97; found 97 b.txt
      "$newsfind" search suite --no-suggestions --format trec
      found feuilleton lent.txt
      end INT
      """)
    #expect(run.lines == ["ended 0"], "\(run.messages)")
    #expect(runs(run).first == "indexed 1 articles: 1 new, 0 changed, 0 unchanged")
  }

  @Test func `other runs come between, and one that is at it is waited for`() throws {
    command.folder.write("Port\n\nMarée\n\nLes coques.\n", to: "autres/a.txt")
    let run = watching(
      "",
      """
      "$newsfind" index --quiet autres; found coque a.txt
      # As a run that is at work: the lock is held by a shell.
      ( flock -x 9; echo 1 >&9; page sources/b.txt 97; told 1 waiting; sleep 0.1 ) 9> "$NEWSFIND_INDEX-lock"
      found 97 b.txt
      end INT
      """)
    #expect(run.lines == ["ended 0"], "\(run.messages)")
    #expect(run.messages.contains("waiting: \(command.index) is being written by process 1"))
    #expect(run.messages.components(of: "waiting") == 1)
  }

  @Test func `the index may lie among the sources, and the watch comes to rest`() {
    let run = watching(
      "--index sources/index.sqlite",
      """
      page sources/a.txt 97; told 2 indexed
      # Enough for a run that its own writing would set off.
      sleep 1.5
      end INT
      """)
    #expect(run.lines == ["ended 0"], "\(run.messages)")
    #expect(runs(run) == ["indexed 1 articles: 1 new, 0 changed, 0 unchanged"])
  }

  @Test func `what is said may be written among the sources`() {
    command.folder.write("Port\n\nMarée\n\nLes coques.\n", to: "a.txt")
    let run = command.shell(
      """
      "$newsfind" index . 2> journal; echo $?
      "$newsfind" index --watch . 2> journal & watch=$!
      for i in $(seq 400); do grep -q watching journal && break; sleep 0.05; done
      printf 'Port\\n\\nMarée\\n\\nLes moules.\\n' > b.txt
      for i in $(seq 400); do [ "$(grep -c indexed journal)" -ge 2 ] && break; sleep 0.05; done
      # Enough for a run that its own words would set off.
      sleep 1.5; kill -INT $watch; wait $watch; echo $?; grep -c . journal
      """)
    #expect(run.lines == ["0", "0", "3"])
    #expect(run.messages.isEmpty)
  }

  @Test func `files and folders that were given may go and come back`() {
    command.folder.write("Port\n\nMarée\n\nLes coques.\n", to: "sources/a.txt")
    let run = watching(
      "un.txt",
      """
      page un.txt 96; found 96 un.txt
      page un.tmp 97; mv un.tmp un.txt; found 97 un.txt
      rm un.txt; page un.txt 98; found 98 un.txt
      mv sources ailleurs; mkdir sources; page sources/b.txt 99; found 99 b.txt
      mkdir sources/plus; page sources/plus/c.txt 95; found 95 plus/c.txt
      end INT
      """)
    #expect(run.lines == ["ended 0"], "\(run.messages)")
    #expect(run.messages.contains("newsfind: un.txt: "))
  }

  @Test func `quiet says only what could not be read`() {
    let run = command.shell(
      """
      mkdir sources; : > sources/vide.txt
      "$newsfind" index --watch --quiet sources 2> log &
      for i in $(seq 400); do [ -s log ] && break; sleep 0.05; done
      printf 'Port\\n\\nMarée\\n\\nLes coques.\\n' > sources/a.txt
      for i in $(seq 400); do "$newsfind" coques > /dev/null && break; sleep 0.05; done
      kill -INT $!; wait $!; echo $?; cat log
      """)
    #expect(run.lines == ["0", "newsfind: sources/vide.txt: the file is empty"])
  }

  @Test func `an end that is asked for amid a run is told, and the next run goes on`() {
    let text = String(repeating: "Il est question de marées et de coques. ", count: 60)
    command.folder.write(
      (0..<16_000).map { "{\"id\": \"\($0)\", \"text\": \"\(text) \($0)\"}\n" }.joined(),
      to: "sources/a.jsonl")
    let run = command.shell(
      """
      "$newsfind" index --watch --jobs 1 sources &
      while [ ! -s "$NEWSFIND_INDEX-wal" ]; do sleep 0.02; done
      kill -TERM $!; wait $!; echo $?
      """)
    #expect(run.lines == ["2"])
    #expect(run.messages.contains("stopped: what was indexed stays"))
    #expect(command.run("index", "sources").status == 0)
    #expect(command.run("check", "--sources").output == "ok\n")
  }

  @Test func `where the system watches no more that is told with the place to change it`() {
    // In a name space of its own the limit can be set without asking for it.
    let limited =
      "unshare -Ur sh -c 'echo 3 > /proc/sys/user/max_inotify_watches && exec \"$@\"' sh"
    guard command.shell("\(limited) true 2> /dev/null").status == 0 else { return }
    let run = command.shell("mkdir -p s/1 s/2 s/3 s/4; \(limited) \"$newsfind\" index --watch s")
    #expect(run.status == 2)
    #expect(run.messages.hasPrefix("newsfind: cannot watch s/"))
    #expect(run.messages.contains("/proc/sys/fs/inotify/max_user_watches"))
  }

  @Test(arguments: ["tuyau", "/dev/null"])
  func `pipes and devices cannot be watched`(path: String) {
    let run = command.shell("mkfifo tuyau; \"$newsfind\" index --watch \(path)")
    #expect(run.status == 2)
    #expect(run.messages == "newsfind: cannot watch \(path) (neither a file nor a folder)\n")
  }
}

extension String {
  /// How often a text stands in this one.
  fileprivate func components(of text: String) -> Int {
    var rest = self[...]
    var count = 0
    while let found = rest.firstRange(of: text) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
