import FrenchText
import Testing

@Suite struct InclusiveTests {
  @Test(
    arguments: AnalysisCase.lines(
      """
      étudiant·e → étudiant
      étudiant·e·s → étudiant
      étudiant•e•s → étudiant
      étudiant‧e‧s → étudiant
      étudiant⋅e⋅s → étudiant
      étudiant·es → étudiant
      étudiant.e → étudiant
      étudiant.e.s → étudiant
      étudiant.es → étudiant
      étudiant(e) → étudiant
      étudiant(e)s → étudiant
      étudiant(es) → étudiant
      étudiant-e-s → étudiant
      étudiant-es → étudiant
      ÉTUDIANT·E·S → étudiant
      ÉTUDIANT(E)S → étudiant
      élu(e)s → élu
      auteur.ices → auteur
      auteur·ice·s → auteur
      fou·olle → fou
      danseur/euse → danseur
      danseurs/euses → danseurs
      étudiant/e → étudiant
      acteur/trice → acteur
      élu·e·s → élu
      élu.e.s → élu
      élu-e-s → élu
      député·e·s → député
      député(e) → député
      ami·e·s → ami
      salarié·e·s → salarié
      français·e·s → français
      candidat·e → candidat
      avocat(e)s → avocat
      militant.e.s → militant
      président·e → président
      président(e) → président
      certain·e·s → certain
      citoyen·ne·s → citoyen
      citoyen.ne.s → citoyen
      citoyen(ne)s → citoyen
      européen·ne → européen
      musicien·nes → musicien
      lycéen.nes → lycéen
      champion·ne·s → champion
      professionnel·le·s → professionnel
      professionnel.le.s → professionnel
      intellectuel(le)s → intellectuel
      lecteur·rice → lecteur
      lecteur·rice·s → lecteur
      lecteur.rice.s → lecteur
      lecteur·ice·s → lecteur
      lecteur·trice·s → lecteur
      agriculteur·rices → agriculteur
      agriculteur.rices → agriculteur
      directeur(trice) → directeur
      directeur·trice → directeur
      acteur.trice.s → acteur
      chercheur·euse·s → chercheur
      chercheur.euse.s → chercheur
      chercheur·se·s → chercheur
      heureux·se → heureux
      heureux·euse·s → heureux
      sportif·ve → sportif
      sportif·ve·s → sportif
      sportif.ve.s → sportif
      sportif(ve)s → sportif
      créatif·ive·s → créatif
      ouvrier·ère·s → ouvrier
      infirmier·ière·s → infirmier
      infirmier.ère.s → infirmier
      premier·ère → premier
      créatif.ive.s → créatif
      étudiant.te.s → étudiant
      maître·sse·s → maître
      tou·te·s → tous
      tou.te.s → tous
      tous·tes → tous
      Tou·te·s → tous
      chacun·e → chacun
      un·e → un
      document(s) → document
      enfant(s) → enfant
      jeu(x) → jeu
      """))
  func `inclusive writing is read as the plain form`(line: (left: String, right: String)) {
    for (before, behind) in [("", ""), ("Les ", " viennent"), ("« ", ". Fin"), ("l’", ",")] {
      let tokens = FrenchAnalyzer().tokens(of: before + line.left + behind)
      let plain = FrenchAnalyzer().tokens(of: before + line.right + behind)
      #expect(tokens.map(\.terms) == plain.map(\.terms), "\(before)…\(behind)")
      #expect(tokens.contains { Array($0.surface.utf8) == Array(line.left.utf8) }, "\(tokens.map(\.surface))")
    }
  }

  @Test(
    arguments: AnalysisCase.table(
      """
      la fin.Et puis → la:le | fin | Et:et | puis
      parole.fr → parole | fr
      dit-elle → dit:dire | elle
      avion (et train) → avion | et | train
      avion(train) → avion | train
      guerre·froide → guerre | froide:froid
      guerre·paix → guerre | paix
      Les étudiant·e·s manifestent. → Les:le | étudiant·e·s:etudiant | manifestent:manifester
      """))
  func `what is no feminine ending is a word`(line: AnalysisCase) { line.check() }
}
