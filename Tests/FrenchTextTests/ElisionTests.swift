import FrenchText
import Testing

@Suite struct ElisionTests {
  @Test(
    arguments: AnalysisCase.table(
      """
      l'homme → homme
      l’homme → homme
      lʼhomme → homme
      l′homme → homme
      l＇homme → homme
      l‘homme → homme
      L'HOMME → HOMME:homme
      L’AVION → AVION:avion
      d’accord → accord
      D’ABORD → ABORD:abord
      j'arrive → arrive:arriver
      J’arrivais → arrivais:arriver
      m'appelle → appelle:appeler
      t'aimait → aimait:aimer
      s'agit → agit:agir
      n’est → est:etre
      c’était → était:etre
      ç’avait → avait:avoir
      qu’on → on
      Qu'importait → importait:importer
      jusqu'alors → alors
      jusqu’ici → ici
      lorsqu’un → un
      Lorsqu'on → on
      puisqu’aujourd’hui → aujourd’hui:aujourdhui
      quoiqu’un → un
      s'il → il
      qu'elle → elle
      n'y → y
      d’y aller → y | aller
      s'en aller → en | aller
      l’hôtel → hôtel:hotel
      l’œuvre → œuvre:oeuvre
      l'A320 → A320:a320
      d'1 million → 1 | million
      l'ex-président → ex | président:president
      l’arc-en-ciel → arc | en | ciel
      chef-d’œuvre → chef | œuvre:oeuvre
      d’Artagnan → Artagnan:artagnan
      l’« avion » → avion
      l'"avion" → avion
      l’“avion” → avion
      d'«avion» → avion
      l’avion d'Air France → avion | Air:air | France:france
      C'est l'histoire d'un homme → est:etre | histoire | un | homme
      qu'est-ce → est:etre | ce
      """))
  func `what is elided is no word`(line: AnalysisCase) { line.check() }

  @Test(
    arguments: AnalysisCase.table(
      """
      aujourd'hui → aujourd'hui:aujourdhui
      Aujourd’hui → Aujourd’hui:aujourdhui
      AUJOURD’HUI → AUJOURD’HUI:aujourdhui
      d'aujourd'hui → aujourd'hui:aujourdhui
      quelqu'un → quelqu'un:quelquun
      Quelqu’un → Quelqu’un:quelquun
      presqu'île → presqu'île:presquile
      presqu’îles → presqu’îles:presquile
      la presqu′île → la:le | presqu′île:presquile
      prud'homme → prud'homme:prudhomme
      prud’hommes → prud’hommes:prudhomme
      PRUD’HOMMES → PRUD’HOMMES:prudhomme
      prud’homal → prud’homal:prudhomal
      prud’homaux → prud’homaux:prudhomal
      entr'acte → entr'acte:entracte
      l’entr’acte → entr’acte:entracte
      entr’actes → entr’actes:entracte
      entr'ouvrir → entr'ouvrir:entrouvrir
      s’entr’aider → entr’aider:entraider
      O'Brien → O'Brien:obrien
      O’BRIEN → O’BRIEN:obrien
      O'Connor → O'Connor:oconnor
      l'O'Connor → O'Connor:oconnor
      M’Bow → M’Bow:mbow
      grand'mère → grand | mère:mere
      grand’rue → grand | rue
      rock'n'roll → rock | roll
      'avion' → avion
      ‘avion’ → avion
      les avions' → les:le | avions:avion
      """))
  func `what only looks elided stays whole`(line: AnalysisCase) { line.check() }
}
