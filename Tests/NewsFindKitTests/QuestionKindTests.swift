import FrenchText
import NewsQuery
import Testing

@testable import NewsFindKit

@Suite struct QuestionKindTests {
  private func kind(_ query: String) -> QuestionKind? {
    QuestionKind(QueryPlanner.plan(QueryParser.parse(query), FrenchAnalyzer()).sequence)
  }

  @Test(arguments: [
    ("combien de satellites sont en orbite", QuestionKind.quantity),
    ("Depuis quand existe l'Europe ?", .date),
    ("quand a été lancée Ariane 6", .date), ("en quelle année l'homme a-t-il marché sur la Lune", .date),
    ("Quel est le prix du baril ?", .quantity), ("qui a signé le traité", .name),
    ("à qui appartient l'île", .name),
    ("où se trouve le cosmodrome", .name), ("quelles villes accueillent les Jeux", .name),
  ])
  func `a question tells what it asks for`(query: String, expected: QuestionKind) {
    #expect(kind(query) == expected)
  }

  @Test(arguments: [
    "", "cosmodrome", "l'homme qui rit", "ou bien la paix", "ce qui change au premier janvier",
    "quelle surprise",
    "la nuit quand tout dort",
  ])
  func `other queries ask for nothing in particular`(query: String) {
    #expect(kind(query) == nil)
  }
}
