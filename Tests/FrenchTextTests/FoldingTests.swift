import FrenchText
import Testing

@Suite struct FoldingTests {
  @Test(
    arguments: AnalysisCase.table(
      """
      économie → économie:economie
      ÉCONOMIE → ÉCONOMIE:economie
      e\u{301}conomie → e\u{301}conomie:economie
      E\u{301}CONOMIE → E\u{301}CONOMIE:economie
      Noël → Noël:noel
      Noe\u{308}l → Noe\u{308}l:noel
      garçon → garçon:garcon
      GARÇON → GARÇON:garcon
      garc\u{327}on → garc\u{327}on:garcon
      forêt → forêt:foret
      fore\u{302}t → fore\u{302}t:foret
      hôpital → hôpital:hopital
      Hôpital → Hôpital:hopital
      piqûre → piqûre:piqure
      naïveté → naïveté:naivete
      maïs → maïs:mais
      sûreté → sûreté:surete
      théâtre → théâtre:theatre
      THÉÂTRE → THÉÂTRE:theatre
      Theatre → Theatre:theatre
      âge → âge:age
      règlement → règlement:reglement
      Î\u{200B}le → Î\u{200B}le:ile
      """))
  func `a term has neither case nor accents`(line: AnalysisCase) { line.check() }

  @Test(
    arguments: AnalysisCase.table(
      """
      cœur → cœur:coeur
      CŒUR → CŒUR:coeur
      Œuvre → Œuvre:oeuvre
      ŒUVRES → ŒUVRES:oeuvre
      Oeuvre → Oeuvre:oeuvre
      œufs → œufs:oeuf
      bœuf → bœuf:boeuf
      sœurs → sœurs:soeur
      vœux → vœux:voeu
      nœud → nœud:noeud
      œil → œil:oeil
      ﬁlm → ﬁlm:film
      ﬂeuve → ﬂeuve:fleuve
      eﬀort → eﬀort:effort
      oﬃcier → oﬃcier:officier
      aﬄuent → aﬄuent:affluent
      ＰＡＲＩＳ → ＰＡＲＩＳ:paris
      Ｐａｒｉｓ → Ｐａｒｉｓ:paris
      ｇｕｅｒｒｅ → ｇｕｅｒｒｅ:guerre
      """))
  func `ligatures and full-width letters are the letters they stand for`(line: AnalysisCase) { line.check() }

  @Test(
    arguments: AnalysisCase.table(
      """
      gou\u{AD}ver\u{AD}ne\u{AD}ment → gou\u{AD}ver\u{AD}ne\u{AD}ment:gouvernement
      gou\u{200B}vernement → gou\u{200B}vernement:gouvernement
      gou\u{200D}vernement → gou\u{200D}vernement:gouvernement
      gou\u{2060}vernement → gou\u{2060}vernement:gouvernement
      \u{FEFF}Paris → Paris:paris
      Paris\u{AD} → Paris:paris
      \u{200B}Paris\u{200B} est → Paris:paris | est:etre
      """))
  func `what is not seen is not read`(line: AnalysisCase) { line.check() }

  @Test(
    arguments: AnalysisCase.table(
      """
      Łódź → Łódź:lodz
      Erdoğan → Erdoğan:erdogan
      Đoković → Đoković:dokovic
      Ødegård → Ødegård:odegard
      Þór → Þór:thor
      Dvořák → Dvořák:dvorak
      Orbán → Orbán:orban
      São → São:sao
      Malmö → Malmö:malmo
      Düsseldorf → Düsseldorf:dusseldorf
      Zürich → Zürich:zurich
      Győr → Győr:gyor
      Tromsø → Tromsø:tromso
      Kraków → Kraków:krakow
      Việt Nam → Việt:viet | Nam:nam
      Citroën → Citroën:citroen
      Москва → Москва:москва
      МОСКВА → МОСКВА:москва
      Ελλάδα → Ελλάδα:ελλαδα
      東京 → 東 | 京
      """))
  func `foreign letters lose their marks, other scripts stay`(line: AnalysisCase) { line.check() }

  /// Words made of pieces that French words are made of, at least one accent in each.
  private static let words: [String] = {
    let beginnings = [
      "dé", "ré", "pré", "é", "mé", "télé", "hétéro", "géo", "contrô", "sûr", "aî", "façon", "reçu", "naï",
      "pâ", "crê",
      "hô", "bâti", "gê", "goû",
    ]
    let roots = ["cid", "gén", "lect", "mont", "pris", "vel", "tât", "nêt", "çoiv", "croî"]
    let endings = ["é", "ée", "és", "ées", "er", "ère", "ité", "ément", "èrent", "ïsme"]
    return beginnings.flatMap { beginning in
      roots.flatMap { root in endings.map { beginning + root + $0 } }
    }
  }()

  private static let letters: [Character: (plain: String, decomposed: String)] = [
    "é": ("e", "e\u{301}"), "è": ("e", "e\u{300}"), "ê": ("e", "e\u{302}"), "ë": ("e", "e\u{308}"),
    "â": ("a", "a\u{302}"), "à": ("a", "a\u{300}"), "î": ("i", "i\u{302}"), "ï": ("i", "i\u{308}"),
    "ô": ("o", "o\u{302}"), "û": ("u", "u\u{302}"), "ç": ("c", "c\u{327}"),
  ]

  @Test func `two thousand words with accents have the terms of those without`() {
    #expect(Set(Self.words).count == 2_000)
    let analyzer = FrenchAnalyzer()
    for word in Self.words {
      let plain = word.map { Self.letters[$0]?.plain ?? String($0) }.joined()
      let decomposed = word.map { Self.letters[$0]?.decomposed ?? String($0) }.joined()
      #expect(plain.utf8.allSatisfy { $0 < 0x80 }, "\(word)")
      #expect(Array(word.utf8) != Array(decomposed.utf8), "\(word)")
      let expected = analyzer.tokens(of: plain).map(\.terms)
      #expect(expected.count == 1, "\(word)")
      for spelling in [word, decomposed, word.uppercased(), decomposed.uppercased(), plain.uppercased()] {
        #expect(analyzer.tokens(of: spelling).map(\.terms) == expected, "\(spelling)")
      }
    }
  }
}
