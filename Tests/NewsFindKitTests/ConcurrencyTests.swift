import Dispatch
import Glibc
import SQLiteStore
import Synchronization
import TestSupport
import Testing

@testable import NewsFindKit

/// Several threads at one index.
@Suite struct ConcurrencyTests {
  /// What went wrong on any thread.
  private final class Failures: Sendable {
    private let list = Mutex<[String]>([])
    var all: [String] { list.withLock { $0 } }

    func add(_ text: String) { list.withLock { if $0.count < 20 { $0.append(text) } } }

    func catching(_ body: () throws -> Void) {
      do { try body() } catch { add("\(error)") }
    }
  }

  /// Each version of the sources says the same word in all articles, and has another number of them.
  private static func version(_ number: Int) -> [Article] {
    (0..<20 + number).map { Article("a\($0)", "Titre \($0)", "commun version\(number)") }
  }

  @Test func `searches while another thread writes are each of one state`() throws {
    let fixture = try IndexFixture(Self.version(0))
    let index = try fixture.writable()
    let failures = Failures()
    let isDone = Atomic(false)
    let searches = Atomic(0)
    let readers = DispatchGroup()
    for _ in 0..<3 {
      Thread.start(in: readers) {
        var last = 0
        while !isDone.load(ordering: .relaxed) {
          failures.catching {
            let results = try index.search("commun", options: SearchOptions(limit: 100))
            let texts = Set(results.hits.flatMap { $0.snippets.map(\.text) })
            guard texts.count == 1, let version = Int((texts.first ?? "").drop { !$0.isNumber }) else {
              return failures.add("texts of several states: \(texts)")
            }
            if results.total != 20 + version || results.hits.count != results.total {
              failures.add("\(results.total) articles, \(results.hits.count) hits of version \(version)")
            }
            // What has been seen once is not unseen.
            if version < last { failures.add("version \(version) after \(last)") }
            last = version
            searches.add(1, ordering: .relaxed)
          }
        }
      }
    }
    for number in 1...12 {
      fixture.write(Self.version(number))
      _ = try index.reindex([fixture.sources])
      #expect(try index.search("commun").total == 20 + number)
    }
    isDone.store(true, ordering: .relaxed)
    readers.wait()
    #expect(failures.all == [])
    #expect(searches.load(ordering: .relaxed) > 12)
    #expect(try index.check() == [])
  }

  @Test func `writers at once take turns or are told, and nothing that was done is lost`() throws {
    let fixture = IndexFixture()
    _ = try fixture.writable()
    let failures = Failures()
    let done = Mutex<[Int]>([])
    let writers = DispatchGroup()
    for number in 0..<4 {
      fixture.write(
        (0..<150).map { Article("\(number)-\($0)", "", "commun", section: "S\($0 % 7)") },
        to: "\(number).jsonl")
      let (path, source) = (fixture.path, "\(fixture.sources)/\(number).jsonl")
      Thread.start(in: writers) {
        do {
          let summary = try NewsIndex.open(at: path, access: .readWrite).reindex([source])
          if summary.added != 150 { failures.add("\(summary)") }
          done.withLock { $0.append(number) }
        } catch NewsIndexError.beingWritten(path, _) {
          // It was told.
        } catch {
          failures.add("\(error)")
        }
      }
    }
    writers.wait()
    let numbers = done.withLock { $0 }
    #expect(failures.all == [])
    #expect(!numbers.isEmpty)
    #expect(try fixture.open().search("commun").total == 150 * numbers.count)
    #expect(try fixture.writable().check() == [])
  }

  @Test func `an index that many make at once is made once`() throws {
    for _ in 0..<10 {
      let fixture = IndexFixture()
      let path = fixture.path
      let failures = Failures()
      let makers = DispatchGroup()
      for _ in 0..<6 {
        Thread.start(in: makers) { failures.catching { _ = try NewsIndex.create(at: path) } }
      }
      makers.wait()
      #expect(failures.all == [])
      #expect(try fixture.writable().check() == [])
    }
  }

