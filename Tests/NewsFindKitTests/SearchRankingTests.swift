import FrenchText
import NewsArticles
import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct SearchRankingTests {
  private static let dispatch = """
    Un train de marchandises a déraillé mardi matin près de Dijon, sans faire de blessé, a annoncé la préfecture. La \
    circulation est interrompue entre Dijon et Beaune, et devrait reprendre dans la soirée. Une enquête est ouverte pour \
    établir les causes de l'accident, qui a endommagé la voie sur trois cents mètres.
    """

  private func article(_ id: String, _ title: String, _ text: String, date: String? = nil) -> Article {
    Article(
      id: id, title: title, body: text, date: date.flatMap { ArticleDate($0) }, format: .jsonLines)
  }

  private func copies() throws -> IndexFixture {
    try IndexFixture([
      article("a", "Un train déraille près de Dijon", Self.dispatch, date: "2024-03-05"),
      article("b", "Déraillement à Dijon", Self.dispatch + " Avec l'agence.", date: "2024-03-06"),
      article(
        "c", "Le train du soir", "Un autre train est parti de Dijon, plein de voyageurs du soir.",
        date: "2020-01-01"),
      article("d", "Accident de train", Self.dispatch, date: "2024-03-04"),
    ])
  }

  @Test func `copies are one hit that names them`() throws {
    let fixture = try copies()
    let index = try fixture.open()
    let results = try index.search("train Dijon accident")
    #expect(results.total == 4)
    #expect(results.hits.count == 2)
    let first = try #require(results.hits.first)
    #expect(Set(first.duplicates + [first.id]) == ["a", "b", "d"])
    #expect(results.hits.map(\.rank) == [1, 2])
    #expect(results.hits[1].duplicates.isEmpty)
    let all = try index.search("train Dijon accident", options: SearchOptions(showsDuplicates: true))
    #expect(all.hits.count == 4)
    #expect(all.hits.allSatisfy { $0.duplicates.isEmpty })
    #expect(all.hits.first?.id == first.id)
  }

  @Test func `by date the newest of the copies stands for them`() throws {
    let fixture = try copies()
    let hits = try fixture.open().search("train", options: SearchOptions(order: .date)).hits
    #expect(hits.map(\.id) == ["b", "c"])
    #expect(hits[0].duplicates == ["a", "d"])
  }

  @Test func `copies do not shorten a page`() throws {
    var articles = (0..<130).map { article("copie\($0)", "Un train", Self.dispatch) }
    articles += (0..<5).map {
      article(
        "autre\($0)", "Numéro \($0)",
        "On parle d'un train, parmi \($0) autres choses dont la liste est longue.")
    }
    let fixture = try IndexFixture(articles)
    let index = try fixture.open()
    let hits = try index.search("train Dijon", options: SearchOptions(limit: 6)).hits
    #expect(hits.count == 6)
    #expect(hits[0].duplicates.count == 129)
    let page = try index.search("train Dijon", options: SearchOptions(limit: 3, offset: 2)).hits
    #expect(page.map(\.id) == hits[2..<5].map(\.id))
  }

  @Test func `the fresher article comes first, and age tells nothing between articles of one day`() throws {
    let fixture = try IndexFixture([
      article("old", "Train, train et train", "Le train de nuit est un train.", date: "2001-01-01"),
      article(
        "new", "Les gares", "Une gare attend le train parmi les champs et les collines.", date: "2024-01-01"),
      article("none", "Train", "Le train."),
    ])
    let index = try fixture.open()
    #expect(try index.search("train").hits.map(\.id).last == "new")
    let fresh = try index.search("train", options: SearchOptions(halfLife: HalfLife("30d"))).hits
    #expect(fresh.map(\.id) == ["new", "none", "old"] || fresh.map(\.id) == ["new", "old", "none"])
    #expect(zip(fresh, fresh.dropFirst()).allSatisfy { $0.score >= $1.score })
  }

  @Test(arguments: [
    "train", "train Dijon accident", "\"train de marchandises\"", "l'accident du train à Dijon mardi",
    "voyager", "de la",
    "\"près de Dijon\" soirée -voyageurs", "quel train a endommagé la voie",
  ])
  func `the parts of an explanation sum up to the score`(query: String) throws {
    let fixture = try copies()
    let index = try fixture.open()
    for halfLife in [nil, HalfLife("20y")] {
      let plain = SearchOptions(halfLife: halfLife, showsDuplicates: true)
      var explained = plain
      explained.explains = true
      let hits = try index.search(query, options: explained).hits
      #expect(hits.map(\.id) == (try index.search(query, options: plain).hits.map(\.id)))
      for hit in hits {
        let explanation = try #require(hit.explanation)
        let sum = explanation.parts.reduce(0) { $0 + $1.score } * explanation.freshness
        #expect(abs(sum - hit.score) < 1e-9, "\(query) \(hit.id) \(explanation)")
        #expect(explanation.parts.allSatisfy { $0.score > 0 && $0.idf > 0 && !$0.text.isEmpty })
        #expect((explanation.freshness == 1) == (halfLife == nil))
      }
    }
  }

  @Test func `nothing is explained unless that is asked for`() throws {
    let fixture = try copies()
    #expect(try fixture.open().search("train").hits.allSatisfy { $0.explanation == nil })
  }

  @Test func `words of the beginning, more of the words, and their families tell`() throws {
    let filler = String(repeating: "Il y a bien des choses à voir dans ce pays de lacs. ", count: 8)
    let fixture = try IndexFixture([
      article("late", "Un", filler + "La fusée attend le satellite."),
      article("early", "Deux", "La fusée attend le satellite. " + filler),
      article("family", "Trois", "La fusée attend. Elle est dirigée depuis la côte. " + filler),
      article("other", "Quatre", "La fusée attend. Elle est peinte depuis la côte. " + filler),
    ])
    let index = try fixture.open()
    #expect(
      try index.search("fusée satellite", options: SearchOptions(showsDuplicates: true)).hits.map(\.id)
        .prefix(2) == ["early", "late"])
    let ids = try index.search("fusée direction commune", options: SearchOptions(showsDuplicates: true)).hits
      .map(\.id)
    let family = try #require(ids.firstIndex(of: "family"))
    let other = try #require(ids.firstIndex(of: "other"))
    #expect(family < other)
    let parts = try index.search("fusée satellite", options: SearchOptions(explains: true)).hits[0]
      .explanation?.parts
    #expect(Set((parts ?? []).map(\.kind)).isSuperset(of: [.word, .form, .coverage, .lead]))
  }
}
