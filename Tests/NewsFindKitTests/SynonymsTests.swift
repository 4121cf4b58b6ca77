import FrenchText
import NewsQuery
import Testing

@testable import NewsFindKit

@Suite struct SynonymsTests {
  private func plan(_ query: String, synonyms: Synonyms? = .standard) -> QueryPlan {
    QueryPlanner.plan(QueryParser.parse(query), FrenchAnalyzer(), synonyms: synonyms)
  }

  /// The terms and phrases that are looked for, with what may stand for them.
  private func lookups(
    _ query: String, synonyms: Synonyms? = .standard
  ) -> [(phrase: QueryPlan.Phrase, alternatives: [QueryPlan.Alternative])] {
    plan(query, synonyms: synonyms).leaves.compactMap { leaf in
      if case .phrase(let phrase, let alternatives) = leaf.lookup { (phrase, alternatives) } else { nil }
    }
  }

  @Test(arguments: [
    ("ONU", "onu", ["nation", "unir"]), ("O.N.U.", "onu", ["nation", "unir"]),
    ("onu", "onu", ["nation", "unir"]), ("Nations unies", "nation", ["onu"]),
    ("nations unies", "unir", ["onu"]),
    ("sanctions contre la Corée du Nord", "coree", ["rpdc"]), ("RPDC", "rpdc", ["coree", "du", "nord"]),
    ("BCE", "bce", ["banque", "central", "europeen"]), ("OTAN", "otan", ["nato"]), ("NATO", "nato", ["otan"]),
  ])
  func `a name is found by its other spellings, for less`(query: String, word: String, phrase: [String]) {
    let found = lookups(query).first { $0.phrase == [word] }
    #expect(
      found?.alternatives.contains(.init(phrase: phrase, weight: Synonyms.weight)) == true, "\(found as Any)")
    #expect(Synonyms.weight < 1)
  }

  @Test func `the terms of the table are those of its names`() {
    let analyzer = FrenchAnalyzer()
    for (written, terms) in SynonymTable.names {
      let expected = written.description.split(separator: "|").map { name in
        analyzer.tokens(of: String(name)).compactMap(\.terms.first).joined(separator: " ")
      }.joined(separator: "|")
      #expect(terms.description == expected, "\(written)")
    }
  }

  @Test func `they can be left out, and phrases and parts of names mean what they say`() {
    #expect(lookups("ONU", synonyms: nil).map(\.alternatives) == [[]])
    #expect(lookups("\"Nations unies\"").map(\.phrase) == [["nation", "unir"]])
    for query in [
      "nations", "unies nations", "Corée du Sud", "Nations \"du monde\" unies", "Corée -ONU", "+ONU",
      "ONU OU paix",
      "ONU ET paix", "=ONU", "\"Nations unies\"", "nations titre:unies",
    ] {
      #expect(lookups(query).allSatisfy { $0.alternatives.isEmpty }, "\(query)")
    }
    #expect(lookups("titre:ONU").allSatisfy { !$0.alternatives.isEmpty })
  }

  @Test func `what was typed ranks above what stands for it`() throws {
    let fixture = try IndexFixture([
      Article(id: "a", title: "Réunion", body: "Les Nations unies se sont réunies à New York hier soir."),
      Article(id: "b", title: "Réunion", body: "Hier soir, l’ONU s’est réunie à New York, dit-on."),
      Article(id: "c", title: "Réunion", body: "Hier soir, le club de pétanque s’est réuni sur la place."),
    ])
    #expect(try fixture.search("ONU") == ["b", "a"])
    #expect(try fixture.search("« Nations unies »") == ["a"])
  }
}
