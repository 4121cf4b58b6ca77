import Dispatch
import Glibc
import SQLiteStore
import Synchronization
import TestSupport
import Testing

@testable import NewsFindKit

/// Making an index anew in the place of another.
@Suite struct NewsIndexRebuildTests {
  private func rebuild(_ fixture: IndexFixture, jobs: Int = 2) throws -> ReindexSummary {
    try NewsIndex.rebuild(at: fixture.path, from: [fixture.sources], options: ReindexOptions(jobs: jobs))
  }

  /// The names of files beside the sources, sorted.
  private func files(_ fixture: IndexFixture) -> [String] {
    fixture.folder.names.filter { $0 != "sources" }
  }

  @Test(arguments: [1, 2])
  func `a rebuilt index holds what the sources hold and nothing else`(jobs: Int) throws {
    let fixture = try IndexFixture([Article("a", "", "ancien"), Article("b", "", "commun")])
    fixture.write([Article("b", "", "commun"), Article("c", "", "nouveau")])
    let summary = try rebuild(fixture, jobs: jobs)
    #expect([summary.added, summary.changed, summary.unchanged, summary.removed] == [2, 0, 0, 0])
    #expect(try fixture.search("ancien") == [])
    #expect(try fixture.search("nouveau") == ["c"])
    #expect(try fixture.writable().check() == [])
    #expect(!files(fixture).contains { $0.contains("rebuild") })
  }

  @Test func `where there is no index one is made`() throws {
    let fixture = IndexFixture()
    fixture.write([Article("a", "", "un")])
    #expect(try rebuild(fixture).added == 1)
    #expect(files(fixture) == ["index.sqlite"])
    #expect(try fixture.search("un") == ["a"])
    fixture.folder.write("", to: "index.sqlite")
    #expect(try rebuild(fixture).added == 1)
    #expect(try fixture.search("un") == ["a"])
    #expect(try fixture.writable().reindex([fixture.sources]).unchanged == 1)
  }

  @Test func `a rebuilt index and one that grew by steps answer the same`() throws {
    let fixture = IndexFixture()
    for file in 0..<3 {
      fixture.write(
        (0..<20).map { Article("\(file)-\($0)", "Titre \($0)", "Texte \(file)") }, to: "\(file).jsonl")
      _ = try fixture.writable().reindex([fixture.sources])
    }
    let grown = try fixture.dump()
    _ = try rebuild(fixture)
    #expect(try fixture.dump() == grown)
  }

  @Test func `rows are in the order of publication, those without a date first`() throws {
    let fixture = IndexFixture()
    var random = SeededGenerator()
    let articles = (0..<600).map { number in
      var article = Article("a\(number)", "Titre", "Texte \(number)")
      if number % 5 > 0 {
        article.date = ArticleDate(
          "20\(Int.random(in: 10...29, using: &random))-0\(Int.random(in: 1...9, using: &random))-11")
      }
      return article
    }
    fixture.write(articles)
    #expect(try rebuild(fixture).added == 600)
    let sorted = articles.enumerated().sorted {
      ($0.element.date?.minutes ?? .min, $0.offset) < ($1.element.date?.minutes ?? .min, $1.offset)
    }
    #expect(try fixture.articles().map(\.id) == sorted.map(\.element.id), "seed \(random.seed)")
    #expect(try fixture.writable().check(withSources: true) == [])
    // The next run knows the files.
    #expect(try fixture.writable().reindex([fixture.sources]).unchanged == 600)
    #expect(!files(fixture).contains { $0.contains("rebuild") })
  }

  @Test func `readers that are open see the old index until it is done, then the new one`() throws {
    let fixture = try IndexFixture((0..<300).map { Article("a\($0)", "", "ancien commun") })
    let index = try fixture.open()
    #expect(try index.search("commun").total == 300)
    fixture.write((0..<1_000).map { Article("b\($0)", "", "nouveau commun") })
    var during: [Int] = []
    _ = try NewsIndex.rebuild(at: fixture.path, from: [fixture.sources]) { _ in
      during.append((try? index.search("commun").total) ?? -1)
    }
    #expect(during.count > 4)
    #expect(Set(during) == [300])
    #expect(try index.search("commun").total == 1_000)
    #expect(try index.search("ancien").total == 0)
    #expect(try index.search("nouveau").hits.first?.id.hasPrefix("b") == true)
    #expect(try index.statistics().articles == 1_000)
  }

