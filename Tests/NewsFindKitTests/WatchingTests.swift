import Dispatch
import Glibc
import NewsArticles
import Synchronization
import TestSupport
import Testing

@testable import NewsFindKit

/// An index that is kept in line with what changes; see also the command's tests.
@Suite struct WatchingTests {
  private let fixture = IndexFixture()

  private func reindex(only names: String..., unsettled: String..., prune: Bool = false) throws
    -> ReindexSummary
  {
    var options = ReindexOptions(prune: prune)
    options.scope.selection = prune ? nil : PathSelection(names.map { "\(fixture.sources)/\($0)" })
    options.scope.unsettled = Set(unsettled.map { "\(fixture.sources)/\($0)" })
    return try fixture.writable().reindex([fixture.sources], options: options)
  }

  @Test func `a run over a selection looks at nothing else`() throws {
    for name in ["a", "b", "c/d"] { fixture.write("Port\n\nMarée\n\nCommun.\n", to: "\(name).txt") }
    #expect(try reindex(only: "b.txt").added == 1)
    #expect(try fixture.search("commun") == ["b.txt"])
    #expect(try reindex(only: "c").added == 1)
    #expect(Set(try fixture.search("commun")) == ["b.txt", "c/d.txt"])
    #expect(try reindex(only: "").added == 0)
    fixture.folder.move("sources/b.txt", to: "sources/e.txt")
    #expect(try reindex(only: "b.txt", "e.txt").moved == 1)
    #expect(Set(try fixture.search("commun")) == ["e.txt", "c/d.txt"])
  }

  @Test func `an article stays with its file, whichever changes`() throws {
    fixture.write([Article("a", "", "premier")], to: "1.jsonl")
    fixture.write([Article("b", "", "commun")], to: "2.jsonl")
    _ = try fixture.writable().reindex([fixture.sources])
    fixture.write([Article("b", "", "commun"), Article("a", "", "second")], to: "2.jsonl")
    #expect(try reindex(only: "2.jsonl").rejectionCount == 1)
    #expect(try fixture.search("premier") == ["a"])
    // As by a run over all.
    #expect(try fixture.writable().reindex([fixture.sources]).rejectionCount == 1)
    #expect(try fixture.search("premier") == ["a"])
    // When the file is gone the other one's is taken.
    fixture.folder.removeFile("sources/1.jsonl")
    #expect(try reindex(only: "2.jsonl").changed == 1)
    #expect(try fixture.search("second") == ["a"])
  }

  @Test func `a file that is being written is neither read nor gone`() throws {
    fixture.write([Article("a", "", "commun")], to: "1.jsonl")
    fixture.write([Article("b", "", "commun")], to: "2.jsonl")
    _ = try fixture.writable().reindex([fixture.sources])
    fixture.write("", to: "1.jsonl")
    fixture.folder.removeFile("sources/2.jsonl")
    fixture.write([Article("c", "", "commun")], to: "3.jsonl")
    let summary = try reindex(unsettled: "1.jsonl", "3.jsonl", prune: true)
    #expect([summary.removed, summary.added, summary.rejectionCount] == [1, 0, 0])
    #expect(try fixture.search("commun") == ["a"])
    fixture.write([Article("d", "", "commun")], to: "1.jsonl")
    let next = try reindex(prune: true)
    #expect([next.removed, next.added] == [1, 2])
    #expect(try fixture.writable().check(withSources: true) == [])
  }

  @Test func `random changes while it watches end in what the sources hold`() throws {
    var random = SeededGenerator()
    for prunes in [false, true] {
      let fixture = IndexFixture()
      fixture.write([Article("a", "", "commun")], to: "0/a.jsonl")
      let (index, sources) = (try fixture.writable(), fixture.sources)
      let isDone = Atomic(false)
      let isWatching = DispatchSemaphore(value: 0)
      let failures = Mutex<[String]>([])
      let group = DispatchGroup()
      let timing = WatchTiming(
        quiet: .milliseconds(20), patience: .milliseconds(100), filePatience: .milliseconds(200))
      Thread.start(in: group) {
        do {
          try index.watch(
            [sources],
            options: ReindexOptions(prune: prunes, isCancelled: { isDone.load(ordering: .relaxed) }),
            timing: timing
          ) { event in
            if case .watching = event { isWatching.signal() }
          }
        } catch {
          failures.withLock { $0.append("\(error)") }
        }
      }
      #expect(isWatching.wait(timeout: .now() + 20) == .success)
      var number = 0
      for _ in 0..<120 {
        let folder = Int.random(in: 0..<4, using: &random)
        let name = "\(folder)/\(Int.random(in: 0..<6, using: &random)).txt"
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<6:
          number += 1
          fixture.write("Port\n\nMarée\n\nCommun, mot\(number).\n", to: name)
        case 6: fixture.folder.removeFile("sources/\(name)")
        case 7:
          fixture.folder.move("sources/\(folder)", to: "sources/\(Int.random(in: 0..<5, using: &random))")
        default: fixture.folder.move("sources/\(name)", to: "sources/\(folder)/0.txt")
        }
        usleep(UInt32.random(in: 0...30_000, using: &random))
      }
      number += 1
      fixture.write("Port\n\nMarée\n\nCommun, dernier.\n", to: "5/dernier.txt")
      // The last change may be found by a run that leaves others to the next one: they were pending when it began.
      for _ in 0..<400 {
        let left = try NewsIndex.dryRun(
          at: fixture.path, with: [sources], options: ReindexOptions(prune: prunes))
        if [left.added, left.changed, left.moved, left.removed] == [0, 0, 0, 0] { break }
        usleep(20_000)
      }
      isDone.store(true, ordering: .relaxed)
      group.wait()
      #expect(failures.withLock { $0 } == [])
      #expect(try fixture.writable().check() == [], "seed \(random.seed)")
      #expect(try fixture.search("dernier") == ["5/dernier.txt"], "seed \(random.seed)")
      // A run over all finds nothing left to do.
      let rest = try index.reindex([sources], options: ReindexOptions(prune: prunes))
      #expect([rest.added, rest.changed, rest.moved, rest.removed] == [0, 0, 0, 0], "seed \(random.seed)")
      let problems = try fixture.writable().check(withSources: true)
      #expect(!prunes || problems == [], "seed \(random.seed)")
    }
  }
}
