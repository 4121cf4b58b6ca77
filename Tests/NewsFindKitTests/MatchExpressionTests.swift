import FrenchText
import NewsQuery
import SQLiteStore
import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct MatchExpressionTests {
  private func expression(_ query: String) -> MatchExpression {
    let plan = QueryPlanner.plan(QueryParser.parse(query), FrenchAnalyzer())
    return MatchExpression(plan, plan.condition)
  }

  @Test(arguments: [
    ("fusée", 1, 1), ("fusée lanceur", 2, 2), ("\"fusée lanceur\"", 1, 1), ("\"a b\" \"c d\"", 2, 2),
    ("\"a b\" fusée", 3, 2), ("fusée -lanceur", 2, 1), ("\"a b\" fusée -lanceur -\"c d\"", 5, 2),
    ("fusée fusées", 1, 1),
  ])
  func `each phrase has its role, and words and phrases are scored`(query: String, phrases: Int, scored: Int)
  {
    let expression = expression(query)
    #expect(expression.roles.count == phrases)
    #expect(expression.roles.count { $0 != .silent } == scored)
    #expect(expression.text?.count { $0 == "\"" } == 2 * phrases)
    #expect(expression.condition == nil && !expression.meansOthers)
  }

  @Test(arguments: [
    "titre:\"claire\" -désormais \"valls\"", "(titre:\"claire\" ET valls) OU fusée",
    "((titre:\"claire\" OU \"beau port\") ET valls) OU fusée", "(titre:\"claire\" OU fusée) valls -désormais",
    "+valls +(titre:\"claire\" OU (\"beau port\" ET valls)) -fusée",
    "titre:\"claire\" -désormais \"valls\" -=fusée",
  ])
  func `a word counts as often as it is there, however deep it stands`(query: String) throws {
    // Whatever their order in the index, some that hold a word elsewhere lie before others that hold it in the title.
    let kinds = [
      ("Ailleurs", "Le temps est clair, dit Valls. Le port est beau."), ("Avec Claire Martin", "Avec Valls."),
      ("Un temps clair", "Le beau port de Valls."), ("Autre chose", "Un temps de chien."),
    ]
    let fixture = try IndexFixture(
      (0..<24).map { number in
        let (title, body) = kinds[(number * 7 + number / 4) % 4]
        return Article(id: "\(number)", title: title, body: body)
      })
    let index = try fixture.open()
    var options = SearchOptions(limit: 100, showsDuplicates: true)
    options.reranks = false
    options.ways.usesLists = false
    let expected = try index.search("titre:\"claire\" \"valls\"", options: options).hits
    #expect(expected.count > 8)
    let found = try index.search(query, options: options).hits
    for hit in expected {
      // Some count for other words as well.
      let score = found.first { $0.id == hit.id }?.score ?? 0
      #expect(query.contains("beau") ? score >= hit.score : score == hit.score, "\(hit.id)")
    }
  }

  @Test func `FTS5 reads any expression, and finds as many phrases as it has roles`() throws {
    final class Counter: FTS5AuxiliaryFunction {
      var phraseCount = 0
      func visit(_ match: borrowing FTS5Match) { phraseCount = match.phraseCount }
    }
    var random = SeededGenerator()
    let texts = RandomText(&random)
    let fixture = try IndexFixture([Article("a", "", texts.words.joined(separator: " "))])
    let index = try IndexConnection.reader(fixture.path)
    let counter = Counter()
    try index.connection.register(auxiliary: "count_phrases", counter)
    let signs = [
      "", "-", "\"", "« ", " »", "(", "*", "AND ", "NOT ", "NEAR(", ":", "^", "+", "title:", " OU ", "=", "*",
      "\"~3 ", ")", "section:",
    ]
    for _ in 0..<600 {
      let query = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        signs[Int.random(in: signs.indices, using: &random)] + texts.word(&random)
          + signs[Int.random(in: signs.indices, using: &random)]
      }.joined(separator: " ")
      let plan = QueryPlanner.plan(QueryParser.parse(query), index.analyzer)
      let expression = MatchExpression(plan, plan.condition)
      guard let text = expression.text else { continue }
      counter.phraseCount = expression.roles.count
      try index.connection.prepare(
        "SELECT count_phrases(article_text) FROM article_text WHERE article_text MATCH ?1"
      )
      .bind(text, at: 1).run()
      #expect(counter.phraseCount == expression.roles.count, "\(query), seed \(random.seed)")
    }
  }
}
