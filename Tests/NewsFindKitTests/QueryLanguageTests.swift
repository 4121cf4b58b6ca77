import TestSupport
import Testing

@testable import NewsFindKit

/// The query language, each construct alone and some together.
@Suite struct QueryLanguageTests {
  private static let articles = [
    Article(
      id: "lune", title: "Une sonde vers la Lune", lead: "Le lancement est prévu au printemps.",
      body: "La fusée chinoise emporte un module élevé sur ses pieds. Le président du centre a parlé.",
      section: "Espace",
      date: ArticleDate("2023-09-13"), source: "Le Relais"),
    Article(
      id: "mars", title: "Mars attendra", lead: "La sonde reste au sol, sa fusée aussi.",
      body: "La présidence du programme avance un budget serré. On élève des moutons près du pas de tir.",
      section: "Espace",
      date: ArticleDate("2022-05-01"), source: "L’Écho"),
    Article(
      id: "vote", title: "Élection présidentielle : le vote des villes",
      lead: "Les bureaux ouvrent à huit heures.",
      body: "Les présidents des bureaux comptent. La réforme de la caisse des retraites divise.",
      section: "Politique",
      date: ArticleDate("2023-04-23"), source: "Le Relais"),
    Article(
      id: "match", title: "Le match de la saison",
      body: "Une fusée sur le terrain, dit le président du club. Week-end chargé.",
      section: "Sports d’équipe", date: ArticleDate("2024-01-07")),
    Article(
      id: "note", title: "", lead: "",
      body: "La réforme des retraites, une note sans date. O.N.U. et Nations unies."),
  ]

