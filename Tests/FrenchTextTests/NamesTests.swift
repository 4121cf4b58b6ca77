import FrenchText
import Testing

@Suite struct NamesTests {
  @Test(
    arguments: AnalysisCase.table(
      """
      Macron → Macron:macron
      MACRON → MACRON:macron
      Emmanuel Macron → Emmanuel:emmanuel | Macron:macron
      Vostochny → Vostochny:vostochny
      VOSTOCHNY → VOSTOCHNY:vostochny
      Vostotchny → Vostotchny:vostochny
      Zelensky → Zelensky:zelensky
      Volodymyr Zelensky → Volodymyr:volodymyr | Zelensky:zelensky
      Le Pen → Le:le | Pen:pen
      LE PEN → LE:le | PEN:pen
      Kim Jong-un → Kim:kim | Jong:jong | un
      Kim Jong-Un → Kim:kim | Jong:jong | Un:un
      Kim Jong Un → Kim:kim | Jong:jong | Un:un
      KIM JONG-UN → KIM:kim | JONG:jong | UN:un
      Xi Jinping → Xi:xi | Jinping:jinping
      Donald Trump → Donald:donald | Trump:trump
      Jean-Luc Mélenchon → Jean:jean | Luc:luc | Mélenchon:melenchon
      New York → New:new | York:york
      Hong Kong → Hong:hong | Kong:kong
      Rio de Janeiro → Rio:rio | de | Janeiro:janeiro
      Ben Laden → Ben:ben | Laden:laden
      Kiev → Kiev:kiev
      Kyiv → Kyiv:kiev
      Moscou → Moscou:moscou
      Benyamin Nétanyahou → Benyamin:benyamin | Nétanyahou:netanyahou
      """))
  func `a name has one term in either case`(line: AnalysisCase) { line.check() }

  @Test(
    arguments: AnalysisCase.table(
      """
      Saint-Malo → Saint:saint | Malo:malo
      St-Malo → St:saint | Malo:malo
      Saint Malo → Saint:saint | Malo:malo
      SAINT-MALO → SAINT:saint | MALO:malo
      Sainte-Foy → Sainte:saint | Foy:foy
      Ste-Foy → Ste:saint | Foy:foy
      Nord-coréen → Nord:nord | coréen:coreen
      nord-coréennes → nord | coréennes:coreen
      sud-africain → sud | africain
      Sud-Africaine → Sud:sud | Africaine:africain
      franco-allemand → franco | allemand
      franco-allemandes → franco | allemandes:allemand
      nord-américaine → nord | américaine:americain
      israélo-palestinien → israélo:israelo | palestinien
      russo-ukrainienne → russo | ukrainienne:ukrainien
      Île-de-France → Île:ile | de | France:france
      Notre-Dame → Notre:notre | Dame:dame
      Pays-Bas → Pays:pays | Bas:bas
      Aix-en-Provence → Aix:aix | en | Provence:provence
      Air France-KLM → Air:air | France:france | KLM:klm
      l’Extrême-Orient → Extrême:extreme | Orient:orient
      Mme Macron → Mme:madame | Macron:macron
      Mᵐᵉ Macron → Mᵐᵉ:madame | Macron:macron
      Madame Macron → Madame:madame | Macron:macron
      Mlle Macron → Mlle:mademoiselle | Macron:macron
      Mgr Macron → Mgr:monseigneur | Macron:macron
      M. Macron → M:m | Macron:macron
      """))
  func `a name of several parts is its parts`(line: AnalysisCase) { line.check() }
}
