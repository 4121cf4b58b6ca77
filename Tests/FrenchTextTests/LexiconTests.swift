import FrenchText
import TestSupport
import Testing

@Suite struct LexiconTests {
  @Test(arguments: [
    ("yeux", "oeil"), ("vont", "aller"), ("ira", "aller"), ("suis", "etre"), ("est", "etre"), ("ete", "ete"),
    ("avions", "avion"), ("etait", "etre"),
    ("chevaux", "cheval"),
    ("travaux", "travail"), ("aieux", "aieul"), ("cieux", "ciel"), ("messieurs", "monsieur"),
    ("belle", "beau"),
    ("vieille", "vieux"), ("presidente", "president"), ("directrices", "directeur"), ("autrice", "auteur"),
    ("auteure", "auteur"), ("nationales", "national"), ("mangeaient", "manger"), ("finissons", "finir"),
    ("pourrait", "pouvoir"), ("elections", "election"), ("portes", "porte"), ("paris", "paris"),
    ("fusees", "fusee"),
    ("marches", "marche"), ("tours", "tour"), ("longues", "long"), ("publique", "public"),
  ])
  func `a form has the lemma that news mean most often`(form: String, lemma: String) {
    #expect(Lexicon.lemma(of: form) == lemma)
  }

  @Test(arguments: ["", "a1", "cosmodromes2", "zzzzz", "aaaaaa", "vostotchny", "été", "Chevaux", "-"])
  func `what is no form of it has no lemma`(form: String) {
    #expect(Lexicon.lemma(of: form) == nil)
  }

  @Test func `the table is sorted, whole, and every rule gives a word`() {
    var before = ""
    var wrong: [String] = []
    var count = 0
    Lexicon.forEachForm { form, lemma in
      count += 1
      let isWord = !lemma.isEmpty && lemma.utf8.allSatisfy { $0 &- UInt8(ascii: "a") < 26 }
      if !isWord || !before.utf8.lexicographicallyPrecedes(form.utf8) { wrong.append(form) }
      before = form
    }
    #expect(wrong.isEmpty)
    #expect(count == 419_976)
  }

  @Test func `a form in capitals keeps its term, and each is found where it lies`() {
    let analyzer = FrenchAnalyzer()
    var wrong: [String] = []
    var number = 0
    Lexicon.forEachForm { form, lemma in
      number += 1
      // XVIes and the like are numbers to the analyzer.
      guard number % 41 == 0, !form.allSatisfy({ "ivxes".contains($0) }) else { return }
      if Lexicon.lemma(of: form) != lemma { wrong.append(form) }
      if analyzer.tokens(of: form.uppercased()).map(\.terms) != [[lemma]] { wrong.append(form) }
    }
    #expect(wrong.isEmpty)
  }
}