  @Test func `a writer waits for another that is done soon`() throws {
    let fixture = try IndexFixture([Article("a", "", "un")])
    fixture.write([Article("b", "", "deux")])
    let path = fixture.path
    let isLocked = DispatchSemaphore(value: 0)
    let group = DispatchGroup()
    let failures = Failures()
    Thread.start(in: group) {
      failures.catching {
        let other = try Connection(path: path, mode: .readWrite)
        try other.execute("BEGIN IMMEDIATE")
        isLocked.signal()
        _ = group.wait(timeout: .now() + 0.3)
        try other.execute("COMMIT")
      }
    }
    isLocked.wait()
    #expect(try fixture.writable().reindex([fixture.sources]).added == 1)
    group.wait()
    #expect(failures.all == [])
  }

  @Test func `who waits in vain is told that another writes, and searches go on`() throws {
    let fixture = try IndexFixture([Article("a", "", "un")])
    fixture.write([Article("b", "", "deux")])
    let (path, sources) = (fixture.path, fixture.sources)
    let other = try Connection(path: path, mode: .readWrite)
    try other.execute("BEGIN IMMEDIATE; UPDATE article SET texts = x'000000'")
    let errors = Mutex<[NewsIndexError?]>([])
    let waiting = DispatchGroup()
    for write in [
      { _ = try NewsIndex.open(at: path, access: .readWrite).reindex([sources]) },
      { _ = try NewsIndex.open(at: path, access: .readWrite).repair() },
    ] as [@Sendable () throws -> Void] {
      Thread.start(in: waiting) {
        do {
          try write()
          errors.withLock { $0.append(nil) }
        } catch {
          errors.withLock { $0.append(error as? NewsIndexError) }
        }
      }
    }
    #expect(try fixture.search("un") == ["a"])
    waiting.wait()
    // One waits for the other program, the other is told of the one.
    let found = errors.withLock { $0 }
    #expect(found.count == 2)
    #expect(found.contains(.busy(path: path)))
    // Who writes may not have said its number yet.
    let isTold = found.contains { if case .beingWritten(path, _) = $0 { true } else { false } }
    #expect(isTold || found[0] == found[1])
    #expect(try fixture.search("un") == ["a"])
    try other.execute("ROLLBACK")
    #expect(try fixture.writable().reindex([sources]).added == 1)
  }

  @Test func `one index serves many threads, each with its own query`() throws {
    var random = SeededGenerator()
    let texts = RandomText(&random)
    let fixture = try IndexFixture(
      (0..<60).map { Article("a\($0)", texts.sentence(&random, 1...4), texts.text(&random, 1...2)) })
    let index = try fixture.open()
    let expected = try texts.words.map { try index.search($0).hits }
    let words = texts.words
    let failures = Failures()
    let threads = DispatchGroup()
    for thread in 0..<4 {
      Thread.start(in: threads) {
        for step in 0..<60 {
          let number = (step * 7 + thread * 11) % words.count
          failures.catching {
            if try index.search(words[number]).hits != expected[number] { failures.add(words[number]) }
            if step % 10 == 0 { _ = try index.statistics() }
            if step % 7 == 0, try index.article(id: "a\(step)", highlighting: words[number]) == nil {
              failures.add("a\(step)")
            }
          }
        }
      }
    }
    threads.wait()
    #expect(failures.all == [], "seed \(random.seed)")
  }

  @Test func `connections and files are given back`() throws {
    let fixture = try IndexFixture([Article("a", "", "un")])
    func openFiles() -> Int { fixture.folder.openFileCount }
    do {
      let index = try fixture.writable()
      for _ in 0..<10 {
        _ = try index.search("un")
        _ = try index.reindex([fixture.sources])
        _ = try index.check()
        _ = try NewsIndex.dryRun(at: fixture.path, with: [fixture.sources])
      }
      // A reader that waits for the next search, and what SQLite keeps open as long as there is one.
      #expect(openFiles() <= 8)
    }
    #expect(openFiles() == 0)
    _ = try NewsIndex.rebuild(at: fixture.path, from: [fixture.sources])
    #expect(openFiles() == 0)
  }
}
