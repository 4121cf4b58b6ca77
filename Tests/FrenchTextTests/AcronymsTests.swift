import FrenchText
import Testing

@Suite struct AcronymsTests {
  @Test(
    arguments: AnalysisCase.table(
      """
      ONU → ONU:onu
      O.N.U. → O.N.U:onu
      O.N.U → O.N.U:onu
      Onu → Onu:onu
      o.n.u. → o.n.u:onu
      l’O.N.U. → O.N.U:onu
      L'ONU → ONU:onu
      (O.N.U.) → O.N.U:onu
      S.N.C.F. → S.N.C.F:sncf
      SNCF → SNCF:sncf
      Sncf → Sncf:sncf
      la S.N.C.F. → la:le | S.N.C.F:sncf
      R.A.T.P. → R.A.T.P:ratp
      E.D.F. → E.D.F:edf
      C.G.T. → C.G.T:cgt
      P.S.G. → P.S.G:psg
      O.T.A.N. → O.T.A.N:otan
      l'Otan → Otan:otan
      U.E. → U.E:ue
      l’UE → UE:ue
      J.F.K. → J.F.K:jfk
      B.B.C. → B.B.C:bbc
      S.O.S. → S.O.S:sos
      O.V.N.I. → O.V.N.I:ovni
      Washington D.C. → Washington:washington | D.C:dc
      TGV → TGV:tgv
      PDG → PDG:pdg
      ADN → ADN:adn
      PIB → PIB:pib
      Smic → Smic:smic
      S.M.I.C. → S.M.I.C:smic
      BFM-TV → BFM:bfm | TV:tv
      R&D → R:r | D:d
      AC/DC → AC:ac | DC:dc
      J. Kennedy → J:j | Kennedy:kennedy
      J.-C. → J.-C:jc
      P.-D.G. → P.-D.G:pdg
      P.-D. G. → P.-D:pd | G:g
      O. N. U. → O. N. U:onu
      l’O. N. U. décide → O. N. U:onu | décide:decider
      S. N. C. F. → S. N. C. F:sncf
      O.\u{A0}N.\u{A0}U. → O.\u{A0}N.\u{A0}U:onu
      M. A. Dupont → M:m | A:a | Dupont:dupont
      J. K. Rowling → J:j | K:k | Rowling:rowling
      Plan A. Il a → Plan:plan | A:a | Il:il | a
      plan B.Il vient → plan | B:b | Il:il | vient:venir
      Q.G. → Q.G:qg
      """))
  func `an acronym is one word, with dots or without`(line: AnalysisCase) { line.check() }
}
