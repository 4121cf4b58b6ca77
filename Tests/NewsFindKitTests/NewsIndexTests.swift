import SQLiteStore
import TestSupport
import Testing

@testable import NewsFindKit

/// Making and opening an index.
@Suite struct NewsIndexTests {
  /// A file that is no index, and what opening it says.
  struct WrongFile: Sendable, CustomTestStringConvertible {
    let name: String
    let make: @Sendable (_ path: String, _ folder: TemporaryFolder) throws -> Void
    let expected: @Sendable (_ path: String) -> NewsIndexError

    var testDescription: String { name }
  }

  /// Makes an index at a path and changes it behind its back.
  private static func index(_ path: String, _ change: String) throws {
    _ = try NewsIndex.create(at: path)
    try Connection(path: path, mode: .readWrite).execute(change)
  }

  static let wrongFiles = [
    WrongFile(name: "a text") { _, folder in
      folder.write("Le cosmodrome de Vostotchny est en Extrême-Orient.\n", to: "index.sqlite")
    } expected: {
      .notAnIndex(path: $0)
    },
    WrongFile(name: "a long text") { _, folder in
      folder.write(String(repeating: "espace ", count: 10_000), to: "index.sqlite")
    } expected: {
      .notAnIndex(path: $0)
    },
    WrongFile(name: "two bytes") { _, folder in
      folder.write("SQ", to: "index.sqlite")
    } expected: {
      .notAnIndex(path: $0)
    },
    WrongFile(name: "the database of another program") { path, _ in
      try Connection(path: path, mode: .create).execute("CREATE TABLE article(id, title)")
    } expected: {
      .notAnIndex(path: $0)
    },
    WrongFile(name: "the empty database of another program") { path, _ in
      try Connection(path: path, mode: .create).execute("PRAGMA application_id = 7")
    } expected: {
      .notAnIndex(path: $0)
    },
    WrongFile(name: "an index of a later version") { path, _ in
      try index(path, "PRAGMA user_version = \(IndexSchema.version + 1)")
    } expected: {
      .newerSchema(path: $0, found: Int(IndexSchema.version) + 1)
    },
    WrongFile(name: "an index of an earlier version") { path, _ in
      try index(path, "PRAGMA user_version = \(IndexSchema.version - 1)")
    } expected: {
      .olderSchema(path: $0, found: Int(IndexSchema.version) - 1)
    },
    WrongFile(name: "an index of another analyzer") { path, _ in
      try index(path, "UPDATE property SET value = 'fr-0' WHERE name = 'analyzer'")
    } expected: {
      .otherAnalyzer(path: $0, found: "fr-0")
    },
    WrongFile(name: "an index that names no analyzer") { path, _ in
      try index(path, "DELETE FROM property")
    } expected: {
      .otherAnalyzer(path: $0, found: "")
    },
  ]

  @Test(arguments: wrongFiles)
  func `a file that is no index is told apart, and left alone`(file: WrongFile) throws {
    let folder = TemporaryFolder()
    let path = folder.file("index.sqlite")
    try file.make(path, folder)
    let before = FileImage(path)
    #expect(throws: file.expected(path)) { try NewsIndex.open(at: path) }
    #expect(throws: file.expected(path)) { try NewsIndex.open(at: path, access: .readWrite) }
    #expect(throws: file.expected(path)) { try NewsIndex.create(at: path) }
    #expect(throws: file.expected(path)) { try NewsIndex.dryRun(at: path, with: []) }
    #expect(FileImage(path) == before)
  }

