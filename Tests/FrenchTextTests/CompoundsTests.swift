import FrenchText
import Testing

@Suite struct CompoundsTests {
  @Test(
    arguments: AnalysisCase.table(
      """
      porte-parole → porte | parole
      porte‑parole → porte | parole
      porte‐parole → porte | parole
      porte-paroles → porte | paroles:parole
      PORTE-PAROLE → PORTE:porte | PAROLE:parole
      porte-avions → porte | avions:avion
      après-midi → après:apres | midi
      Proche-Orient → Proche:proche | Orient:orient
      président-directeur → président:president | directeur
      vice-président → vice | président:president
      vice-présidente → vice | présidente:president
      vice-présidents → vice | présidents:president
      ex-ministre → ex | ministre
      demi-heure → demi | heure
      arc-en-ciel → arc | en | ciel
      grand-père → grand | père:pere
      grands-pères → grands:grand | pères:pere
      beaux-arts → beaux:beau | arts:art
      sans-abri → sans | abri
      sans-papiers → sans | papiers:papier
      bien-être → bien | être:etre
      savoir-faire → savoir | faire
      moi-même → moi | même:meme
      dix-sept → dix | sept
      quatre-vingts → quatre | vingts:vingt
      soixante-dix → soixante | dix
      vingt-et-un → vingt | et | un
      """))
  func `a compound is its parts`(line: AnalysisCase) { line.check() }

  @Test(
    arguments: AnalysisCase.table(
      """
      week-end → week | end:end+weekend
      week-ends → week | ends:end+weekend
      weekend → weekend
      weekends → weekends:weekend
      WEEK-END → WEEK:week | END:end+weekend
      anti-missile → anti | missile:missile+antimissile
      anti-missiles → anti | missiles:missile+antimissile
      antimissiles → antimissiles:antimissile
      extra-terrestre → extra | terrestre:terrestre+extraterrestre
      extraterrestres → extraterrestres:extraterrestre
      euro-députée → euro | députée:depute+eurodepute
      eurodéputé → eurodéputé:eurodepute
      super-héros → super | héros:heros+superheros
      Covid-19 → Covid:covid | 19:19+covid19
      COVID-19 → COVID:covid | 19:19+covid19
      Covid19 → Covid19:covid19
      B-52 → B:b | 52:52+b52
      """))
  func `a compound that is also written in one word has its term, too`(line: AnalysisCase) { line.check() }

  /// The two spellings of a compound.
  @Test(
    arguments: [
      ("pique-nique", "piqueniques"), ("porte-monnaie", "portemonnaie"), ("contre-attaque", "contrattaques"),
      ("entre-temps", "entretemps"), ("haut-parleurs", "hautparleur"),
      ("visio-conférence", "visioconférences"),
      ("agro-alimentaire", "agroalimentaires"), ("co-écrit", "coécrit"), ("plate-forme", "plateformes"),
      ("anti-inflation", "antiinflation"), ("auto-école", "autoécole"),
      ("micro-entreprise", "microentreprise"),
      ("télé-réalité", "téléréalité"), ("pro-russes", "prorusse"), ("multi-récidiviste", "multirécidivistes"),
      ("cyber-attaques", "cyberattaque"), ("start-up", "startup"), ("start-ups", "startups"),
      ("e-mails", "emails"), ("pull-over", "pullover"), ("best-seller", "bestseller"),
      ("post-traumatique", "posttraumatique"),
      ("néo-nazis", "néonazi"), ("hyper-puissance", "hyperpuissance"),
      ("inter-ministériel", "interministérielle"),
      ("semi-remorque", "semiremorques"), ("socio-économique", "socioéconomiques"),
      ("narco-trafiquants", "narcotrafiquant"),
      ("bio-carburants", "biocarburant"), ("trans-atlantique", "transatlantique"),
      ("para-pluie", "parapluies"),
      ("A-320", "A320"), ("micro-ordinateurs", "microordinateur"),
    ])
  func `the spelling in one word is found in the one with a hyphen`(hyphenated: String, joined: String) throws
  {
    let one = terms(joined)
    #expect(one.count == 1)
    #expect(FrenchAnalyzer().tokens(of: hyphenated).last?.terms.last == one.first)
  }

  @Test(
    arguments: AnalysisCase.table(
      """
      est-il → est:etre | il
      est-elle → est:etre | elle
      dit-elle → dit:dire | elle
      dit-il → dit:dire | il
      vas-y → vas:aller | y
      allez-y → allez:aller | y
      donne-le-moi → donne:donner | le | moi
      dis-moi → dis:dire | moi
      prends-en → prends:prendre | en
      faut-il → faut:falloir | il
      peut-on → peut:pouvoir | on
      paraît-il → paraît:paraitre | il
      promet-elle → promet:promettre | elle
      prenez-le → prenez:prendre | le
      parle-t-on → parle:parler | on
      pense-t-il → pense:penser | il
      va-t-il → va:aller | il
      VA-T-IL → VA:aller | IL:il
      viendra-t-il → viendra:venir | il
      sera-t-il → sera:etre | il
      est-ce que → est:etre | ce | que
      celui-ci → celui | ci
      là-bas → là-bas:labas
      Là-bas → Là-bas:labas
      là‑bas → là‑bas:labas
      là-haut → là-haut:lahaut
      rendez-vous → rendez-vous:rendezvous
      RENDEZ-VOUS → RENDEZ-VOUS:rendezvous
      un rendez-vous. → un | rendez-vous:rendezvous
      peut-être → peut-être:peutetre
      Peut-être viendra-t-il → Peut-être:peutetre | viendra:venir | il
      vis-à-vis → vis-à-vis:visavis
      tête-à-tête → tête-à-tête:teteatete
      va-et-vient → va-et-vient:vaetvient
      """))
  func `pronouns behind a verb are words, and a few compounds are one`(line: AnalysisCase) { line.check() }

  @Test(
    arguments: AnalysisCase.table(
      """
      événement → événement:evenement
      évènement → évènement:evenement
      évènements → évènements:evenement
      oignon → oignon
      ognon → ognon:oignon
      ognons → ognons:oignon
      connaître → connaître:connaitre
      connaitre → connaitre
      paraît → paraît:paraitre
      parait → parait:paraitre
      maître → maître:maitre
      maitre → maitre
      coût → coût:cout
      coûts → coûts:cout
      règlementer → règlementer:reglementer
      réglementer → réglementer:reglementer
      nénuphar → nénuphar:nenuphar
      nénufar → nénufar:nenuphar
      relai → relai:relais
      chariot → chariot
      charriots → charriots:chariot
      combatif → combatif
      combattive → combattive:combatif
      clef → clef:cle
      clés → clés:cle
      tzar → tzar:tsar
      yoghourt → yoghourt:yaourt
      """))
  func `the spellings of 1990 and before are one`(line: AnalysisCase) { line.check() }
}
