import TestSupport
import Testing

@testable import NewsFindKit

/// More like an article.
@Suite struct SimilarTests {
  private let fixture: IndexFixture

  init() throws {
    fixture = try IndexFixture(Self.articles)
  }

  private static let rocket = "La fusée a quitté le cosmodrome à l’aube, son satellite en orbite."
  private static let articles = [
    Article("fusée", "Une fusée pour la lune", rocket),
    Article("copie", "Autre titre", rocket),
    Article("cosmodrome", "Au cosmodrome", "Le cosmodrome prépare une fusée et deux satellites."),
    Article("satellite", "", "Un satellite attend, sans fusée."),
    Article("marché", "Le marché", "Les pêches et le pain, à l’aube."),
    Article("mots", "", "le la les de 12 2023"),
  ]

  @Test func `what shares most of the telling words comes first, itself and copies left out`() throws {
    let index = try fixture.open()
    let results = try #require(try index.similar(to: "fusée"))
    #expect(results.hits.map(\.id) == ["cosmodrome", "satellite", "marché"])
    #expect(results.hits.map(\.rank) == [1, 2, 3])
    #expect(results.total == 3)
    #expect(results.query == "fusée")
    #expect(try #require(results.notes.first).contains("cosmodrome"))
    let snippet = try #require(results.hits.first?.snippets.first)
    let bytes = Array(snippet.text.utf8)
    #expect(
      snippet.highlights.map { String(decoding: bytes[$0], as: UTF8.self) }
        == ["cosmodrome", "fusée", "satellites"])
  }

  @Test func `limit and offset pass over hits, not copies`() throws {
    let index = try fixture.open()
    let results = try #require(try index.similar(to: "fusée", options: SearchOptions(limit: 1, offset: 1)))
    #expect(results.hits.map(\.id) == ["satellite"])
    #expect(results.hits.map(\.rank) == [2])
    #expect(results.total == 3)
    #expect(try index.similar(to: "fusée", options: SearchOptions(limit: .max))?.hits.count == 3)
    #expect(try index.similar(to: "fusée", options: SearchOptions(limit: 0))?.total == 3)
  }

  @Test(arguments: ["mots"])
  func `an article without telling words is like no other`(id: String) throws {
    let results = try #require(try fixture.open().similar(to: id))
    #expect(results.total == 0)
    #expect(results.hits.isEmpty)
  }

  @Test(arguments: ["", "Fusée", "' OR 1"])
  func `there is nothing like an article that is not there`(id: String) throws {
    #expect(try fixture.open().similar(to: id) == nil)
  }
}