  @Test func `readers at work meanwhile see one index or the other, whole`() throws {
    let fixture = try IndexFixture((0..<40).map { Article("a\($0)", "", "ancien commun") })
    fixture.write((0..<70).map { Article("b\($0)", "", "nouveau commun") })
    let index = try fixture.open()
    let isDone = Atomic(false)
    let wrong = Mutex<[String]>([])
    let readers = DispatchGroup()
    for _ in 0..<2 {
      Thread.start(in: readers) {
        while !isDone.load(ordering: .relaxed) {
          do {
            let results = try index.search(
              "commun", options: SearchOptions(limit: 100, showsDuplicates: true))
            let kinds = Set(results.hits.map { $0.id.prefix(1) })
            let isWhole = kinds.count == 1 && results.total == results.hits.count
            if !isWhole || ![40, 70].contains(results.total) {
              wrong.withLock { $0.append("\(results.total) \(results.hits.count) \(kinds)") }
            }
          } catch {
            wrong.withLock { $0.append("\(error)") }
          }
        }
      }
    }
    for _ in 0..<5 { _ = try rebuild(fixture) }
    isDone.store(true, ordering: .relaxed)
    readers.wait()
    #expect(wrong.withLock { $0 } == [])
    #expect(try index.search("commun").total == 70)
  }

  @Test func `a cancelled rebuild leaves the old index`() async throws {
    let fixture = try IndexFixture([Article("a", "", "ancien")])
    fixture.write((0..<600).map { Article("b\($0)", "", "nouveau") })
    let before = FileImage(fixture.path)
    let (path, sources) = (fixture.path, fixture.sources)
    let summary = try await Task {
      try NewsIndex.rebuild(at: path, from: [sources]) { _ in withUnsafeCurrentTask { $0?.cancel() } }
    }.value
    #expect(summary.isCancelled)
    #expect(FileImage(fixture.path) == before)
    #expect(!files(fixture).contains { $0.contains("rebuild") })
  }

  @Test(arguments: [
    "text", "\u{0}\u{1}\u{2}", String(repeating: "long ", count: 1_000), "SQLite format 3\u{0}then nothing",
  ])
  func `a file of another kind is never replaced`(content: String) throws {
    let fixture = IndexFixture()
    fixture.write([Article("a", "", "un")])
    fixture.folder.write(content, to: "index.sqlite")
    let before = FileImage(fixture.path)
    #expect(throws: NewsIndexError.self) { try rebuild(fixture) }
    #expect(FileImage(fixture.path) == before)
    #expect(files(fixture) == ["index.sqlite"])
  }

  @Test(arguments: [false, true])
  func `a database of another program is never replaced, nor a damaged one`(isDamaged: Bool) throws {
    let fixture = IndexFixture()
    fixture.write([Article("a", "", "un")])
    let other = try Connection(path: fixture.path, mode: .create)
    try other.execute("PRAGMA application_id = 77; CREATE TABLE t(a); INSERT INTO t VALUES (zeroblob(50000))")
    if isDamaged { truncate(fixture.path, 20_000) }
    let before = FileImage(fixture.path)
    #expect(throws: NewsIndexError.notAnIndex(path: fixture.path)) { try rebuild(fixture) }
    #expect(FileImage(fixture.path) == before)
  }

  @Test(arguments: [
    "PRAGMA user_version = 0", "PRAGMA user_version = 99", "UPDATE property SET value = 'fr-0'",
    "DROP TABLE property", "DROP TABLE article", "DELETE FROM trait_block", "PRAGMA journal_mode = DELETE",
  ])
  func `an index of any version is replaced`(change: String) throws {
    let fixture = try IndexFixture([Article("a", "", "ancien")])
    fixture.write([Article("b", "", "nouveau")])
    try Connection(path: fixture.path, mode: .readWrite).execute(change)
    #expect(try rebuild(fixture).added == 1)
    #expect(try fixture.search("nouveau") == ["b"])
    #expect(try fixture.writable().check() == [])
  }

  /// Which bytes of the file are overwritten; negative places are counted from the end.
  @Test(arguments: [
    100..<8_000, 8_192..<16_384, -8_192..<0, 100..<60_000, 24..<60,
  ])
  func `a damaged index is replaced`(damage: Range<Int>) throws {
    let fixture = try IndexFixture((0..<50).map { Article("a\($0)", "", "ancien \($0)") })
    fixture.write([Article("b", "", "nouveau")])
    let descriptor = open(fixture.path, O_RDWR)
    let size = FileStatus.size(fixture.path)
    for place in damage {
      var byte = UInt8(truncatingIfNeeded: place &* 37 &+ 11)
      pwrite(descriptor, &byte, 1, place < 0 ? size + place : place)
    }
    close(descriptor)
    #expect(try rebuild(fixture).added == 1)
    #expect(try fixture.search("nouveau") == ["b"])
    #expect(try fixture.writable().check() == [])
  }