  @Test func `a file that is not there is no index, and is not made by opening`() throws {
    let folder = TemporaryFolder()
    let path = folder.file("none.sqlite")
    #expect(throws: NewsIndexError.noIndex(path: path)) { try NewsIndex.open(at: path) }
    #expect(throws: NewsIndexError.noIndex(path: path)) { try NewsIndex.open(at: path, access: .readWrite) }
    #expect(throws: NewsIndexError.noIndex(path: "\(path)/below")) {
      try NewsIndex.open(at: "\(path)/below")
    }
    #expect(!FileStatus.exists(path))
  }

  @Test func `a folder cannot be opened, nor a file made in one that is not there`() throws {
    let folder = TemporaryFolder()
    for open in [{ try NewsIndex.open(at: $0) }, { try NewsIndex.create(at: $0) }] {
      let error = try #require(throws: NewsIndexError.self) { try open(folder.path) }
      guard case .cannotOpen(folder.path, _) = error else {
        Issue.record("\(error)")
        continue
      }
    }
    let path = folder.file("none/index.sqlite")
    let error = try #require(throws: NewsIndexError.self) { try NewsIndex.create(at: path) }
    guard case .cannotOpen(path, _) = error else {
      Issue.record("\(error)")
      return
    }
  }

  @Test func `an empty file becomes an index when one is made there, not before`() throws {
    let folder = TemporaryFolder()
    let path = folder.write("", to: "index.sqlite")
    #expect(throws: NewsIndexError.notAnIndex(path: path)) { try NewsIndex.open(at: path) }
    #expect(throws: NewsIndexError.notAnIndex(path: path)) {
      try NewsIndex.open(at: path, access: .readWrite)
    }
    #expect(FileStatus.size(path) == 0)
    _ = try NewsIndex.create(at: path)
    #expect(try NewsIndex.open(at: path).statistics().articles == 0)
  }

  @Test func `making an index where there is one opens that`() throws {
    let fixture = try IndexFixture([Article("a", "Un lanceur", "Ariane décolle.")])
    let again = try NewsIndex.create(at: fixture.path)
    #expect(again.access == .readWrite)
    #expect(again.path == fixture.path)
    #expect(try again.search("lanceur").total == 1)
  }

  @Test func `an index opened to read is never written`() throws {
    let fixture = try IndexFixture([Article("a", "Un lanceur", "Ariane décolle.")])
    let before = FileImage(fixture.path)
    let index = try fixture.open()
    #expect(index.access == .readOnly)
    #expect(throws: NewsIndexError.readOnly(path: fixture.path)) { try index.reindex([fixture.sources]) }
    #expect(throws: NewsIndexError.readOnly(path: fixture.path)) { try index.check() }
    #expect(throws: NewsIndexError.readOnly(path: fixture.path)) { try index.repair() }
    #expect(try index.search("Ariane").total == 1)
    #expect(try index.statistics().terms > 0)
    #expect(try index.article(id: "a", highlighting: "ariane") != nil)
    #expect(FileImage(fixture.path) == before)
  }

  @Test func `an index that vanished is an error of the next reindexing`() throws {
    let fixture = try IndexFixture([Article("a", "Un lanceur", "Ariane décolle.")])
    let index = try fixture.writable()
    for suffix in ["", "-wal", "-shm"] { fixture.folder.removeFile("index.sqlite\(suffix)") }
    #expect(throws: NewsIndexError.noIndex(path: fixture.path)) { try index.reindex([fixture.sources]) }
    #expect(throws: NewsIndexError.noIndex(path: fixture.path)) { try index.search("lanceur") }
  }

  @Test func `an index half made by a process that was killed is made by the next`() throws {
    let folder = TemporaryFolder()
    let path = folder.file("index.sqlite")
    try Connection(path: path, mode: .create).execute("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL")
    #expect(throws: NewsIndexError.notAnIndex(path: path)) { try NewsIndex.open(at: path) }
    _ = try NewsIndex.create(at: path)
    #expect(try NewsIndex.open(at: path).statistics().articles == 0)
  }

  @Test func `statistics tell what the index holds`() throws {
    var first = Article("a", "Un lanceur", lead: "Le pas de tir.", "Ariane décolle.", section: "Espace")
    first.date = ArticleDate("2023-09-13")
    var second = Article("b", "", "Des lanceurs", section: "Économie")
    second.date = ArticleDate("2019")
    let fixture = try IndexFixture([
      first, second, Article("c", "Sans date", "rien"), Article("d", "Un", "Un", section: "Espace"),
    ])
    let statistics = try fixture.open().statistics()
    #expect(statistics.articles == 4)
    #expect(statistics.schema == Int(IndexSchema.version))
    #expect(statistics.analyzer == TextAnalysis.version)
    #expect(statistics.firstDate == "2019")
    #expect(statistics.lastDate == "2023-09-13")
    #expect(statistics.bytes >= FileStatus.size(fixture.path))
    #expect(statistics.sections.map(\.name) == ["Espace", nil, "Économie"])
    #expect(statistics.sections.map(\.articles) == [2, 1, 1])
    let texts = ["Un lanceur", "Le pas de tir.", "Ariane décolle.", "Des lanceurs", "Sans date", "rien"]
    #expect(statistics.terms == Set(texts.flatMap { TextAnalysis().tokens(of: $0).flatMap(\.terms) }).count)
  }
}
