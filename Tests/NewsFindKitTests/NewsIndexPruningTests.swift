import Glibc
import TestSupport
import Testing

@testable import NewsFindKit

/// Taking out what is gone.
@Suite struct NewsIndexPruningTests {
  private func ids(_ fixture: IndexFixture) throws -> [String] {
    let connection = try IndexConnection.reader(fixture.path).connection
    let rows = try connection.prepare("SELECT document_id FROM article ORDER BY document_id")
    var ids: [String] = []
    while try rows.step() { ids.append(rows.text(0)) }
    return ids
  }

  /// Two folders, a file outside them, all indexed.
  private func fixture() throws -> IndexFixture {
    let fixture = IndexFixture()
    fixture.write([Article("a1", "", "un"), Article("a2", "", "deux")], to: "a/1.jsonl")
    fixture.write([Article("a3", "", "trois")], to: "a/deep/2.jsonl")
    fixture.write([Article("b1", "", "quatre")], to: "b/1.jsonl")
    fixture.write([Article("c1", "", "cinq")], to: "c.jsonl")
    _ = try fixture.writable().reindex([fixture.sources])
    return fixture
  }

  private func prune(_ fixture: IndexFixture, _ paths: [String], jobs: Int = 2) throws -> ReindexSummary {
    try fixture.writable().reindex(
      paths.map { "\(fixture.sources)/\($0)" }, options: ReindexOptions(prune: true, jobs: jobs))
  }

  @Test(arguments: [1, 2])
  func `nothing is taken out unasked`(jobs: Int) throws {
    let fixture = try fixture()
    fixture.folder.removeFile("sources/a/1.jsonl")
    let summary = try fixture.writable().reindex([fixture.sources], options: ReindexOptions(jobs: jobs))
    #expect(summary.removed == 0)
    #expect(try ids(fixture) == ["a1", "a2", "a3", "b1", "c1"])
  }

  @Test(arguments: [
    (["a"], ["b1", "c1"], 3), (["a", "b"], ["c1"], 4), (["a/"], ["b1", "c1"], 3),
    (["a/deep"], ["a1", "a2", "b1", "c1"], 1),
    (["."], ["c1"], 4), (["c.jsonl"], ["a1", "a2", "a3", "b1", "c1"], 0),
    (["../sources/b"], ["a1", "a2", "a3", "c1"], 1),
  ])
  func `what is gone under the given paths is taken out`(paths: [String], left: [String], removed: Int) throws
  {
    let fixture = try fixture()
    for file in ["a/1.jsonl", "a/deep/2.jsonl", "b/1.jsonl"] { fixture.folder.removeFile("sources/\(file)") }
    #expect(try prune(fixture, paths).removed == removed)
    #expect(try ids(fixture) == left)
    #expect(try fixture.writable().check() == [])
  }

  @Test func `a record that is gone from its file is taken out, and found no more`() throws {
    let fixture = try fixture()
    fixture.write([Article("a2", "", "deux")], to: "a/1.jsonl")
    let summary = try prune(fixture, ["a/1.jsonl"])
    #expect([summary.removed, summary.unchanged] == [1, 1])
    #expect(try ids(fixture) == ["a2", "a3", "b1", "c1"])
    #expect(try fixture.search("un") == [])
    #expect(try fixture.open().article(id: "a1") == nil)
  }

  @Test func `a folder that is gone as a whole says nothing`() throws {
    let fixture = try fixture()
    fixture.folder.move("sources/a", to: "elsewhere")
    let summary = try prune(fixture, ["a", "b"])
    #expect(summary.removed == 0)
    #expect(summary.rejectionCount == 1)
    #expect(try ids(fixture).count == 5)
    // Asked about the folder above it, it is gone.
    #expect(try prune(fixture, ["."]).removed == 3)
  }

  @Test func `a file with a record that cannot be read keeps all its articles`() throws {
    let fixture = try fixture()
    fixture.write("{\"id\": \"a1\", \"text\": \"un\"}\n{\"id\": \"a2\", \n", to: "a/1.jsonl")
    #expect(try prune(fixture, ["."]).removed == 0)
    #expect(try ids(fixture).count == 5)
  }

  @Test(arguments: ["", "\u{1F}\u{8B}", "%PDF-1.7\n", "<html>"])
  func `a file that cannot be read keeps its articles`(content: String) throws {
    let fixture = try fixture()
    fixture.folder.write(content.unicodeScalars.map { UInt8($0.value) }, to: "sources/a/deep/2.jsonl")
    fixture.folder.removeFile("sources/a/1.jsonl")
    #expect(try prune(fixture, ["a"]).removed == 2)
    #expect(try ids(fixture) == ["a3", "b1", "c1"])
  }

  @Test(.enabled(if: geteuid() != 0, "root reads every folder"))
  func `a folder that may not be read keeps its articles`() throws {
    let fixture = try fixture()
    chmod("\(fixture.sources)/a/deep", 0)
    defer { chmod("\(fixture.sources)/a/deep", 0o700) }
    #expect(try prune(fixture, ["."]).removed == 0)
    #expect(try ids(fixture).count == 5)
  }

  @Test func `an article whose twin was rejected stays`() throws {
    let fixture = try fixture()
    fixture.write([Article("a3", "", "autre")], to: "a/deep/3.jsonl")
    let summary = try prune(fixture, ["."])
    #expect([summary.removed, summary.rejectionCount] == [0, 1])
    #expect(try fixture.search("trois") == ["a3"])
  }

  @Test func `a cancelled run takes nothing out`() async throws {
    let fixture = try fixture()
    fixture.folder.removeFile("sources/b/1.jsonl")
    fixture.write((0..<600).map { Article("n\($0)", "", "nouveau") }, to: "n.jsonl")
    let index = try fixture.writable()
    let sources = fixture.sources
    let summary = try await Task {
      try index.reindex([sources], options: ReindexOptions(prune: true)) { _ in
        withUnsafeCurrentTask { $0?.cancel() }
      }
    }.value
    #expect(summary.isCancelled)
    #expect(summary.removed == 0)
    #expect(try index.article(id: "b1") != nil)
  }

  @Test func `random edits, moves and deletions end in what the sources hold`() throws {
    var random = SeededGenerator()
    let texts = RandomText(&random)
    let fixture = IndexFixture()
    let index = try fixture.writable()
    let files = ["1.jsonl", "a/2.jsonl", "a/b/3.jsonl", "c/4.jsonl"]
    for _ in 0..<6 {
      // Each id lies in one file at most.
      var held: [String: [Article]] = [:]
      for number in 0..<40 where Int.random(in: 0..<3, using: &random) > 0 {
        let file = files[Int.random(in: files.indices, using: &random)]
        held[file, default: []].append(Article("\(number)", "", texts.sentence(&random, 1...3)))
      }
      for file in files {
        fixture.folder.removeFile("sources/\(file)")
        if let articles = held[file] { fixture.write(articles, to: file) }
      }
      _ = try index.reindex([fixture.sources], options: ReindexOptions(prune: true))
      let all = held.values.joined()
      #expect(try ids(fixture) == all.map(\.id).sorted(), "seed \(random.seed)")
      for article in all {
        #expect(try index.article(id: article.id)?.article.body == article.body, "seed \(random.seed)")
      }
      #expect(try index.check() == [], "seed \(random.seed)")
    }
  }
}
