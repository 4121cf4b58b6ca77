import TestSupport
import Testing

@testable import NewsFindKit

/// Other spellings of queries.
@Suite struct SuggestionTests {
  private let fixture: IndexFixture

  init() throws {
    fixture = try IndexFixture(Self.articles)
  }

  private static let articles = [
    Article(
      "a", "Le réchauffement inquiète",
      "À Vostochny, Vladimir Poutine a parlé. Le réchauffement climatique, dit la philosophie, attend."),
    Article("b", "Philosophie", "La question du réchauffement climatique revient, et Poutine se tait."),
    Article("c", "Marché", "Les coopératives d’Aubagne vendent des pêches."),
  ]

  private func search(_ query: String, _ options: SearchOptions = SearchOptions()) throws -> SearchResults {
    try fixture.open().search(query, options: options)
  }

  @Test(
    arguments: [
      ("vostotchni", "Vostochny", ["a"]), ("pouttine", "Poutine", ["a", "b"]),
      ("réchaufement", "réchauffement", ["a", "b"]), ("filosophie", "philosophie", ["a", "b"]),
      ("klimatique", "climatique", ["a", "b"]), ("kooperatives", "coopératives", ["c"]),
      ("l'aubagn", "l'Aubagne", ["c"]), ("pouttine klimatique", "Poutine climatique", ["a", "b"]),
      ("\"pouttine se tait\"", "\"Poutine se tait\"", ["b"]),
    ])
  func `what was probably meant is searched where nothing is found`(
    query: String, proposed: String, ids: [String]
  ) throws {
    let results = try search(query)
    #expect(results.query == query)
    #expect(results.suggestion?.query == proposed)
    #expect(results.suggestion?.isSearched == true)
    #expect(Set(results.hits.map(\.id)) == Set(ids))
    #expect(results.total == ids.count)
  }

  @Test func `corrections are named in the order of the query`() throws {
    let suggestion = try #require(try search("pouttine klimatique").suggestion)
    #expect(suggestion.corrections.map(\.typed) == ["pouttine", "klimatique"])
    #expect(suggestion.corrections.map(\.proposed) == ["Poutine", "climatique"])
  }

  @Test func `beside words that are found a spelling is proposed, not searched`() throws {
    let results = try search("pêches klimatique")
    #expect(results.hits.map(\.id) == ["c"])
    #expect(results.suggestion?.query == "pêches climatique")
    #expect(results.suggestion?.isSearched == false)
  }

  @Test(arguments: [
    "réchauffement", "rechauffements", "poutine", "zzzzzzzz", "poutine -vostotchni", "1234567", "",
    "-", "\"\"",
    "\"climatique réchauffement pouttine\"",
  ])
  func `nothing is proposed for what is found well, left out, or like no word`(query: String) throws {
    #expect(try search(query).suggestion == nil)
  }

  @Test func `none is proposed where that is switched off`() throws {
    let results = try search("pouttine", SearchOptions(suggestsSpelling: false))
    #expect(results.suggestion == nil)
    #expect(results.total == 0)
  }

  @Test func `a rare word beside a frequent neighbour is doubted, and searched as it stands`() throws {
    let many = (0..<60).map { Article("m\($0)", "", "Le gouvernement se tait, et le gouvernement attend.") }
    let fixture = try IndexFixture(many + [Article("x", "", "Le gouvernemant.")])
    let results = try fixture.open().search("gouvernemant")
    #expect(results.hits.map(\.id) == ["x"])
    #expect(results.suggestion?.query == "gouvernement")
    #expect(results.suggestion?.isSearched == false)
    #expect(try fixture.open().search("gouvernement").suggestion == nil)
  }

  @Test func `filters hold for what is searched instead`() throws {
    let fixture = try IndexFixture([
      Article("a", "", "une fusée", section: "Espace"), Article("b", "", "une fusée", section: "Sport"),
    ])
    let index = try fixture.open()
    #expect(try index.search("fuzée", options: SearchOptions(section: "sport")).hits.map(\.id) == ["b"])
    let nowhere = try index.search("fuzée", options: SearchOptions(section: "Politique"))
    #expect(nowhere.total == 0)
    #expect(nowhere.suggestion == nil)
  }

  @Test func `words whose articles have gone are not proposed`() throws {
    let fixture = try IndexFixture([Article("a", "", "Un cosmodrome."), Article("b", "", "Un marché.")])
    fixture.write([Article("b", "", "Un marché.")])
    _ = try fixture.writable().reindex([fixture.sources], options: ReindexOptions(prune: true))
    #expect(try fixture.open().search("kosmodrome").suggestion == nil)
  }
}
