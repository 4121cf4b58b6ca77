import Glibc
import SQLiteStore
import Synchronization
import TestSupport
import Testing

@testable import NewsFindKit

/// What a run reads again, and whose article it is.
@Suite struct IncrementalTests {
  private let fixture = IndexFixture()

  private func reindex(_ options: ReindexOptions = ReindexOptions()) throws -> ReindexSummary {
    try fixture.writable().reindex([fixture.sources], options: options)
  }

  /// New, changed, unchanged, moved, removed, already there.
  private func counts(_ summary: ReindexSummary) -> [Int] {
    [
      summary.added, summary.changed, summary.unchanged, summary.moved, summary.removed, summary.duplicates,
    ]
  }

  private func page(_ title: String, _ text: String) -> String { "Sport\n\n\(title)\n\n\(text)\n" }

  /// Sets when a source was written last, in seconds since 1970.
  private func touch(_ name: String, _ seconds: Int) {
    var times = [timespec(), timespec()]
    for index in times.indices {
      times[index].tv_sec = seconds
      times[index].tv_nsec = 7
    }
    utimensat(AT_FDCWD, "\(fixture.sources)/\(name)", &times, 0)
  }

  private func row(_ id: String) throws -> Int64? {
    let row = try IndexConnection.reader(fixture.path).connection.prepare(
      "SELECT id FROM article WHERE document_id = ?1")
    return try row.bind(id, at: 1).step() ? row.integer(0) : nil
  }

  @Test(arguments: [1, 2])
  func `a file of the same size and time is not read again`(jobs: Int) throws {
    let options = ReindexOptions(jobs: jobs)
    fixture.write(page("Un match", "Ils gagnent."), to: "a.txt")
    touch("a.txt", 1_600_000_000)
    #expect(counts(try reindex(options)) == [1, 0, 0, 0, 0, 0])
    fixture.write(page("Un match", "Ils perdent."), to: "a.txt")
    touch("a.txt", 1_600_000_000)
    #expect(counts(try reindex(options)) == [0, 0, 1, 0, 0, 0])
    #expect(try fixture.search("gagnent") == ["a.txt"])
    touch("a.txt", 1_600_000_001)
    #expect(counts(try reindex(options)) == [0, 1, 0, 0, 0, 0])
    #expect(try fixture.search("perdent") == ["a.txt"])
  }

  @Test func `an edit right after the reading is seen, though size and time are the same`() throws {
    fixture.write(page("Un match", "Ils gagnent."), to: "a.txt")
    var status = stat()
    stat("\(fixture.sources)/a.txt", &status)
    // However slow this machine is, the reading follows at once.
    status.st_mtim.tv_sec += 60
    var times = [status.st_mtim, status.st_mtim]
    utimensat(AT_FDCWD, "\(fixture.sources)/a.txt", &times, 0)
    _ = try reindex()
    fixture.write(page("Un match", "Ils perdent."), to: "a.txt")
    utimensat(AT_FDCWD, "\(fixture.sources)/a.txt", &times, 0)
    #expect(counts(try reindex()) == [0, 1, 0, 0, 0, 0])
    #expect(try fixture.search("perdent") == ["a.txt"])
  }

  @Test func `a file that was only touched changes nothing`() throws {
    fixture.write([Article("a", "", "un"), Article("b", "", "deux")])
    touch("articles.jsonl", 1_600_000_000)
    _ = try reindex()
    touch("articles.jsonl", 1_600_000_009)
    #expect(counts(try reindex()) == [0, 0, 2, 0, 0, 0])
    #expect(counts(try reindex()) == [0, 0, 2, 0, 0, 0])
  }

  @Test func `of one changed line in a file only that article is written`() throws {
    var articles = (0..<500).map { Article("a\($0)", "Titre \($0)", "texte commun") }
    fixture.write(articles)
    _ = try reindex()
    articles[250].body = "texte autre"
    fixture.write(articles)
    #expect(counts(try reindex()) == [0, 1, 499, 0, 0, 0])
  }

  @Test func `pages that moved keep their rows, under their new ids`() throws {
    for number in 0..<5 {
      fixture.write(page("Match \(number)", "Ils ont gagné \(number)."), to: "old/\(number).txt")
    }
    fixture.write("{\"text\": \"sans identité\"}\n", to: "old/list.jsonl")
    _ = try reindex()
    let rows = try (0..<5).map { try row("old/\($0).txt") }
    let list = try row("old/list.jsonl:1")
    fixture.folder.move("sources/old", to: "sources/new")
    #expect(counts(try reindex(ReindexOptions(prune: true))) == [0, 0, 0, 6, 0, 0])
    #expect(try (0..<5).map { try row("new/\($0).txt") } == rows)
    #expect(try row("new/list.jsonl:1") == list)
    #expect(try fixture.open().article(id: "new/3.txt")?.path.hasSuffix("/new/3.txt") == true)
    #expect(counts(try reindex(ReindexOptions(prune: true))) == [0, 0, 6, 0, 0, 0])
    #expect(try fixture.writable().check(withSources: true) == [])
  }