  @Test(arguments: [100, 8_191, 8_192, 20_000])
  func `an index that was cut off is replaced, under the eyes of a reader too`(size: Int) throws {
    let fixture = try IndexFixture((0..<50).map { Article("a\($0)", "", "ancien \($0)") })
    let index = try fixture.open()
    fixture.write([Article("b", "", "nouveau")])
    truncate(fixture.path, size)
    #expect(try rebuild(fixture).added == 1)
    #expect(try fixture.search("nouveau") == ["b"])
    #expect(try index.search("nouveau").total == 1)
    #expect(try index.search("ancien").total == 0)
  }

  @Test(arguments: [true, false])
  func `what rebuilds left behind that were killed is removed, what others work on is not`(
    rebuilds: Bool
  ) throws {
    let fixture = try IndexFixture([Article("a", "", "un")])
    // A process that is gone, for sure: a child that was waited for.
    var child = pid_t()
    let name = strdup("/bin/true")
    defer { free(name) }
    var arguments = [name, nil]
    #expect(posix_spawn(&child, "/bin/true", nil, nil, &arguments, nil) == 0)
    waitpid(child, nil, 0)
    for suffix in ["", "-wal", "-shm", "-journal"] {
      fixture.folder.write("x", to: "index.sqlite.rebuild-\(child)-1\(suffix)")
    }
    let others = [
      "index.sqlite.rebuild-1-1", "index.sqlite.rebuild-\(child)", "index.sqlite.rebuild-x",
      "index.sqlite.rebuild-", "index.sqlite.other",
    ]
    for other in others { fixture.folder.write("x", to: other) }
    if rebuilds { _ = try rebuild(fixture) } else { _ = try fixture.writable().reindex([fixture.sources]) }
    #expect(files(fixture) == (["index.sqlite"] + others).sorted())
  }

  @Test func `rebuilds at once in one process do not disturb one another`() throws {
    for start in 0..<4 {
      let fixture = IndexFixture()
      if start % 2 == 1 { fixture.write([Article("z", "", "ancien")]); _ = try rebuild(fixture) }
      fixture.write((0..<300).map { Article("a\($0)", "", "commun \($0)") })
      let (path, sources) = (fixture.path, fixture.sources)
      let failures = Mutex<[String]>([])
      let threads = DispatchGroup()
      for _ in 0..<3 {
        Thread.start(in: threads) {
          do {
            let summary = try NewsIndex.rebuild(
              at: path, from: [sources], options: ReindexOptions(waits: true))
            if summary.added != 300 { failures.withLock { $0.append("\(summary)") } }
          } catch {
            failures.withLock { $0.append("\(error)") }
          }
        }
      }
      threads.wait()
      #expect(failures.withLock { $0 } == [])
      #expect(try fixture.open().search("commun").total == 300)
      #expect(try fixture.writable().check() == [])
      #expect(!files(fixture).contains { $0.contains("rebuild") })
    }
  }

  @Test func `a rebuild that finds the index being written waits, and in the end leaves the old one`() throws
  {
    let fixture = try IndexFixture([Article("a", "", "ancien")])
    let path = fixture.path
    let other = try Connection(path: path, mode: .readWrite)
    try other.execute("BEGIN IMMEDIATE; UPDATE article SET texts = x'000000'")
    let replacement = try IndexReplacement(of: path)
    let new = try replacement.makeWriter().connection
    let error = try #require(throws: SQLiteError.self) {
      try replacement.takePlace(new, patience: .milliseconds(100))
    }
    #expect(error.code.primary == .busy)
    try other.execute("COMMIT; BEGIN IMMEDIATE")
    #expect(try fixture.search("ancien") == ["a"])
    // Once the other is done it takes its place.
    let isDone = DispatchSemaphore(value: 0)
    let failures = Mutex<[String]>([])
    let waiting = DispatchGroup()
    fixture.write([Article("b", "", "nouveau")])
    let sources = fixture.sources
    Thread.start(in: waiting) {
      do {
        _ = try NewsIndex.rebuild(at: path, from: [sources])
      } catch {
        failures.withLock { $0.append("\(error)") }
      }
      isDone.signal()
    }
    #expect(isDone.wait(timeout: .now() + 0.3) == .timedOut)
    try other.execute("COMMIT")
    waiting.wait()
    #expect(failures.withLock { $0 } == [])
    #expect(try fixture.search("nouveau") == ["b"])
    #expect(try fixture.search("ancien") == [])
  }
}
