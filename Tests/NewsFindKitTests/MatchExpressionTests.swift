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
