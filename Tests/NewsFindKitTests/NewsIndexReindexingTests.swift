import Glibc
import TestSupport
import Testing

@testable import NewsFindKit

/// Bringing an index into line with its sources.
@Suite struct NewsIndexReindexingTests {
  private static let articles = [
    Article("a", "Un lanceur", "Ariane décolle."), Article("b", "Une grève", "Les trains sont à l'arrêt."),
    Article("c", "Un procès", "Le verdict est tombé."),
  ]

  /// Added, changed, unchanged, removed, rejected.
  private func counts(_ summary: ReindexSummary) -> [Int] {
    [summary.added, summary.changed, summary.unchanged, summary.removed, summary.rejectionCount]
  }

  @Test(arguments: [1, 2])
  func `articles are added, changed or left alone`(jobs: Int) throws {
    let fixture = IndexFixture()
    let index = try fixture.writable()
    let options = ReindexOptions(jobs: jobs)
    fixture.write(Self.articles)
    #expect(counts(try index.reindex([fixture.sources], options: options)) == [3, 0, 0, 0, 0])
    #expect(counts(try index.reindex([fixture.sources], options: options)) == [0, 0, 3, 0, 0])

    var edited = Self.articles
    edited[1].body = "Les trains roulent."
    edited.append(Article("d", "Un séisme", "La terre a tremblé."))
    fixture.write(edited)
    let summary = try index.reindex([fixture.sources], options: options)
    #expect(counts(summary) == [1, 1, 2, 0, 0])
    #expect(summary.articles == 4)
    #expect(!summary.isCancelled)
    #expect(try index.search("arrêt").total == 0)
    #expect(try index.search("roulent").hits.map(\.id) == ["b"])
    #expect(try index.search("séisme").hits.map(\.id) == ["d"])
    #expect(try index.statistics().articles == 4)
    #expect(try index.check() == [])
  }

  @Test(arguments: [
    Article("a", "nouveau", lead: "ancien", "ancien"), Article("a", "ancien", lead: "nouveau", "ancien"),
    Article("a", "ancien", lead: "ancien", "nouveau"), Article("a", "", lead: "", "nouveau"),
  ])
  func `an edit of any text is followed`(article: Article) throws {
    let fixture = try IndexFixture([Article("a", "ancien", lead: "ancien", "ancien")])
    fixture.write([article])
    let index = try fixture.writable()
    #expect(counts(try index.reindex([fixture.sources])) == [0, 1, 0, 0, 0])
    #expect(try index.search("nouveau").total == 1)
    #expect(try index.article(id: "a")?.article == article)
    #expect(try index.check() == [])
  }

  @Test func `an article comes back as it was indexed`() throws {
    var whole = Article("n° 1/a", "Le « titre »", lead: "Un chapô.", "Un\nDeux", section: "Économie")
    whole.date = ArticleDate("2023-09-13T11:05+02:00")
    whole.url = "https://example.org/?a=1&b=\"2\""
    whole.author = "Zoé L’Œil"
    whole.language = "fr"
    whole.source = "AFP"
    let fixture = try IndexFixture([whole, Article("2", "", "seul")])
    let index = try fixture.open()
    let found = try #require(try index.article(id: "n° 1/a"))
    #expect(found.article == whole)
    #expect(found.path.hasSuffix("/sources/articles.jsonl"))
    #expect(try index.article(id: "2")?.article == Article("2", "", "seul"))
    #expect(try index.article(id: "3") == nil)
    #expect(try index.article(id: "N° 1/A") == nil)
  }

  @Test(arguments: [1, 2])
  func `a second article with the id of another is rejected with its file and line`(jobs: Int) throws {
    let fixture = IndexFixture()
    let first = fixture.write([Article("a", "", "première"), Article("b", "", "seule")], to: "1.jsonl")
    let second = fixture.write(
      [Article("c", "", "troisième"), Article("a", "", "seconde"), Article("b", "", "seule")], to: "2.jsonl")
    let summary = try fixture.writable().reindex([first, second], options: ReindexOptions(jobs: jobs))
    #expect(counts(summary) == [3, 0, 1, 0, 1])
    let rejection = try #require(summary.rejections.first)
    #expect(rejection.path == second)
    #expect(rejection.line == 2)
    #expect(rejection.reason.contains("'a'"))
    #expect(try fixture.search("première") == ["a"])
    #expect(try fixture.search("seconde") == [])
  }

  @Test func `a rejected article does not keep others from being indexed`() throws {
    let fixture = IndexFixture()
    fixture.write(
      "{\"id\": \"a\", \"text\": \"un\"}\n{\n{\"id\": \"b\", \"text\": \"deux\"}\n", to: "x.jsonl")
    fixture.write("", to: "empty.txt")
    let summary = try fixture.writable().reindex([fixture.sources, fixture.folder.file("none")])
    #expect(counts(summary) == [2, 0, 0, 0, 3])
    #expect(Set(summary.rejections.map { $0.line ?? 0 }) == [0, 2])
  }

