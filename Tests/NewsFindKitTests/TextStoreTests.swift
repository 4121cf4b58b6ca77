import SQLiteStore
import TestSupport
import Testing

@testable import NewsFindKit

/// How the texts of articles are packed, and read again.
@Suite struct TextStoreTests {
  /// Articles of some length that resemble one another.
  private static func articles(_ count: Int) -> [Article] {
    (0..<count).map { number in
      Article(
        "a\(number)", "Le port de Sète, épisode \(number)", lead: number % 3 == 0 ? "Chapô \(number)" : "",
        (0..<20).map { "Le chalutier numéro \($0 * number) attend la marée de l’aube." }.joined(
          separator: "\n"))
    }
  }

  private func stored(_ fixture: IndexFixture) throws -> Int {
    Int(
      try IndexConnection.reader(fixture.path).connection.integer("SELECT sum(length(texts)) FROM article")
        ?? 0)
  }

  @Test(arguments: [0, 1, 127, 128, 20_000])
  func `texts of any size come back as they were`(size: Int) throws {
    let text = String(repeating: "é", count: size)
    let fixture = IndexFixture()
    fixture.write([
      Article("a", text, lead: text, text + "."), Article("b", "", lead: text, "x"), Article("c", text, "x"),
    ])
    _ = try fixture.writable().reindex([fixture.sources])
    let articles = try fixture.articles()
    #expect(articles.map(\.title) == [text, "", text])
    #expect(articles.map(\.lead) == [text, text, ""])
    #expect(articles.map(\.body) == [text + ".", "x", "x"])
    #expect(try fixture.writable().check() == [])
  }

  @Test func `the bytes of texts are told from others`() {
    for bytes: [UInt8] in [
      [], [0x80], [1, 0], [0, 1], [5, 200, 1, 0], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
    ] {
      #expect(bytes.withUnsafeBytes { ArticleTexts.Parts($0) == nil }, "\(bytes)")
    }
    let texts = ArticleTexts(Article("a", "titre", lead: "chapô", "corps"))
    let bytes = Array(texts.bytes(behind: 7).dropFirst())
    #expect(bytes.withUnsafeBytes { ArticleTexts.Parts($0).map { ArticleTexts($0) } } == texts)
  }

  #if Compression
    @Test func `an index with its texts is smaller than they are`() throws {
      let fixture = IndexFixture()
      fixture.write(Self.articles(400))
      _ = try fixture.writable().reindex([fixture.sources])
      let connection = try IndexConnection.reader(fixture.path).connection
      #expect(try connection.integer("SELECT count(*) FROM dictionary") == 1)
      let bytes = Self.articles(400).map { ArticleTexts($0).byteCount }.reduce(0, +)
      #expect(try stored(fixture) * 4 < bytes)
      #expect(try fixture.articles() == Self.articles(400))
    }

    @Test func `few articles have no dictionary, and get one when there are more`() throws {
      let fixture = IndexFixture()
      fixture.write(Self.articles(3))
      let index = try fixture.writable()
      _ = try index.reindex([fixture.sources])
      let reader = try IndexConnection.reader(fixture.path).connection
      #expect(try reader.integer("SELECT count(*) FROM dictionary") == 0)
      fixture.write(Self.articles(300))
      _ = try index.reindex([fixture.sources])
      #expect(try reader.integer("SELECT count(*) FROM dictionary") == 1)
      // The same articles again make no second one, nor do others.
      _ = try index.reindex([fixture.sources])
      fixture.write(Self.articles(500))
      #expect(try index.reindex([fixture.sources]).added == 200)
      #expect(try reader.integer("SELECT count(*) FROM dictionary") == 1)
      #expect(try fixture.articles() == Self.articles(500))
      #expect(try index.check() == [])
    }

    @Test func `a reader that is open reads with the dictionary of a rebuilt index`() throws {
      let fixture = IndexFixture()
      fixture.write(Self.articles(300))
      _ = try fixture.writable().reindex([fixture.sources])
      let index = try fixture.open()
      #expect(try index.article(id: "a7")?.article == Self.articles(8)[7])
      fixture.write(Self.articles(300).map { Article($0.id, $0.title, $0.body + "\nRien de plus.") })
      _ = try NewsIndex.rebuild(at: fixture.path, from: [fixture.sources])
      #expect(try index.article(id: "a7")?.article.body.hasSuffix("Rien de plus.") == true)
      #expect(try index.search("chalutier").hits.count == 10)
    }

    /// Bytes that are no texts, and a change of the dictionary.
    @Test(arguments: [
      "UPDATE article SET texts = x''", "UPDATE article SET texts = x'09AA'",
      "UPDATE article SET texts = x'0128B52FFD'", "UPDATE article SET texts = x'01AABBCC'",
      "UPDATE article SET texts = x'000900'",
      "UPDATE article SET texts = substr(texts, 1, length(texts) / 2)",
      "DELETE FROM dictionary", "UPDATE dictionary SET bytes = x'00'",
    ])
    func `damaged texts are said to be damaged`(damage: String) throws {
      let fixture = IndexFixture()
      fixture.write(Self.articles(300))
      _ = try fixture.writable().reindex([fixture.sources])
      try Connection(path: fixture.path, mode: .readWrite).execute(damage)
      let error = try #require(throws: NewsIndexError.self) { _ = try fixture.open().article(id: "a7") }
      guard case .damaged = error else {
        Issue.record("\(error)")
        return
      }
      #expect(throws: NewsIndexError.self) { try fixture.open().search("chalutier") }
      let index = try fixture.writable()
      #expect(try index.check().first?.part == .articles)
      // What is lost is said, and comes back from its source.
      #expect(try !index.repair().isEmpty)
      #expect(try index.check() == [])
      _ = try index.reindex([fixture.sources])
      #expect(try index.statistics().articles == 300)
      #expect(try index.check() == [])
    }
  #endif

  @Test func `an index with another compression is not read, and the message says what to do`() throws {
    let fixture = try IndexFixture([Article("a", "", "un")])
    try Connection(path: fixture.path, mode: .readWrite).execute(
      "UPDATE property SET value = 'lz77' WHERE name = 'compression'")
    let error = try #require(throws: NewsIndexError.self) { _ = try fixture.open() }
    #expect(error == .otherCompression(path: fixture.path, found: "lz77"))
    #expect(error.description.contains("--rebuild"))
  }

  @Test func `an index without compression is read and written by everyone`() throws {
    let fixture = IndexFixture()
    let index = try fixture.writable()
    try Connection(path: fixture.path, mode: .readWrite).execute(
      "UPDATE property SET value = 'none' WHERE name = 'compression'")
    fixture.write(Self.articles(300))
    _ = try index.reindex([fixture.sources])
    let bytes = Self.articles(300).map { ArticleTexts($0).byteCount }.reduce(0, +)
    #expect(try stored(fixture) > bytes)
    #expect(try fixture.articles() == Self.articles(300))
    #expect(try index.check() == [])
  }
}