  @Test(arguments: [
    // Signs.
    ("+fusée sonde", ["lune", "mars", "match"]), ("+fusée +sonde", ["lune", "mars"]), ("+zzz sonde", []),
    ("sonde +zzz -fusée", []), ("+\"pas de tir\" lune", ["mars"]), ("+(lune mars) fusée", ["lune", "mars"]),
    ("+week-end", ["match"]), ("+weekend", ["match"]), ("+pas-tir", []), ("fusée -(sonde match)", []),
    ("fusée -(sonde ET lune)", ["mars", "match"]), ("fusée -(+sonde lune)", ["match"]),
    // Operators.
    ("fusée ET sonde", ["lune", "mars"]), ("fusée AND sonde AND lune", ["lune"]),
    ("lune OU match", ["lune", "match"]),
    ("lune OR vote", ["lune", "vote"]), ("fusée SAUF sonde", ["match"]), ("fusée NOT sonde", ["match"]),
    ("(lune OU match) ET fusée", ["lune", "match"]), ("vote OU fusée ET match", ["match", "vote"]),
    ("(vote OU fusée) ET match", ["match"]), ("fusée ET (sonde SAUF lune)", ["mars"]),
    ("(fusée ET sonde) OU (vote ET réforme)", ["lune", "mars", "vote"]), ("fusée ET NON", []),
    ("lune OU NOT fusée", ["lune", "note", "vote"]), ("NOT (fusée OU vote)", ["note"]),
    ("-fusée", ["note", "vote"]),
    ("président fusée ET sonde", ["lune", "mars"]), ("ONU ET NATIONS", ["note"]), ("+ONU ET club", []),
    ("\"réforme des retraites\" ET note", ["note"]), ("zzz OU yyy", []), ("zzz ET fusée", []),
    // Fields.
    ("titre:sonde", ["lune"]), ("lead:sonde", ["mars"]), ("chapô:sonde OU title:match", ["mars", "match"]),
    ("texte:fusée", ["lune", "match"]), ("body:(fusée ET président)", ["lune", "match"]),
    ("titre:(lune mars)", ["lune", "mars"]),
    ("titre:\"le vote\"", ["vote"]), ("+titre:mars sonde", ["mars"]), ("sonde -titre:mars", ["lune"]),
    ("texte:\"pas de tir\"", ["mars"]), ("titre:\"pas de tir\"", []), ("titre:présid*", ["vote"]),
    ("texte:présid*", ["lune", "mars", "match", "vote"]),
    // Sections, sources and dates.
    ("section:espace", ["lune", "mars"]), ("rubrique:ESPACE fusée", ["lune", "mars"]),
    ("fusée -section:espace", ["match"]),
    ("section:\"sports d'equipe\"", ["match"]), ("section:(espace OU politique)", ["lune", "mars", "vote"]),
    ("section:espace section:politique sonde", ["lune", "mars"]), ("section:jardin", []),
    ("-section:espace", ["match", "note", "vote"]),
    ("source:\"l'echo\"", ["mars"]), ("source:\"LE RELAIS\" sonde", ["lune"]), ("source:relais", []),
    ("fusée (source:\"Le Relais\" OU section:\"sports d’équipe\")", ["lune", "match"]),
    ("fusée ET (source:\"Le Relais\" OU section:\"sports d’équipe\")", ["lune", "match"]),
    ("-source:\"Le Relais\" fusée", ["mars", "match"]),
    ("after:2023 fusée", ["lune", "match"]), ("before:2023 fusée", ["mars"]),
    ("depuis:2023-09 avant:2024", ["lune"]),
    ("depuis:13/09/2023", ["lune", "match"]), ("avant:13 septembre 2023 fusée", ["mars"]),
    ("avant:\"13 septembre 2023\"", ["mars", "vote"]),
    ("depuis:2023-09-13 fusée", ["lune", "match"]), ("after:2023-09-14 fusée", ["match"]),
    ("avant:lune", ["lune"]),
    ("NOT depuis:2023", ["mars", "note"]),
    // Beginnings, as written.
    ("prési*", ["lune", "mars", "match", "vote"]), ("présidentie*", ["vote"]), ("présidents*", ["vote"]),
    ("PRESIDENC*", ["mars"]),
    ("présidente*", []), ("retrait*", ["note", "vote"]), ("zzz*", []), ("+prési* +sonde", ["lune", "mars"]),
    ("sonde -présidenc*", ["lune"]),
    ("(présidenc* OU vote) ET NOT lune", ["mars", "vote"]), ("o.n*", ["mars", "note"]), ("o.n.u*", ["note"]),
    ("20*", []), ("pas-de-ti*", ["mars"]), ("élev*", ["lune", "mars"]),
    // Exact forms.
    ("=élevé", ["lune"]), ("=élève", ["mars"]), ("=ÉLÈVE", ["mars"]), ("=eleve", []),
    ("=président", ["lune", "match"]), ("=présidents", ["vote"]),
    ("sonde -=élevé", ["mars"]), ("+=élève sonde", ["mars"]), ("=\"la sonde\"", ["mars"]),
    ("=\"les sonde\"", []), ("=fusée ET =sonde", ["lune", "mars"]),
    ("=l’élevé", ["lune"]), ("titre:=lune", ["lune"]), ("texte:=lune", []),
    ("NOT =président", ["mars", "note", "vote"]),
    // Near one another.
    ("\"réforme retraites\"~1", ["note"]), ("\"réforme retraites\"~5", ["note", "vote"]),
    ("\"retraites réforme\"~5", ["note", "vote"]),
    ("\"réforme caisse retraites\"~3", ["vote"]), ("\"réforme caisse retraites\"~2", []),
    ("\"réforme divise\"~50 note", ["vote"]),
    ("\"fusée lune\"~50", []), ("texte:\"réforme retraites\"~5", ["note", "vote"]),
    ("vote -\"réforme retraites\"~5", []), ("\"fusée\"~5", ["lune", "mars", "match"]),
    // Together.
    ("+prési* -=présidents +titre:(lune OU mars) depuis:2023", ["lune"]),
    ("(titre:sonde OU lead:sonde) ET section:espace SAUF avant:2023", ["lune"]),
  ])
  func `a query finds what it means`(query: String, expected: [String]) throws {
    let found = try Self.fixture.get().open().search(query)
    #expect(found.hits.map(\.id).sorted() == expected)
    #expect(found.total == expected.count)
    #expect(found.isTotalExact)
  }

  /// Made once, and only read then.
  private nonisolated(unsafe) static let fixture = Result { try IndexFixture(articles) }

