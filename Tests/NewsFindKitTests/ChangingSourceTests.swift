import Glibc
import TestSupport
import Testing

@testable import NewsFindKit

/// Files that change while they are read: what the run makes of them is set right by the next one.
@Suite struct ChangingSourceTests {
  /// What happens to the file when the first batch of it was read.
  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// How many articles the file holds in the end; `nil` where it is gone.
    let left: Int?
    let make: @Sendable (IndexFixture) -> Void
  }

  /// Four batches.
  private static let articles = (0..<1_000).map { article($0) }

  private static func article(_ number: Int, _ word: String = "commun") -> Article {
    Article(
      "a\(number)", "Titre \(number)", "Un texte \(word), assez long pour que le fichier en tienne peu.")
  }

  private static func lines(_ articles: some Sequence<Article>) -> [UInt8] {
    Array(articles.map { $0.jsonLine + "\n" }.joined().utf8)
  }

  private static func append(_ bytes: [UInt8], to path: String) {
    let file = open(path, O_WRONLY | O_APPEND)
    write(file, bytes, bytes.count)
    close(file)
  }

  static let changes = [
    Change(testDescription: "it grows", left: 1_010) {
      append(lines((1_000..<1_010).map { article($0) }), to: "\($0.sources)/articles.jsonl")
    },
    Change(testDescription: "it is cut short", left: 400) {
      truncate("\($0.sources)/articles.jsonl", off_t(lines(articles.prefix(400)).count))
    },
    Change(testDescription: "it is emptied and written again", left: 900) {
      $0.write(articles.suffix(900).map { $0.jsonLine + "\n" }.joined(), to: "articles.jsonl")
    },
    Change(testDescription: "its articles change in place", left: 1_000) { fixture in
      fixture.write((0..<1_000).map { article($0, "autres") }, to: "articles.jsonl")
    },
    Change(testDescription: "another file takes its name", left: 300) { fixture in
      fixture.write((900..<1_200).map { article($0, "autre") }, to: "new.jsonl")
      fixture.folder.move("sources/new.jsonl", to: "sources/articles.jsonl")
    },
    Change(testDescription: "it moves", left: 1_000) { fixture in
      fixture.folder.move("sources/articles.jsonl", to: "sources/moved.jsonl")
    },
    Change(testDescription: "it vanishes", left: nil) { fixture in
      fixture.folder.removeFile("sources/articles.jsonl")
    },
    Change(testDescription: "a folder takes its place", left: 50) { fixture in
      fixture.folder.removeFile("sources/articles.jsonl")
      fixture.write(articles.prefix(50).map { $0 }, to: "articles.jsonl/a.jsonl")
    },
  ]

  @Test(arguments: changes, [1, 2])
  func `the next run has what the file holds then`(change: Change, jobs: Int) throws {
    let fixture = IndexFixture()
    fixture.write(Self.articles)
    let index = try fixture.writable()
    var isMade = false
    let first = try index.reindex([fixture.sources], options: ReindexOptions(jobs: jobs)) { _ in
      if !isMade { change.make(fixture) }
      isMade = true
    }
    #expect(isMade)
    // What was read is whole, whatever became of the file meanwhile.
    #expect(try index.check() == [])
    #expect(first.added >= 256)
    #expect(try index.statistics().articles == first.added)

    let second = try index.reindex([fixture.sources], options: ReindexOptions(prune: true, jobs: jobs))
    #expect(second.rejectionCount == 0)
    #expect(try index.statistics().articles == change.left ?? 0)
    #expect(try index.check(withSources: true) == [])
    let third = try index.reindex([fixture.sources], options: ReindexOptions(prune: true))
    #expect([third.added, third.changed, third.moved, third.removed] == [0, 0, 0, 0])
  }

  @Test func `files that come and go in a folder that is walked are taken or left whole`() throws {
    let fixture = IndexFixture()
    for number in 0..<5 {
      fixture.write((0..<300).map { Article("\(number)-\($0)", "", "commun") }, to: "\(number).jsonl")
    }
    let index = try fixture.writable()
    var batches = 0
    _ = try index.reindex([fixture.sources], options: ReindexOptions(jobs: 1)) { _ in
      batches += 1
      if batches == 1 { fixture.folder.removeFile("sources/3.jsonl") }
      if batches == 2 { fixture.folder.move("sources/4.jsonl", to: "sources/40.jsonl") }
      if batches == 3 { fixture.write([Article("9", "", "commun")], to: "9.jsonl") }
    }
    #expect(try index.check() == [])
    let second = try index.reindex([fixture.sources], options: ReindexOptions(prune: true))
    #expect(second.rejectionCount == 0)
    #expect(try index.statistics().articles == 4 * 300 + 1)
    #expect(try index.check(withSources: true) == [])
  }
}
