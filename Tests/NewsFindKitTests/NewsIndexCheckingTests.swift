import FrenchText
import Glibc
import SQLiteStore
import TestSupport
import Testing

@testable import NewsFindKit

/// Finding what is wrong with an index, and mending it.
@Suite struct NewsIndexCheckingTests {
  /// A way to damage an index, and what the check says of it.
  struct Damage: Sendable, CustomTestStringConvertible {
    let name: String
    let parts: [IndexProblem.Part]
    let make: @Sendable (IndexConnection) throws -> Void

    init(
      _ name: String, _ parts: [IndexProblem.Part],
      _ make: @escaping @Sendable (IndexConnection) throws -> Void
    ) {
      self.name = name
      self.parts = parts
      self.make = make
    }

    /// A damage that a statement does.
    init(_ name: String, _ parts: [IndexProblem.Part], _ sql: String) {
      self.init(name, parts) { try $0.connection.execute(sql) }
    }

    var testDescription: String { name }
  }

  static let damages = [
    Damage("no traits", [.traits], "DELETE FROM trait_block"),
    Damage("traits of another size", [.traits], "UPDATE trait_block SET traits = zeroblob(7)"),
    Damage("another date in the traits", [.traits]) { index in
      var writer = TraitWriter(index.connection)
      var traits = try TraitReader(index.connection).traits(of: 7)
      traits.minutes += 1
      try writer.set(traits, of: 7)
      try writer.flush()
    },
    Damage("another length in the traits", [.traits]) { index in
      var writer = TraitWriter(index.connection)
      var traits = try TraitReader(index.connection).traits(of: 260)
      traits.titleLength += 1
      try writer.set(traits, of: 260)
      try writer.flush()
    },
    Damage("no vocabulary", [.vocabulary], "DELETE FROM vocabulary"),
    Damage("a vocabulary of noise", [.vocabulary], "UPDATE vocabulary SET words = randomblob(100)"),
    Damage("a vocabulary cut short", [.vocabulary], "UPDATE vocabulary SET words = substr(words, 1, 20)"),
    Damage("a section without its name", [.traits], "DELETE FROM section WHERE name = 'Sport'"),
    Damage("all section names gone", [.traits], "DELETE FROM section"),
    Damage(
      "an article not in the full text", [.fullText],
      """
      INSERT INTO article_text(article_text, rowid, body, title, lead)
      SELECT 'delete', id, body, title, lead FROM article_content WHERE id = 5
      """),
    Damage("a full text without its article", [.fullText], "DELETE FROM article WHERE id = 5"),
    Damage(
      "an edit behind the full text", [.articles, .fullText],
      "UPDATE article SET texts = CAST(x'000700' || 'Titre 4texte commun ailleurs' AS BLOB) WHERE id = 5"),
    Damage(
      "an edit of as many other words", [.articles, .fullText],
      "UPDATE article SET texts = CAST(x'000706' || 'Titre 4Chapôtexte rare' AS BLOB) WHERE id = 5"),
    Damage(
      "a date behind the traits", [.articles, .traits], "UPDATE article SET date = '1999-01-01' WHERE id = 5"),
    Damage(
      "a section behind the traits", [.articles, .traits], "UPDATE article SET section = 'Neuve' WHERE id = 5"
    ),
    Damage("terms of nobody", [.fullText]) { index in
      var words = WordCounter()
      let terms = TermStream(["Un", "fantôme", "passe"], index.analyzer, counting: &words)
      try index.tokenizer.replaying(terms) {
        try index.connection.execute(
          "INSERT INTO article_text(rowid, body, title, lead) VALUES (9999, '', '', '')")
      }
    },
    Damage(
      "no full text at all", [.fullText], "INSERT INTO article_text(article_text) VALUES ('delete-all')"),
  ]

