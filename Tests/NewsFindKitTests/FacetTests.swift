import TestSupport
import Testing

@testable import NewsFindKit

/// Counting what matches.
@Suite struct FacetTests {
  private let fixture: IndexFixture

  init() throws {
    fixture = try IndexFixture(Self.articles)
  }

  private static func article(_ id: Int, _ section: String?, _ source: String?, _ date: String?) -> Article {
    var article = Article("a\(id)", "", id % 10 == 9 ? "du vent" : "la lune", section: section)
    article.source = source
    article.date = date.flatMap { ArticleDate($0) }
    return article
  }

  private static let articles = (0..<300).map { number in
    article(
      number, ["Espace", "Sport", nil][number % 3], number % 4 == 0 ? nil : ["Relais", "Écho"][number % 2],
      number % 7 == 0 ? nil : "20\(10 + number % 5)-\(number % 2 == 0 ? "03" : "11")-0\(1 + number % 9)")
  }

  private func counted(_ name: (Article) -> String?, where isWanted: (Article) -> Bool) -> [String?: Int] {
    var counts: [String?: Int] = [:]
    for article in Self.articles where article.body == "la lune" && isWanted(article) {
      counts[name(article), default: 0] += 1
    }
    return counts
  }

  private func counts(_ facet: [SearchFacets.Count]) -> [String?: Int] {
    Dictionary(facet.map { ($0.name, $0.articles) }, uniquingKeysWith: +)
  }

  @Test(arguments: [nil, "sport"])
  func `all that matches is counted, whatever the limit`(section: String?) throws {
    let options = SearchOptions(limit: 1, section: section, countsFacets: true)
    let results = try fixture.open().search("lune", options: options)
    let facets = try #require(results.facets)
    let isWanted: (Article) -> Bool = { section == nil || $0.section == "Sport" }
    #expect(counts(facets.sections) == counted(\.section, where: isWanted))
    #expect(counts(facets.sources) == counted(\.source, where: isWanted))
    #expect(
      counts(facets.years) == counted({ $0.date.map { String($0.description.prefix(4)) } }, where: isWanted))
    #expect(
      counts(facets.months) == counted({ $0.date.map { String($0.description.prefix(7)) } }, where: isWanted))
    for facet in [facets.sections, facets.sources, facets.years, facets.months] {
      #expect(facet.reduce(0) { $0 + $1.articles } == results.total)
    }
    #expect(facets.sections.map(\.articles) == facets.sections.map(\.articles).sorted(by: >))
    #expect(facets.years.compactMap(\.name) == facets.years.compactMap(\.name).sorted())
    #expect(facets.years.last?.name == nil)
  }

  @Test func `dates of any century are counted in their month`() throws {
    let dates = [
      "0001-01-01", "1631-05-30", "1879-12-31", "1880-01-01", "1969-12-31", "1970-01-01", "2060-02-29",
      "5999-12",
    ]
    let fixture = try IndexFixture(dates.enumerated().map { Self.article($0.offset, nil, nil, $0.element) })
    let facets = try fixture.open().search("lune", options: SearchOptions(countsFacets: true)).facets
    #expect(facets?.months.map(\.name) == dates.map { String($0.prefix(7)) })
    #expect(facets?.years.map(\.articles).reduce(0, +) == dates.count)
  }

  @Test func `facets are counted when asked for`() throws {
    let index = try fixture.open()
    #expect(try index.search("lune").facets == nil)
    #expect(
      try index.search("rien", options: SearchOptions(countsFacets: true)).facets?.sections.isEmpty != false)
    // A search that did not ask is not answered with the counts of one that did.
    #expect(try index.search("lune").facets == nil)
  }

  @Test func `sources are derived, checked and mended as sections are`() throws {
    let index = try fixture.writable()
    #expect(try index.check() == [])
    try IndexConnection.writer(fixture.path, create: false).connection.execute("DELETE FROM source")
    #expect(try index.check().map(\.part) == [.traits])
    #expect(try index.repair() == [])
    #expect(try index.check() == [])
    let facets = try index.search("lune", options: SearchOptions(countsFacets: true)).facets
    #expect(counts(facets?.sources ?? []) == counted(\.source) { _ in true })
  }
}