  @Test func `a copy is no move`() throws {
    fixture.write(page("Match", "Ils ont gagné."), to: "a.txt")
    _ = try reindex()
    fixture.write(page("Match", "Ils ont gagné."), to: "b.txt")
    #expect(counts(try reindex()) == [1, 0, 1, 0, 0, 0])
    #expect(Set(try fixture.search("gagné")) == ["a.txt", "b.txt"])
  }

  private func line(_ id: String, _ url: String, _ title: String, _ text: String) -> String {
    "{\"id\": \"\(id)\", \"url\": \"\(url)\", \"title\": \"\(title)\", \"text\": \"\(text)\"}\n"
  }

  @Test
  func `two sources of one address and title are one article, and the second comes in when the first goes`()
    throws
  {
    fixture.write(line("a", "https://www.exemple.fr/sport/match-1", "Le match", "récit un"), to: "1.jsonl")
    fixture.write(
      line("b", "http://exemple.fr/sport/match-1/?utm_source=x#haut", "Le match", "récit deux")
        + line("c", "https://www.exemple.fr/sport/match-1", "Un autre titre", "récit trois")
        + line("d", "https://www.exemple.fr/", "Le match", "récit quatre")
        + line("e", "https://www.exemple.fr/", "Le match", "récit cinq"), to: "2.jsonl")
    #expect(counts(try reindex()) == [4, 0, 0, 0, 0, 1])
    #expect(try Set(fixture.search("récit")) == ["a", "c", "d", "e"])
    fixture.folder.removeFile("sources/1.jsonl")
    #expect(try reindex(ReindexOptions(prune: true)).removed == 0)
    #expect(try Set(fixture.search("récit")) == ["b", "c", "d", "e"])
    #expect(try fixture.writable().check() == [])
  }

  @Test func `an article that two files hold stays when one of them goes`() throws {
    fixture.write([Article("a", "", "commun"), Article("b", "", "commun")], to: "1.jsonl")
    fixture.write([Article("a", "", "commun")], to: "2.jsonl")
    _ = try reindex()
    fixture.folder.removeFile("sources/1.jsonl")
    #expect(try reindex(ReindexOptions(prune: true)).removed == 1)
    #expect(try fixture.search("commun") == ["a"])
    #expect(try fixture.open().article(id: "a")?.path.hasSuffix("/2.jsonl") == true)
  }

  @Test func `of two files with one id the first wins, whichever was edited last`() throws {
    fixture.write([Article("a", "", "premier")], to: "1.jsonl")
    fixture.write([Article("a", "", "second")], to: "2.jsonl")
    for edit in 0..<3 {
      let summary = try reindex()
      #expect(summary.rejectionCount == 1, "run \(edit)")
      #expect(try fixture.search("premier") == ["a"], "run \(edit)")
      fixture.write([Article("a", "", "second \(edit)")], to: "2.jsonl")
    }
  }

  @Test func `what was taken out of a file earlier is pruned later, though the file is as it was`() throws {
    fixture.write([Article("a", "", "un"), Article("b", "", "un")])
    _ = try reindex()
    fixture.write([Article("a", "", "un")])
    touch("articles.jsonl", 1_600_000_000)
    _ = try reindex()
    #expect(try fixture.search("un").count == 2)
    var said = 0
    _ = try fixture.writable().reindex([fixture.sources], options: ReindexOptions(prune: true)) {
      if $0.removing > 0 { said = $0.removing }
    }
    #expect(said == 1)
    #expect(try fixture.search("un") == ["a"])
  }

  @Test func `a file with rejections is read, and told of, again`() throws {
    fixture.write("{\"id\": \"a\", \"text\": \"un\"}\n{oops\n", to: "a.jsonl")
    touch("a.jsonl", 1_600_000_000)
    #expect(try reindex().rejectionCount == 1)
    #expect(try reindex().rejectionCount == 1)
  }

  @Test func `the check tells what is gone, changed or as it was`() throws {
    for name in ["a", "b", "c"] { fixture.write(page("Match", "Partie \(name)."), to: "\(name).txt") }
    _ = try reindex()
    let index = try fixture.writable()
    #expect(try index.check(withSources: true) == [])
    fixture.folder.removeFile("sources/a.txt")
    fixture.write(page("Match", "Autre."), to: "b.txt")
    let problems = try index.check(withSources: true)
    #expect(problems.map(\.part) == [.sources, .sources])
    #expect(problems[0].detail.contains("no longer there: 1") && problems[0].detail.contains("a.txt"))
    #expect(problems[1].detail.contains("not as they were indexed: 1"))
    #expect(try index.check() == [])
  }

  @Test func `an interrupted run goes on where it stopped`() throws {
    for number in 0..<300 { fixture.write(page("Match \(number)", "Partie commune."), to: "\(number).txt") }
    let batches = Atomic(0)
    let summary = try reindex(
      ReindexOptions(jobs: 1, isCancelled: { batches.add(1, ordering: .relaxed).newValue > 1 }))
    #expect(summary.isCancelled && summary.added == 256)
    #expect(counts(try reindex()) == [44, 0, 256, 0, 0, 0])
    #expect(try fixture.writable().check(withSources: true) == [])
  }
}
