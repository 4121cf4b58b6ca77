import TestSupport
import Testing

@testable import NewsFindKit

/// What a search finds, and in which order.
@Suite struct NewsIndexSearchTests {
  /// Words that say nothing of the query, to fill texts up.
  private static let filler = "Une autre histoire de la journée que chacun raconte à sa manière"

  /// Articles of which only the best must be first; filler articles make the words rare.
  private func first(_ query: String, _ articles: [Article]) throws -> String? {
    let others = (0..<20).map { Article("x\($0)", "Titre \($0)", Self.filler) }
    return try IndexFixture(articles + others).search(query).first
  }

  @Test func `more of the words is better than one of them often`() throws {
    #expect(
      try first(
        "cosmodrome russe",
        [
          Article("often", "", "Le cosmodrome, ce cosmodrome, un cosmodrome : cosmodrome encore."),
          Article("both", "", "Le cosmodrome de la région, un chantier russe, a coûté cher encore."),
        ]) == "both")
  }

  @Test func `a rare word counts more than a frequent one`() throws {
    var articles = (0..<15).map { Article("f\($0)", "", "Le président parle du pays, dit-on.") }
    articles.append(Article("rare", "", "Le cosmodrome est en Sibérie, dit-on."))
    articles.append(Article("frequent", "", "Le président est en Sibérie, dit-on."))
    #expect(try first("président cosmodrome", articles) == "rare")
  }

  @Test func `the title counts more than the text`() throws {
    #expect(
      try first(
        "cosmodrome",
        [
          Article("text", "Chantier 7", "Le cosmodrome est en Sibérie. \(Self.filler)."),
          Article("title", "Cosmodrome 7", "Le chantier est en Sibérie. \(Self.filler)."),
        ]) == "title")
  }

  @Test func `a short article is better than a long one`() throws {
    #expect(
      try first(
        "cosmodrome",
        [
          Article("long", "Un titre", "Le cosmodrome. " + String(repeating: Self.filler + ". ", count: 10)),
          Article("short", "Un titre", "Le cosmodrome. \(Self.filler)."),
        ]) == "short")
  }

  @Test func `an article without a title is not the worse for it`() throws {
    let articles = [
      Article("titled", "Le chantier sans fin", "Le cosmodrome est en Sibérie. \(Self.filler)."),
      Article("untitled", "", "Le cosmodrome est en Sibérie. \(Self.filler)."),
    ]
    #expect(try first("cosmodrome", articles) == "untitled")
  }

  @Test(arguments: [
    // Forms, accents, case, ligatures, elision.
    ("cosmodromes", ["a"]), ("COSMODROME", ["a"]), ("l'espace", ["a"]), ("l’espace", ["a"]),
    ("espace", ["a"]),
    ("coeur", ["b"]), ("cœur", ["b"]), ("COEURS", ["b"]), ("eleve", ["b"]), ("élevé", ["b"]),
    ("extreme orient", ["a"]),
    ("Extrême-Orient", ["a"]), ("ONU", ["c"]), ("O.N.U.", ["c"]), ("aujourd'hui", ["c"]),
    ("aujourd’hui", ["c"]),
    // Stop words beside others tell nothing; alone they are all there is.
    ("de l'espace", ["a"]), ("cosmodrome que les", ["a"]), ("le la les", ["a", "b", "c"]),
    ("\"dans le cœur\"", ["b"]),
    // What cannot be found.
    ("zzz", []), ("", []), ("   ", []), ("!?…", []), ("\u{0}", []), ("\"\"", []), ("« »", []),
    ("’", []), ("l’", ["b", "c"]),
    // The syntax of FTS5 means nothing.
    ("NEAR(cosmodrome zzz)", ["a"]),
    ("cosmodrome \"", ["a"]), ("'); DROP TABLE article; --", []), ("{title} : cosmodrome", ["a"]),
    ("^cosmodrome", ["a"]),
  ])
  func `a query finds what it means`(query: String, expected: [String]) throws {
    let fixture = try IndexFixture([
      Article("a", "Le cosmodrome", "Il est en Extrême-Orient, et les fusées vont dans l'espace."),
      Article("b", "L", "La peur dans le cœur, le sommet élevé."),
      Article("c", "", lead: "L’O.N.U. vote.", "C'est aujourd'hui le jour, l"),
    ])
    #expect(try fixture.search(query).sorted() == expected)
    #expect(try fixture.open().search(query).total == expected.count)
  }

  @Test(arguments: [
    ("\"réforme des retraites\"", ["a", "c"]), ("« réforme des retraites »", ["a", "c"]),
    ("“Réformes des retraite”", ["a", "c"]), ("\"retraites réforme\"", []),
    ("\"des retraites\"", ["a", "c", "d"]),
    ("\"réforme retraites\"", []), ("\"guerre d'Ukraine\"", ["b"]), ("\"guerre Ukraine\"", ["b"]),
    ("\"guerre l’Ukraine\"", ["b"]), ("\"la guerre d’Ukraine et\"", ["b"]), ("\"réforme\"", ["a", "c", "d"]),
    // A phrase is of one part of the article.
    ("\"titre réforme\"", []), ("\"chapô une\"", []),
    // Two phrases are both asked for; words beside a phrase only rank.
    ("\"réforme des\" \"guerre d'Ukraine\"", []), ("\"réforme des\" \"est votée\"", ["a"]),
    ("\"réforme des retraites\" guerre", ["a", "c"]), ("\"réforme des retraites\" zzz", ["a", "c"]),
  ])
  func `a phrase stands in its order, across elisions`(query: String, expected: [String]) throws {
    let fixture = try IndexFixture([
      Article("a", "Titre", lead: "Le chapô", "Une réforme des retraites est votée."),
      Article("b", "", "La guerre d’Ukraine et ses suites."),
      Article("c", "La réforme des retraites", "Rien."),
      Article("d", "Retraites", "Des retraites sans réforme, une des réformes."),
    ])
    #expect(try fixture.search(query).sorted() == expected)
  }

  @Test(arguments: [
    ("fusée", ["a", "b", "c"]), ("fusée -sanctions", ["b", "c"]), ("fusée -sanction", ["b", "c"]),
    ("fusée -\"Corée du Nord\"", ["a", "c"]), ("fusée -Corée", ["a"]),
    ("fusée -\"Nord Corée\"", ["a", "b", "c"]),
    ("fusée -l'Europe", ["a", "b"]), ("fusée -sanctions -Corée", []), ("\"une fusée\" -Corée", ["a"]),
    ("fusée -zzz", ["a", "b", "c"]), ("-sanctions fusée", ["b", "c"]), ("fusée -fusée", []),
    ("fusée - sanctions", ["a", "b", "c"]),
    ("\"une fusée\" Europe -sanctions", ["b", "c"]),
  ])
  func `what is excluded is not found`(query: String, expected: [String]) throws {
    let fixture = try IndexFixture([
      Article("a", "Une fusée", "Les sanctions tombent."),
      Article("b", "Une fusée", "La Corée du Nord tire."),
      Article("c", "Une fusée", "La Corée et l’Europe."),
    ])
    #expect(try fixture.search(query).sorted() == expected)
  }

  @Test func `where no article holds a pasted headline its words are looked for`() throws {
    let fixture = try IndexFixture([
      Article("a", "Vostotchny, un « chantier du siècle » sans fin", "Le cosmodrome."),
      Article("b", "Le chantier", "Un siècle de cosmodromes."),
    ])
    let index = try fixture.open()
    let exact = try index.search("Vostotchny « chantier du siècle »")
    #expect(exact.hits.map(\.id) == ["a"])
    #expect(exact.notes == [])
    let relaxed = try index.search("Cosmodrome : le « chantier d’un siècle »")
    #expect(relaxed.hits.map(\.id).sorted() == ["a", "b"])
    #expect(relaxed.total == 2)
    #expect(relaxed.notes.count == 1)
    // What is excluded stays excluded, and phrases alone mean what they say.
    #expect(try index.search("Cosmodrome « chantier d’un siècle » -Vostotchny").hits.map(\.id) == ["b"])
    #expect(try index.search("« chantier d’un siècle »").total == 0)
    // A filter is no reason to find less of the query.
    #expect(
      try index.search("Vostotchny « chantier du siècle »", options: SearchOptions(section: "Sport")).total
        == 0)
  }

  @Test func `a query that only excludes says so`() throws {
    let fixture = try IndexFixture([Article("a", "", "un")])
    #expect(try fixture.open().search("-un").notes.count == 1)
    #expect(try fixture.open().search("-un deux").notes == [])
  }

  @Test func `the total is exact and pages are parts of one list`() throws {
    var random = SeededGenerator()
    let texts = RandomText(&random, count: 12)
    let fixture = try IndexFixture(
      (0..<150).map { Article("a\($0)", texts.sentence(&random, 0...4), texts.text(&random, 1...2)) })
    let index = try fixture.open()
    for order in SearchOrder.allCases {
      for _ in 0..<6 {
        // Long queries are reranked, the first thirty hits of them.
        let query = (0..<Int.random(in: 1...7, using: &random)).map { _ in texts.word(&random) }.joined(
          separator: " ")
        let all = try index.search(
          query, options: SearchOptions(limit: 500, order: order, showsDuplicates: true))
        #expect(all.total == all.hits.count, "seed \(random.seed)")
        #expect(all.hits.map(\.rank) == Array(1..<all.hits.count + 1), "seed \(random.seed)")
        #expect(Set(all.hits.map(\.id)).count == all.hits.count, "seed \(random.seed)")
        var paged: [SearchHit] = []
        while true {
          let limit = Int.random(in: 1...40, using: &random)
          let page = try index.search(
            query,
            options: SearchOptions(
              limit: limit, offset: paged.count, order: order, showsDuplicates: true))
          #expect(page.total == all.total, "seed \(random.seed)")
          #expect(page.hits.count == min(limit, all.total - paged.count), "seed \(random.seed)")
          if page.hits.isEmpty { break }
          paged += page.hits
        }
        #expect(paged == all.hits, "\(query), seed \(random.seed)")
      }
    }
  }

  @Test(arguments: [
    (0, 0, 0), (-5, 0, 0), (10, -3, 3), (10, 3, 0), (10, 100, 0), (2, 2, 1), (Int.max, 0, 3),
    (Int.max, Int.max, 0),
    (1, Int.max, 0), (Int.min, Int.min, 0), (3, 1, 2),
  ])
  func `limits and offsets may be anything`(limit: Int, offset: Int, count: Int) throws {
    let fixture = try IndexFixture((0..<3).map { Article("a\($0)", "", "un texte") })
    let results = try fixture.open().search(
      "texte", options: SearchOptions(limit: limit, offset: offset, showsDuplicates: true))
    #expect(results.hits.count == count)
    #expect(results.total == 3)
    #expect(results.query == "texte")
  }

  @Test func `hits are the same whenever they are asked for`() throws {
    var random = SeededGenerator()
    let texts = RandomText(&random, count: 10)
    let articles = (0..<80).map {
      Article("a\($0)", texts.sentence(&random, 1...4), texts.text(&random, 1...3))
    }
    let one = try IndexFixture(articles)
    let other = try IndexFixture(articles)
    for _ in 0..<10 {
      let query = (0..<Int.random(in: 1...7, using: &random)).map { _ in texts.word(&random) }.joined(
        separator: " ")
      let hits = try one.open().search(query, options: SearchOptions(limit: 70)).hits
      #expect(
        try one.open().search(query, options: SearchOptions(limit: 70)).hits == hits, "seed \(random.seed)")
      #expect(
        try other.open().search(query, options: SearchOptions(limit: 70)).hits == hits, "seed \(random.seed)")
      for (hit, next) in zip(hits, hits.dropFirst()) {
        #expect(hit.score >= next.score, "seed \(random.seed)")
      }
    }
  }

  @Test func `a hit says of the article what it holds`() throws {
    var article = Article("a", "Le « cosmodrome »", lead: "Un chapô.", "Un cosmodrome.", section: "Espace")
    article.date = ArticleDate("2023-09-13T11:05+02:00")
    article.url = "https://example.org/a"
    article.source = "AFP"
    let fixture = try IndexFixture([article])
    let hit = try #require(try fixture.open().search("cosmodromes").hits.first)
    #expect(
      [hit.id, hit.title, hit.section, hit.date, hit.url, hit.source] == [
        "a", article.title, "Espace", "2023-09-13T11:05+02:00", "https://example.org/a", "AFP",
      ])
    #expect(hit.rank == 1)
    #expect(hit.score > 0)
    let title = Array(article.title.utf8)
    #expect(hit.titleHighlights.map { String(decoding: title[$0], as: UTF8.self) } == ["cosmodrome"])
    #expect(hit.snippets == [Snippet(text: "Un cosmodrome.", highlights: [3..<13])])
  }

  /// A query of so many parts; # stands for a number that makes each another.
  @Test(arguments: [
    "a ", "\"a b\" ", "-a ", "été-", "« x » y ", "-\"a b\" c ", "m# ", "\"m# n\" ", "-m# ", "-\"m# n\" ",
    "\"m#\" m# ",
    "été-m#-",
  ])
  func `a long query is answered`(part: String) throws {
    let fixture = try IndexFixture([Article("a", "", "a été b, a b x y")])
    let index = try fixture.open()
    func query(_ count: Int) -> String {
      (0..<count).map { part.replacing("#", with: "\($0)") }.joined() + " été"
    }
    let isExcluded = part == "-a " || part.hasPrefix("-\"a b")
    #expect(try index.search(query(100)).total == (isExcluded ? 0 : 1))
    // Beyond some hundred words not all are looked for, which is said; none is an error.
    let results = try index.search(query(2_000))
    #expect(results.total == 1 || isExcluded || !results.notes.isEmpty)
  }

  @Test func `whatever is typed is answered, with ranges on characters' bounds`() throws {
    var random = SeededGenerator()
    let texts = RandomText(&random)
    let body =
      texts.words.joined(separator: " ") + ". \u{1F680}\u{1F1EB}\u{1F1F7} e\u{301}te\u{301} \u{FEFF}\u{200D}x"
    let fixture = try IndexFixture([Article("a", "Le titre l’été", body), Article("b", "", "\u{0}\u{FFFD}")])
    let index = try fixture.open()
    let marks: [Unicode.Scalar] = [
      "\"", "«", "»", "“", "-", "'", "’", "*", "(", ")", "\u{0}", "\u{301}", "\u{202F}", "\u{1F680}", "ß",
      "İ", "Ꭰ",
    ]
    for _ in 0..<600 {
      var query = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        switch Int.random(in: 0...3, using: &random) {
        case 0: query.append(Unicode.Scalar(UInt32.random(in: 0...0xD7FF, using: &random)) ?? " ")
        case 1: query.append(marks[Int.random(in: marks.indices, using: &random)])
        default: query.append(contentsOf: (texts.word(&random) + " ").unicodeScalars)
        }
      }
      let results = try index.search(String(query), options: SearchOptions(snippetLength: 60))
      #expect(results.total == results.hits.count, "\(query) seed \(random.seed)")
      for hit in results.hits {
        for text in [(hit.title, hit.titleHighlights)] + hit.snippets.map({ ($0.text, $0.highlights) }) {
          let bytes = Array(text.0.utf8)
          for range in text.1 {
            #expect(
              range.lowerBound < range.upperBound && range.upperBound <= bytes.count, "seed \(random.seed)")
            let bounds = [range.lowerBound, range.upperBound].filter { $0 < bytes.count }
            #expect(bounds.allSatisfy { bytes[$0] & 0xC0 != 0x80 }, "\(query) seed \(random.seed)")
          }
        }
      }
    }
  }
}