  @Test func `a text that is not UTF-8 is counted as repaired`() throws {
    let fixture = IndexFixture()
    let bytes =
      Array("{\"id\": \"a\", \"text\": \"un ".utf8) + [0x81, 0x20, 0xC3, 0xA9] + Array("\"}\n".utf8)
    fixture.folder.write(bytes, to: "sources/a.jsonl")
    #expect(try fixture.writable().reindex([fixture.sources]).repaired == 1)
  }

  @Test func `a file that moved is followed by the ids of its records`() throws {
    let fixture = IndexFixture()
    fixture.write(Self.articles, to: "old/a.jsonl")
    let index = try fixture.writable()
    _ = try index.reindex([fixture.sources])
    fixture.folder.move("sources/old", to: "sources/new")
    let summary = try index.reindex([fixture.sources], options: ReindexOptions(prune: true))
    #expect(counts(summary) == [0, 0, 0, 0, 0])
    #expect(summary.moved == 3)
    #expect(try index.article(id: "a")?.path.hasSuffix("/sources/new/a.jsonl") == true)
    #expect(try index.check() == [])
  }

  @Test(arguments: [0, 1])
  func `one thread and two make the same index`(run: Int) throws {
    var random = SeededGenerator()
    let texts = RandomText(&random)
    let sections = ["Sport", "Espace", "Économie", nil]
    let articles = (0..<400).map { number in
      Article(
        "id \(number)", texts.sentence(&random, 0...9), lead: texts.sentence(&random, 0...15),
        texts.text(&random, 1...3), section: sections[Int.random(in: 0...3, using: &random)])
    }
    let indexes = try [1, 2].map { jobs in
      let fixture = IndexFixture()
      let index = try fixture.writable()
      for part in [articles[..<300], articles[250...]] {
        fixture.write(Array(part))
        _ = try index.reindex([fixture.sources], options: ReindexOptions(jobs: jobs))
      }
      return try fixture.dump()
    }
    #expect(indexes[0] == indexes[1], "seed \(random.seed)")
  }

  @Test(arguments: [1, 2])
  func `progress rises to the end`(jobs: Int) throws {
    let fixture = IndexFixture()
    for file in 0..<3 {
      fixture.write(
        (0..<260).map { Article("\(file)-\($0)", "Titre \($0)", "Un texte.") }, to: "\(file).jsonl")
    }
    var seen: [ReindexProgress] = []
    let summary = try fixture.writable().reindex([fixture.sources], options: ReindexOptions(jobs: jobs)) {
      seen.append($0)
    }
    let last = try #require(seen.last)
    #expect(seen.count > 2)
    for (one, next) in zip(seen, seen.dropFirst()) {
      #expect(one.articles < next.articles)
      #expect(one.bytes <= next.bytes)
    }
    #expect(seen.allSatisfy { $0.totalBytes == last.bytes })
    #expect(last.articles == 780)
    #expect(summary.bytes == last.bytes)
    #expect(summary.bytes == (0..<3).reduce(0) { $0 + FileStatus.size("\(fixture.sources)/\($1).jsonl") })
  }

  @Test(arguments: [1, 2])
  func `cancelling keeps what was done and says so`(jobs: Int) async throws {
    let fixture = IndexFixture()
    fixture.write((0..<600).map { Article("\($0)", "Titre \($0)", "Un texte.") })
    let index = try fixture.writable()
    let sources = fixture.sources
    let summary = try await Task {
      try index.reindex([sources], options: ReindexOptions(prune: true, jobs: jobs)) { _ in
        withUnsafeCurrentTask { $0?.cancel() }
      }
    }.value
    #expect(summary.isCancelled)
    #expect(summary.added == 256)
    #expect(try index.statistics().articles == summary.added)
    #expect(try index.check() == [])
    // The next run goes on from there.
    #expect(counts(try index.reindex([fixture.sources])) == [600 - 256, 0, 256, 0, 0])
  }

  @Test func `no paths change nothing`() throws {
    let fixture = try IndexFixture(Self.articles)
    #expect(
      counts(try fixture.writable().reindex([], options: ReindexOptions(prune: true))) == [0, 0, 0, 0, 0])
    #expect(try fixture.open().statistics().articles == 3)
  }

  @Test func `rejections beyond the first thousand are only counted`() throws {
    let fixture = IndexFixture()
    fixture.write(String(repeating: "{\n", count: 1_010), to: "a.jsonl")
    let summary = try fixture.writable().reindex([fixture.sources])
    #expect(summary.rejectionCount == 1_010)
    #expect(summary.rejections.count == ReindexSummary.maximumRejections)
    #expect(summary.rejections.last?.line == ReindexSummary.maximumRejections)
  }

  @Test func `what was read a while ago is found before all is read`() throws {
    let fixture = IndexFixture()
    for file in 0..<3 {
      fixture.write((0..<256).map { Article("\(file)-\($0)", "", "commun") }, to: "\(file).jsonl")
    }
    let index = try fixture.writable()
    var found: [Int] = []
    _ = try index.reindex([fixture.sources], options: ReindexOptions(jobs: 1)) { _ in
      found.append((try? index.search("commun").total) ?? -1)
      // Longer than a transaction lasts.
      if found.count == 1 { usleep(1_100_000) }
    }
    #expect(found == [0, 256, 256, 256])
    #expect(try index.search("commun").total == 768)
  }
}
