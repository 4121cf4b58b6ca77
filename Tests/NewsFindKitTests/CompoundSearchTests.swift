import Testing

@testable import NewsFindKit

@Suite struct CompoundSearchTests {
  private let fixture: IndexFixture

  init() throws {
    fixture = try IndexFixture([
      Article(id: "hyphen", title: "Un week-end au bord de la mer", body: "Le prochain week-end sera long."),
      Article(id: "joined", title: "Un weekend à la montagne", body: "Le weekend dernier fut court."),
      Article(id: "end", title: "Happy end", body: "La fin du film, un happy end de plus."),
      Article(id: "missile", title: "Un bouclier anti-missile", body: "Des missiles contre des missiles."),
      Article(id: "antimissile", title: "Un bouclier antimissile", body: "Il intercepte tout."),
    ])
  }

  @Test(arguments: [
    ("weekend", ["hyphen", "joined"]), ("week-end", ["hyphen", "joined", "end"]),
    ("antimissile", ["missile", "antimissile"]), ("anti-missiles", ["missile", "antimissile"]),
    ("\"week-end\"", ["hyphen"]),
  ])
  func `a compound is found with its hyphen and without`(query: String, expected: [String]) throws {
    let found = try fixture.search(query)
    #expect(Set(found) == Set(expected))
  }

  @Test func `the whole compound is highlighted`() throws {
    let results = try fixture.open().search("weekend")
    let highlighted = results.hits.map { hit in
      hit.titleHighlights.map { String(decoding: Array(hit.title.utf8)[$0], as: UTF8.self) }
    }
    #expect(Set(highlighted) == [["week-end"], ["weekend"]])
    #expect(try fixture.writable().check().isEmpty)
  }

  @Test(arguments: ["passe*", "pas*", "co*", "cons*", "an*", "am*"])
  func `a place where a compound and its last word begin alike counts once`(query: String) throws {
    let fixture = try IndexFixture([
      Article(id: "1", title: "Un tour de passe-passe", body: "La passe et le passe-passe, de passe-passe."),
      Article(id: "2", title: "La co-construction", body: "Co-construire, des constructions."),
      Article(id: "3", title: "Un sentiment anti-américain", body: "Les anti-américains et les Américains."),
      Article(id: "4", body: "Passe-passe."),
      Article(id: "5", title: "Les passe-passe", body: "Rien."),
      Article(id: "6", title: "Autre chose", body: "Une passe."),
    ])
    var options = SearchOptions()
    let lists = try fixture.open().search(query, options: options).hits
    options.ways.usesLists = false
    let all = try fixture.open().search(query, options: options).hits
    #expect(!lists.isEmpty)
    #expect(lists.map(\.id) == all.map(\.id))
    #expect(lists.map(\.score) == all.map(\.score))
    #expect(try fixture.writable().check().isEmpty)
  }
}
