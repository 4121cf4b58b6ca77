import TestSupport
import Testing

/// How well the corpus is searched: judged queries, and searches that somebody tried first.
@Suite struct CorpusTests {
  private let command = CommandFixture.withCorpus()

  private static func corpus(_ name: String) -> String { "\(SharedMaterial.packageFolder)/Corpus/\(name)" }

  @Test func `the judged queries are answered as well as ever`() throws {
    let run = command.run(
      "search", "--queries", Self.corpus("queries.tsv"), "--format", "trec", "--limit", "20")
    #expect(run.status == 0)
    #expect(run.messages.isEmpty)
    let judgements = Judgements(lines: TextFile.lines(Self.corpus("qrels.tsv")))
    #expect(judgements.queryCount == 60)
    let score = try judgements.meanNDCG(ofRun: run.lines)
    #expect(score >= 0.85, "nDCG@10 \(score)")
  }

  @Test(arguments: [
    ("cosmodrome", "web/espace/2019-11-20-vostotchny-le-chantier-sans-fin.txt"),
    ("cosmodromes", "web/espace/2019-11-20-vostotchny-le-chantier-sans-fin.txt"),
    ("COREE DU NORD", "web/international/2024-03-29-coree-du-nord-veto-panel-experts.txt"),
    ("l'Extrême-Orient", "web/espace/2019-11-20-vostotchny-le-chantier-sans-fin.txt"),
    ("extreme orient", "web/espace/2019-11-20-vostotchny-le-chantier-sans-fin.txt"),
    ("« l’Extrême-Orient »", "web/espace/2019-11-20-vostotchny-le-chantier-sans-fin.txt"),
  ])
  func `an article is found by other forms of its words`(query: String, id: String) {
    #expect(command.ids(query).contains(id))
  }

  @Test(arguments: [
    "\"leave a reply\"", "leave a reply", "\"back to top\"", "back to top", "\"laisser un commentaire\"",
    "\"partager sur facebook\"",
  ])
  func `nothing is found by the furniture of the pages`(phrase: String) {
    let run = command.run("search", "--no-suggestions", phrase)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
  }

  @Test func `the index of the corpus is sound`() {
    #expect(command.run("check").output == "ok\n")
  }
}
