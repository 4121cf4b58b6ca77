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
}
