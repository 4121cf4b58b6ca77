import FrenchText
import Testing

@Suite struct LemmaTests {
  /// Words of one lemma each: the lemma, an arrow, forms.
  private static func forms(_ table: String) -> [AnalysisCase] {
    AnalysisCase.lines(table).flatMap { line in
      line.right.split(separator: " ").map {
        AnalysisCase(text: String($0), surfaces: [String($0)], terms: [[line.left]])
      }
    }
  }

  @Test(
    arguments: forms(
      """
      cheval → cheval chevaux
      journal → journaux Journaux JOURNAUX
      travail → travail travaux
      vitrail → vitraux
      bail → baux
      corail → coraux
      oeil → œil yeux Yeux YEUX
      ciel → ciel cieux
      aieul → aïeul aïeux aïeule
      bijou → bijoux
      genou → genoux
      caillou → cailloux
      hibou → hiboux
      bureau → bureaux
      feu → feux
      neveu → neveux
      pneu → pneus
      monsieur → messieurs
      madame → mesdames
      mademoiselle → mesdemoiselles
      festival → festivals
      nez → nez
      voix → voix
      prix → prix
      pays → pays
      gaz → gaz
      temps → temps
      corps → corps
      secours → secours
      ideal → idéaux
      animal → animaux
      hopital → hôpitaux
      tribunal → tribunaux
      canal → canaux
      tuyau → tuyaux
      noyau → noyaux
      election → élections
      guerre → guerres
      eau → eaux
      lieu → lieux
      enjeu → enjeux
      detail → détails
      euro → euros
      avion → avion avions AVIONS
      metre → mètre mètres
      decouverte → découverte découvertes
      malaise → malaises
      """))
  func `plurals are read as singulars`(line: AnalysisCase) { line.check() }

  @Test(
    arguments: forms(
      """
      heureux → heureuse heureuses
      beau → belle belles bel beaux
      vieux → vieille vieilles vieil
      fou → folle
      blanc → blanche blanches blancs
      long → longue
      public → publique publiques publics
      grec → grecque
      turc → turque
      doux → douce douces
      sportif → sportive sportives sportifs
      europeen → européenne européennes européens
      ancien → ancienne
      italien → italienne
      ukrainien → ukrainienne ukrainiens
      chinois → chinoise chinoises
      francais → française françaises
      coreen → coréenne coréennes
      israelien → israélienne
      americain → américaine américaines
      premier → première premières
      dernier → dernière
      entier → entière
      discret → discrète
      gentil → gentille
      gros → grosse grosses
      epais → épaisse
      national → nationale nationaux nationales
      mondial → mondiaux mondiale
      naif → naïve
      """))
  func `feminines are read as masculines`(line: AnalysisCase) { line.check() }

  @Test(
    arguments: forms(
      """
      president → présidente présidentes PRÉSIDENTE
      directeur → directrice directrices
      auteur → autrice auteure auteures
      acteur → actrice
      chanteur → chanteuse
      avocat → avocate avocates
      infirmier → infirmière infirmières
      policier → policière
      chercheur → chercheuse chercheuses
      vendeur → vendeuse
      serveur → serveuse
      agriculteur → agricultrice
      electeur → électrice électrices
      lecteur → lectrice
      redacteur → rédactrice
      senateur → sénatrice
      ambassadeur → ambassadrice
      champion → championne
      paysan → paysanne
      lyceen → lycéenne
      etudiant → étudiante
      depute → députée députées
      ecrivain → écrivaine
      pharmacien → pharmacienne
      boulanger → boulangère
      ouvrier → ouvrière
      danseur → danseuse
      procureur → procureure
      professeur → professeure
      ingenieur → ingénieure
      gouverneur → gouverneure
      """))
  func `women's professions meet the men's`(line: AnalysisCase) { line.check() }

  @Test(
    arguments: forms(
      """
      aller → vont vais allons allait iront irait allèrent
      etre → suis est sont fut furent soient serait étaient sera
      avoir → ont avaient aura eut ayant aurait
      pouvoir → peut peuvent pourrait puisse
      vouloir → veut veulent voudra voulait
      devoir → doit doivent devrait
      savoir → sait savent saura sache
      voir → voit verra voient
      prendre → prend prennent prirent prenait
      mettre → met mettent mettra
      venir → vient viennent viendra
      tenir → tient tiennent
      faire → fait font feront firent faisait
      dire → dit disent dirent
      lire → lisent
      ecrire → écrivent écrivait
      croire → croient croyait
      boire → boivent buvait
      recevoir → reçoit reçoivent recevra
      connaitre → connaît connaissent connaissait
      naitre → naît naquit
      mourir → meurt meurent mourut
      courir → courent courait
      craindre → craignent craint
      rejoindre → rejoignent
      resoudre → résout résolvent
      vivre → vivent vécut vivait
      suivre → suivent suivait
      conduire → conduisent
      construire → construisent
      plaire → plaît
      vendre → vendent
      perdre → perdent
      repondre → répondent répondit
      finir → finissent finissait
      choisir → choisirait choisissent
      manger → mangeait mangent mangeons
      lancer → lançait lancèrent
      jeter → jettent jetait
      appeler → appellent appelle
      acheter → achètent achetait
      employer → emploient
      envoyer → envoient enverra
      payer → paient payait
      ceder → cédera cèdent
      acquerir → acquiert
      falloir → faut fallait faudra
      pleuvoir → pleuvra
      valoir → vaut valait
      ouvrir → ouvrent ouvrit
      souffrir → souffrent
      dormir → dorment
      sortir → sortent
      servir → servent
      elire → élisent
      hair → haïssent
      battre → battent
      vaincre → vainquent
      parler → parlaient parlé parlera
      """))
  func `forms of verbs are read as infinitives`(line: AnalysisCase) { line.check() }

  @Test(
    arguments: AnalysisCase.table(
      """
      Les chevaux courent → Les:le | chevaux:cheval | courent:courir
      Elle ira voir la mer → Elle:elle | ira:aller | voir | la:le | mer
      Elle avait les yeux bleus → Elle:elle | avait:avoir | les:le | yeux:oeil | bleus:bleu
      Nous finissons ce travail → Nous:nous | finissons:finir | ce | travail
      """))
  func `a sentence is the lemmas of its words`(line: AnalysisCase) { line.check() }
}
