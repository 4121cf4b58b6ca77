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

  @Test(
    arguments: AnalysisCase.table(
      """
      les tours → les:le | tours:tour
      la ville de Tours → la:le | ville | de | Tours:Tours
      à Tours, hier → à:a | Tours:Tours | hier
      de TOURS → de | TOURS:tour
      Tours accueille → Tours:tour | accueille:accueillir
      Il part. Tours accueille → Il:il | part | Tours:tour | accueille:accueillir
      Lui : « Tours accueille » → Lui:lui | Tours:tour | accueille:accueillir
      Le château de Blanche → Le:le | château:chateau | de | Blanche:Blanche
      une page blanche → une | page | blanche:blanc
      la planète Vénus → la:le | planète:planete | Vénus:Venus
      ils sont venus → ils | sont:etre | venus:venir
      dans les Landes → dans | les:le | Landes:Landes
      à Lourdes → à:a | Lourdes:Lourdes
      de lourdes pertes → de | lourdes:lourd | pertes:perte
      les Philippines → les:le | Philippines:Philippines
      """))
  func `a name is not bent into a common word`(line: AnalysisCase) { line.check() }

  @Test(
    arguments: AnalysisCase.table(
      """
      chez Orange → chez | Orange:orange+Orange
      une orange → une | orange
      chez ORANGE → chez | ORANGE:orange
      à Paris → à:a | Paris:paris+Paris
      les paris → les:le | paris
      l’Orange bleue → Orange:orange+Orange | bleue:bleu
      de l’Orne → de | Orne:orne+Orne
      avec Marine Le Pen → avec | Marine:marine+Marine | Le:le | Pen:pen
      la marine nationale → la:le | marine | nationale:national
      avec Pierre → avec | Pierre:pierre+Pierre
      la pierre → la:le | pierre
      """))
  func `a name that is its own lemma is found by both`(line: AnalysisCase) { line.check() }
}
