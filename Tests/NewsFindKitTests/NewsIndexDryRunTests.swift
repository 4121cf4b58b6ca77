import TestSupport
import Testing

@testable import NewsFindKit

/// Telling what a reindexing would do.
@Suite struct NewsIndexDryRunTests {
  /// What a dry run says and what the real run does are the same, and the dry run changes no byte.
  private func expectAgreement(
    _ fixture: IndexFixture, _ paths: [String]? = nil,
    _ options: ReindexOptions = ReindexOptions(prune: true),
    _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = FileImage(fixture.path)
    let paths = paths ?? [fixture.sources]
    let expected = try NewsIndex.dryRun(at: fixture.path, with: paths, options: options)
    #expect(FileImage(fixture.path) == before, comment, sourceLocation: sourceLocation)
    let real = try fixture.writable().reindex(paths, options: options)
    #expect(expected == real, comment, sourceLocation: sourceLocation)
  }

  @Test(arguments: [1, 2])
  func `additions, changes, removals and rejections are foretold`(jobs: Int) throws {
    let fixture = try IndexFixture([
      Article("a", "", "un"), Article("b", "", "deux"), Article("c", "", "trois"),
    ])
    fixture.write([Article("a", "", "un"), Article("b", "", "autre"), Article("d", "", "quatre")])
    fixture.write("{\n", to: "b.jsonl")
    fixture.folder.write(
      Array("{\"text\": \"un ".utf8) + [0x81, 0xC3, 0xA9] + Array("\"}".utf8), to: "sources/c.jsonl")
    try expectAgreement(fixture, nil, ReindexOptions(prune: true, jobs: jobs))
    try expectAgreement(fixture, nil, ReindexOptions(jobs: jobs))
  }

  /// Articles that follow one another in a run, as texts of the ids a and b; the index holds a = "1".
  @Test(arguments: [
    ["a1", "a1"], ["a1", "a2"], ["a2", "a1"], ["a2", "a2"], ["a2", "a3"], ["a2", "a2", "a1", "a2"],
    ["b1", "b1"],
    ["b1", "b2"], ["b1", "b2", "b1"], ["b1", "a2", "b1", "a1", "b2"], ["a1", "a2", "a1"],
  ])
  func `repeated ids are foretold`(articles: [String]) throws {
    let fixture = try IndexFixture([Article("a", "", "1")])
    fixture.write(articles.map { Article(String($0.prefix(1)), "", String($0.suffix(1))) })
    try expectAgreement(fixture)
  }

  @Test func `ids are told apart by their bytes`() throws {
    let fixture = try IndexFixture([Article("é", "", "un"), Article("e\u{301}", "", "deux")])
    #expect(try fixture.open().statistics().articles == 2)
    fixture.write([Article("ï", "", "un"), Article("i\u{308}", "", "deux"), Article("e\u{301}", "", "deux")])
    try expectAgreement(fixture)
  }

  @Test func `where there is no index every article is new`() throws {
    let fixture = IndexFixture()
    fixture.write([Article("a", "", "un"), Article("a", "", "un"), Article("a", "", "deux")])
    let summary = try NewsIndex.dryRun(at: fixture.path, with: [fixture.sources])
    #expect([summary.added, summary.unchanged, summary.rejectionCount] == [1, 1, 1])
    #expect(!FileStatus.exists(fixture.path))
    try expectAgreement(fixture)
  }

  @Test func `an empty file is an index to be`() throws {
    let fixture = IndexFixture()
    fixture.write([Article("a", "", "un")])
    fixture.folder.write("", to: "index.sqlite")
    try expectAgreement(fixture)
  }

  @Test func `cancelling is told`() async throws {
    let fixture = IndexFixture()
    fixture.write((0..<600).map { Article("\($0)", "", "un") })
    let (path, sources) = (fixture.path, fixture.sources)
    let summary = try await Task {
      try NewsIndex.dryRun(at: path, with: [sources]) { _ in withUnsafeCurrentTask { $0?.cancel() } }
    }.value
    #expect(summary.isCancelled)
    #expect(summary.added == 256)
  }

  @Test func `random runs are foretold`() throws {
    var random = SeededGenerator()
    let fixture = IndexFixture()
    _ = try fixture.writable()
    for _ in 0..<8 {
      for file in ["1.jsonl", "a/2.jsonl", "b/3.jsonl"] {
        fixture.folder.removeFile("sources/\(file)")
        guard Int.random(in: 0..<4, using: &random) > 0 else { continue }
        let lines = (0..<Int.random(in: 1...12, using: &random)).map { _ in
          Int.random(in: 0..<12, using: &random) == 0
            ? "{"
            : Article(
              "\(Int.random(in: 0..<15, using: &random))", "", "\(Int.random(in: 0..<3, using: &random))"
            ).jsonLine
        }
        fixture.write(lines.joined(separator: "\n"), to: file)
      }
      let roots = ["", "/a", "/b"].filter { _ in Bool.random(using: &random) }.map { fixture.sources + $0 }
      let options = ReindexOptions(
        prune: Bool.random(using: &random), jobs: Int.random(in: 1...2, using: &random))
      try expectAgreement(fixture, roots, options, "seed \(random.seed)")
    }
    #expect(try fixture.writable().check() == [], "seed \(random.seed)")
  }
}