  private func fixture() throws -> IndexFixture {
    let sections = ["Sport", "Espace", nil]
    return try IndexFixture(
      (0..<262).map { number in
        var article = Article(
          "a\(number)", "Titre \(number)", lead: "Chapô", "texte commun", section: sections[number % 3])
        article.date = number % 2 == 0 ? ArticleDate("2023-01-\(10 + number % 20)") : nil
        return article
      })
  }

  @Test(arguments: damages)
  func `a damage is found and mended`(damage: Damage) throws {
    let fixture = try fixture()
    let index = try fixture.writable()
    #expect(try index.check() == [])
    try damage.make(IndexConnection.writer(fixture.path, create: false))
    #expect(try index.check().map(\.part).contains { damage.parts.contains($0) })
    #expect(Set(try index.check().map(\.part)).isSuperset(of: damage.parts))
    #expect(try index.repair() == [])
    #expect(try index.check() == [])
    // What is derived is what a new index of the same articles would hold.
    let fresh = try IndexFixture(try fixture.articles())
    let (repaired, new) = (try fixture.open(), try fresh.open())
    let ids = try [repaired, new].map {
      try Set($0.search("commun", options: SearchOptions(limit: 400)).hits.map(\.id))
    }
    #expect(ids[0] == ids[1])
    for query in ["commun", "titre 7", "rare", "ailleurs", "fantôme"] {
      for section in [nil, "Sport", "Espace", "Neuve"] {
        for after in [nil, ArticleDate("2023-01-15")] {
          let options = SearchOptions(limit: 0, section: section, after: after)
          #expect(
            try repaired.search(query, options: options).total == new.search(query, options: options).total,
            "\(query) in \(section ?? "all")")
        }
      }
    }
  }

  @Test func `a check writes nothing`() throws {
    let fixture = try fixture()
    let index = try fixture.writable()
    let before = FileImage(fixture.path)
    #expect(try index.check() == [])
    #expect(FileImage(fixture.path) == before)
  }

  @Test func `an empty index is in order, and stays so when repaired`() throws {
    let fixture = IndexFixture()
    let index = try fixture.writable()
    #expect(try index.check() == [])
    #expect(try index.repair() == [])
    #expect(try index.check() == [])
    #expect(try index.search("rien").total == 0)
  }

  @Test func `sections that differ in their bytes only are in order`() throws {
    let fixture = try IndexFixture([
      Article("a", "", "un", section: "Société"), Article("b", "", "un", section: "Socie\u{301}te\u{301}"),
      Article("c", "", "un", section: "SOCIETE"),
    ])
    #expect(try fixture.writable().check() == [])
    #expect(try fixture.search("un", SearchOptions(section: "societe", showsDuplicates: true)).count == 3)
  }

  @Test(arguments: [
    "article", "article_text_data", "article_text_idx", "trait_block", "section", "vocabulary",
  ])
  func `broken pages are found`(table: String) throws {
    let fixture = try fixture()
    let page = try #require(
      try IndexConnection.reader(fixture.path).connection.integer(
        "SELECT rootpage FROM sqlite_schema WHERE name = '\(table)'"))
    let descriptor = open(fixture.path, O_RDWR)
    let noise = [UInt8](repeating: 0x5A, count: 4_096)
    pwrite(descriptor, noise, noise.count, (Int(page) - 1) * IndexSchema.pageSize)
    close(descriptor)
    let index = try fixture.writable()
    let problems = try index.check()
    #expect(problems.first?.part == .file)
    // What is derived from broken pages cannot be mended in place; what is said of it names the way out.
    if table == "article" {
      let error = try #require(throws: NewsIndexError.self) { _ = try index.repair() }
      #expect(error.description.contains("--rebuild"))
    }
    #expect(try NewsIndex.rebuild(at: fixture.path, from: [fixture.sources]).added == 262)
    #expect(try index.check() == [])
  }

  @Test func `a problem is told in one line`() {
    #expect(IndexProblem(part: .fullText, detail: "x").description == "full text: x")
    #expect(IndexProblem(part: .traits, detail: "y").description == "traits: y")
  }
}