  @Test(arguments: [
    ("prési*", "vote", ["présidentielle"], ["présidents"]), ("titre:lune fusée", "lune", ["Lune"], ["fusée"]),
    ("titre:sonde texte:lune", "lune", ["sonde"], []), ("=élevé", "lune", [], ["élevé"]),
    ("\"réforme retraites\"~5", "vote", [], ["réforme", "retraites"]),
    ("vote -bureaux", "vote", ["vote"], []),
    ("(lune ET fusée) OU vote", "lune", ["Lune"], ["fusée"]), ("section:espace", "lune", [], []),
    ("=\"un module\"", "lune", [], ["un module"]),
  ])
  func `what was looked for is highlighted, where it was looked for`(
    query: String, id: String, title: [String], body: [String]
  ) throws {
    let found = try #require(try Self.fixture.get().open().article(id: id, highlighting: query))
    func pieces(_ text: String, _ ranges: [Range<Int>]) -> [String] {
      ranges.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
    }
    #expect(pieces(found.article.title, found.titleHighlights) == title)
    #expect(pieces(found.article.body, found.bodyHighlights) == body)
  }

  @Test func `without words the newest come first`() throws {
    let index = try Self.fixture.get().open()
    #expect(try index.search("-réforme").hits.map(\.id) == ["match", "lune", "mars"])
    #expect(try index.search("section:(espace OU politique)").hits.map(\.id) == ["lune", "vote", "mars"])
    #expect(try index.search("NOT sonde OU lune").hits.map(\.id) == ["lune", "match", "vote", "note"])
    #expect(
      try index.search("-réforme", options: SearchOptions(limit: 1, offset: 1)).hits.map(\.id) == ["lune"])
  }

  @Test func `options and the query narrow each other`() throws {
    let index = try Self.fixture.get().open()
    let options = SearchOptions(section: "espace", after: ArticleDate("2022"), before: ArticleDate("2023-09"))
    #expect(try index.search("fusée depuis:2021", options: options).hits.map(\.id) == ["mars"])
    #expect(try index.search("fusée depuis:2023", options: options).hits.isEmpty)
    #expect(try index.search("-section:espace", options: options).hits.isEmpty)
  }

  @Test(arguments: [
    ("fusée", 0), ("-fusée", 1), ("section:jardin", 1), ("source:Personne fusée", 1), ("(fusée", 1),
    ("fusée ET sonde lune", 1),
    ("avant:lune", 1), ("\"zzz yyy\" lune", 1),
  ])
  func `notes tell what is not plain`(query: String, count: Int) throws {
    #expect(try Self.fixture.get().open().search(query).notes.count == count)
  }

  @Test func `a strict search refuses what is not plain`() throws {
    let index = try Self.fixture.get().open()
    let strict = SearchOptions(isStrict: true)
    #expect(
      try index.search("(lune OU mars) ET fusée -\"pas de tir\"", options: strict).hits.map(\.id) == ["lune"])
    let error = try #require(throws: QuerySyntaxError.self) {
      try index.search("lune (été OU", options: strict)
    }
    #expect(error.query == "lune (été OU")
    #expect(error.range == 5..<6)
    #expect(error.description.hasSuffix("\nlune (été OU\n     ^"))
    let long = String(repeating: "é ", count: 500) + "ET"
    let other = try #require(throws: QuerySyntaxError.self) { try index.search(long, options: strict) }
    #expect(other.excerpt.text.count <= 102)
    #expect(Array(other.excerpt.text)[other.excerpt.column...].starts(with: "ET"))
  }

  @Test func `a phrase beside words is relaxed, one that is required is not`() throws {
    let index = try Self.fixture.get().open()
    #expect(try index.search("\"zzz lune\" mars").hits.map(\.id).sorted() == ["lune", "mars"])
    #expect(try index.search("+\"zzz lune\" mars").hits.isEmpty)
    #expect(try index.search("\"zzz lune\" ET mars").hits.isEmpty)
  }

  @Test func `where too many texts would have to be read the total says so`() throws {
    let articles = (0..<40).map { Article("a\($0)", "", $0 % 2 == 0 ? "un élève" : "un élevé") }
    let fixture = try IndexFixture(articles + [Article("b", "", "des élèves")])
    let reader = try IndexConnection.reader(fixture.path)
    let session = SearchSession(index: reader)
    var options = SearchOptions(limit: 100)
    options.ways.textLimit = 10
    let some = try session.search("=élève", options)
    #expect(!some.isTotalExact && some.total == 5 && some.notes.count == 1)
    // What is not known is no hit, wanted or not.
    #expect(try session.search("un -=élève", options).total == 5)
    let all = try session.search("=élève", SearchOptions(limit: 100))
    #expect(all.isTotalExact && all.total == 20 && all.notes.isEmpty)
    #expect(try session.search("un -=élève", SearchOptions(limit: 100)).total == 20)
  }
}
