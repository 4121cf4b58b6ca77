import FrenchText
import Glibc
import NewsQuery
import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct CandidateCollectorTests {
  private let weights = RankingWeights.standard

  /// The terms of an article: title, lead, body.
  private struct Terms {
    let id: Int64
    let title: [String]
    let lead: [String]
    let body: [String]

    var textLength: Int { lead.count + body.count }

    init(id: Int64, _ article: Article, _ analysis: TextAnalysis) {
      self.id = id
      func terms(_ text: String) -> [String] { analysis.tokens(of: text).flatMap(\.terms) }
      title = terms(article.title)
      lead = terms(article.lead)
      body = terms(article.body)
    }

    /// The places of a phrase in a row of terms.
    static func places(of phrase: [String], in terms: [String]) -> [Int] {
      terms.indices.filter { terms[$0] == phrase[0] && terms[$0...].starts(with: phrase) }
    }

    func holds(_ phrase: [String]) -> Bool {
      [title, lead, body].contains { !Self.places(of: phrase, in: $0).isEmpty }
    }
  }

  /// Phrases that count as one, each with its weight; the first is the word itself.
  private typealias Group = [(phrase: [String], weight: Double)]

  /// BM25F as its paper writes it, term by term and article by article, without any of the collector's short cuts.
  private func scores(_ groups: [Group], _ all: [Terms]) -> [Int64: Double] {
    let count = Double(all.count)
    let titleMean = max(Double(all.reduce(0) { $0 + $1.title.count }) / count, 1)
    let textMean = max(Double(all.reduce(0) { $0 + $1.textLength }) / count, 1)
    let idf = groups.map { group in
      let holding = group.map { member in Double(all.count { $0.holds(member.phrase) }) }
      // Where nobody uses the word itself it is as rare as the most frequent of what stands for it.
      let rarest = holding[0] > 0 ? holding[0] : holding.max() ?? 0
      return log(1 + (count - rarest + 0.5) / (rarest + 0.5))
    }
    var scores: [Int64: Double] = [:]
    for article in all where groups.joined().contains(where: { article.holds($0.phrase) }) {
      scores[article.id] = zip(groups, idf).reduce(0) { sum, group in
        let frequency = group.0.reduce(0) { sum, member in
          sum + member.weight * self.frequency(of: member.phrase, in: article, titleMean, textMean)
        }
        return sum + group.1 * frequency * (weights.k1 + 1) / (weights.k1 + frequency)
      }
    }
    return scores
  }

  private func frequency(
    of phrase: [String], in article: Terms, _ titleMean: Double, _ textMean: Double
  ) -> Double {
    let isTitled = !article.title.isEmpty
    let titleLength = isTitled ? article.title.count : min(weights.openingLength, article.textLength)
    let inText = Terms.places(of: phrase, in: article.lead) + Terms.places(of: phrase, in: article.body)
    let inTitle =
      isTitled
      ? Terms.places(of: phrase, in: article.title).count
      // All of it in the opening.
      : inText.count { $0 + phrase.count <= weights.openingLength }
    let titleNorm = 1 - weights.titleB + weights.titleB * Double(titleLength) / titleMean
    let textNorm = 1 - weights.textB + weights.textB * Double(article.textLength) / textMean
    return weights.title * Double(inTitle) / titleNorm + Double(inText.count) / textNorm
  }

  /// Runs an expression and gives the candidates.
  private func collect(
    _ index: IndexConnection, _ expression: String, _ roles: [CandidateCollector.PhraseRole],
    capacity: Int = 1_000,
    filter: ArticleFilter = ArticleFilter()
  ) throws -> [Candidate] {
    let groups = Set(roles.compactMap { if case .scored(let group, _) = $0 { group } else { nil } })
    try index.collector.prepare(
      roles: roles, groupCount: groups.count, filter: filter, capacity: capacity, order: .relevance)
    try index.connection.prepare(
      "SELECT \(CandidateCollector.name)(article_text) FROM article_text WHERE article_text MATCH ?1"
    ).bind(expression, at: 1).run()
    return index.collector.candidates()
  }

  @Test func `scores are those of BM25F`() throws {
    var random = SeededGenerator()
    let analysis = TextAnalysis()
    for _ in 0..<6 {
      let texts = RandomText(&random, count: 15)
      let articles = (0..<Int.random(in: 1...40, using: &random)).map { number in
        Article(
          "a\(number)", Bool.random(using: &random) ? texts.sentence(&random, 1...6) : "",
          lead: Bool.random(using: &random) ? texts.sentence(&random, 1...20) : "", texts.text(&random, 1...3)
        )
      }
      let fixture = try IndexFixture(articles)
      let all = articles.enumerated().map { Terms(id: Int64($0 + 1), $1, analysis) }
      let index = try IndexConnection.reader(fixture.path)
      for _ in 0..<20 {
        func phrase() -> [String] { analysis.tokens(of: texts.sentence(&random, 1...2)).flatMap(\.terms) }
        let groups: [Group] = (0..<Int.random(in: 1...4, using: &random)).map { _ in
          let others = (0..<Int.random(in: 0...2, using: &random)).map { _ in
            (phrase: phrase(), weight: Double.random(in: 0.1...0.9, using: &random))
          }
          return ([(phrase: phrase(), weight: 1)] + others).filter { !$0.phrase.isEmpty }
        }.filter { $0.first?.weight == 1 }
        guard !groups.isEmpty else { continue }
        let expression = groups.joined().map { "\"\($0.phrase.joined(separator: " "))\"" }
        let roles = groups.enumerated().flatMap { number, group in
          group.map { CandidateCollector.PhraseRole.scored(group: number, weight: $0.weight) }
        }
        let found = try collect(index, expression.joined(separator: " OR "), roles)
        let expected = scores(groups, all)
        #expect(Set(found.map(\.articleID)) == Set(expected.keys), "\(groups), seed \(random.seed)")
        #expect(index.collector.total == expected.count, "\(groups), seed \(random.seed)")
        for candidate in found {
          let expected = expected[candidate.articleID] ?? -1
          #expect(
            abs(candidate.score - expected) <= 1e-9 * max(expected, 1),
            "\(groups) in row \(candidate.articleID): \(candidate.score), not \(expected); seed \(random.seed)"
          )
        }
      }
    }
  }

  @Test func `what is silent counts nothing`() throws {
    let fixture = try IndexFixture([
      Article("a", "", "un lanceur un moteur"), Article("b", "", "un moteur"), Article("c", "", "rien"),
    ])
    let index = try IndexConnection.reader(fixture.path)
    let one = try collect(index, "\"moteur\"", [.scored(group: 0, weight: 1)])
    let silent = try collect(index, "\"moteur\" OR \"lanceur\"", [.scored(group: 0, weight: 1), .silent])
    #expect(Set(one) == Set(silent))
    #expect(index.collector.statistics?.idf.count == 1)
  }

  @Test func `the total counts what passes the filter, whatever is kept`() throws {
    var articles = (0..<30).map {
      Article("a\($0)", "", "un moteur", section: $0 % 3 == 0 ? "Sport" : "Espace")
    }
    articles.append(Article("b", "", "rien"))
    let fixture = try IndexFixture(articles)
    let index = try IndexConnection.reader(fixture.path)
    let kept = try collect(
      index, "\"moteur\"", [.scored(group: 0, weight: 1)], capacity: 4, filter: ArticleFilter(sections: [1]))
    #expect(kept.count == 4)
    #expect(index.collector.total == 10)
    // Nothing of a run is left for the next.
    #expect(try collect(index, "\"zzz\"", [.scored(group: 0, weight: 1)]) == [])
    #expect(index.collector.total == 0)
    #expect(index.collector.statistics == nil)
  }

  @Test func `an article without traits is found all the same`() throws {
    let fixture = try IndexFixture([Article("a", "Titre", "un moteur")])
    try IndexConnection.writer(fixture.path, create: false).connection.execute("DELETE FROM trait_block")
    let found = try collect(
      IndexConnection.reader(fixture.path), "\"moteur\"", [.scored(group: 0, weight: 1)])
    #expect(found.map(\.articleID) == [1])
    #expect(found.allSatisfy { $0.score.isFinite && $0.score > 0 })
  }
}
