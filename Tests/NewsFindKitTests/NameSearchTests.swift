import Testing

@testable import NewsFindKit

@Suite struct NameSearchTests {
  private let fixture: IndexFixture

  init() throws {
    fixture = try IndexFixture([
      Article(
        id: "tour", title: "Une tour de quarante étages",
        body: "La tour domine les autres tours du quartier, une tour de verre."),
      Article(
        id: "tours", title: "Un marché de Noël en Touraine",
        body: "La ville de Tours ouvre son marché samedi."),
      Article(
        id: "orange", title: "Le prix de l’orange",
        body: "Une orange sur deux est d’Espagne ; l’orange est chère, une orange aussi."),
      Article(
        id: "Orange", title: "La fibre arrive", body: "Le réseau sera ouvert par Orange avant l’hiver."),
      Article(
        id: "venus", title: "Ils sont venus nombreux",
        body: "Tous sont venus, même ceux qui n’étaient jamais venus."),
      Article(id: "Venus", title: "Une sonde", body: "La planète Vénus est plus chaude que Mercure."),
    ])
  }

  private func ids(_ query: String) throws -> [String] {
    try fixture.search(query)
  }

  @Test(arguments: [
    ("tours", "tours"), ("Tours", "tours"), ("TOURS", "tours"), ("orange", "Orange"), ("Orange", "Orange"),
    ("vénus", "Venus"), ("venus", "Venus"), ("Vénus", "Venus"),
  ])
  func `typed in either case a name is found before the word`(query: String, first: String) throws {
    #expect(try ids(query).first == first)
  }

  @Test func `a name is not found by the forms of the word that it is not`() throws {
    #expect(try ids("tour") == ["tour"])
    #expect(try ids("oranges") == ["orange", "Orange"])
    let came = try ids("venir")
    #expect(came == ["venus"])
  }

  @Test func `words in small letters beside a capital are no names`() throws {
    #expect(try ids("Quelle tour compte les autres tours").first == "tour")
  }

  @Test(arguments: ["\"ville de Tours\"", "\"ville de tours\"", "=Tours marché"])
  func `phrases and exact words find names`(query: String) throws {
    let found = try ids(query)
    #expect(found.first == "tours")
  }

  @Test func `what must be there may be a name`() throws {
    #expect(try Set(ids("+tours")) == ["tour", "tours"])
  }

  @Test func `a beginning finds names by what is written`() throws {
    #expect(try Set(ids("tour*")) == ["tour", "tours"])
    #expect(try ids("véné*").isEmpty)
    #expect(try Set(ids("vénu*")) == ["venus", "Venus"])
  }
}
