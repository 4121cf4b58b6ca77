import FrenchText
import TestSupport
import Testing

@Suite struct SameTermsTests {
  /// One group a line, its spellings with bars between them.
  private static let groups: [[String]] = """
    été | ÉTÉ | e\u{301}te\u{301} | ete
    cœur | coeur | CŒUR | COEUR
    ex æquo | ex aequo | EX ÆQUO
    curriculum vitæ | curriculum vitae
    Straße | Strasse | STRASSE | STRAẞE
    fin | ﬁn | FIN | ｆｉｎ
    l'État | l’État | L’ETAT | lʼétat
    aujourd'hui | aujourd’hui | AUJOURD'HUI | aujourdhui
    quelqu'un | quelqu’un | QUELQU’UN
    presqu'île | presqu’ile | PRESQU’ÎLE | presquile
    prud'hommes | prudhommes | prud’homme
    entr'acte | entracte | entractes
    O'Brien | O’Brien | OBRIEN
    N'Djamena | N’Djaména | NDJAMENA
    œil | yeux | oeil
    va | vont | irons | allé | aller | allait
    présidente | président | PRÉSIDENTS
    autrice | auteur | auteures | autrices
    Saint-Étienne | St-Étienne | Saint Etienne | SAINT-ETIENNE | St Etienne
    Sainte-Hélène | Ste-Hélène | Sainte Helene
    Mme Merkel | Madame Merkel | MME MERKEL
    Zelensky | ZELENSKY | zelensky
    Zelenski | ZELENSKI
    Poutine | POUTINE | poutine
    Le Pen | LE PEN | le pen
    Kim Jong-un | Kim Jong-Un | Kim Jong Un | KIM JONG UN
    Bachar el-Assad | Bachar El-Assad | BACHAR EL ASSAD | Bachar el Assad
    Nord-coréen | nord coréen | nord-coréennes | NORD-CORÉENS
    franco-allemand | franco-allemande | Franco-Allemands
    porte-parole | porte‑parole | porte parole | PORTE-PAROLE | porte-paroles
    vice-président | vice-présidente | vice présidents
    après-midi | après midi | APRÈS-MIDI
    week-end | week-ends | Week-End
    weekend | weekends | WEEKEND
    anti-missile | anti-missiles | Anti-Missile
    antimissile | antimissiles
    événement | évènement | evenements
    oignon | ognon | OIGNONS
    connaître | connaitre | connaissent | connaît
    clé | clef | clés | clefs
    tsar | tzar
    yaourt | yoghourt | yogourt
    Kiev | Kyiv
    là-bas | là‑bas | LÀ-BAS
    rendez-vous | RENDEZ-VOUS | rendez‑vous
    peut-être | PEUT-ÊTRE
    1 000 000 | 1\u{A0}000\u{A0}000 | 1\u{202F}000\u{202F}000 | 1.000.000 | 1000000
    10 000 € | 10000 euros | 10.000€ | 10 000 euro
    3,5 % | 3.5% | 3,5
    75e | 75ème | 75eme | 75E
    1er | 1re | 1ère | 1ᵉʳ | 1ers
    2e | 2ème | 2nd | 2nde
    Ve République | Vᵉ République | 5e République
    François Ier | François 1er
    J.-C. | JC
    P.-D.G. | PDG | P.D.G.
    O. N. U. | ONU | O.N.U.
    n° 5 | numéro 5 | nº 5 | N°5
    XXe siècle | 20e siècle | XXème siècle | xxe siècles | 20ème siècle
    XXIe | 21e | XXIème
    12 h 30 | 12h30 | 12H30 | 12\u{A0}h\u{A0}30
    n° 5 | N°5 | n°\u{A0}5
    13/09/2023 | 13.09.2023 | 13-09-2023 | 13 09 2023
    50 % | 50% | 50\u{202F}%
    10 km | 10km | 10\u{A0}km
    10 € | 10€ | 10 euros
    Covid-19 | COVID-19 | covid-19
    CO2 | CO₂ | co2
    km² | km2
    ONU | O.N.U. | Onu | o.n.u
    URSS | U.R.S.S. | Urss
    SNCF | S.N.C.F. | Sncf
    NASA | Nasa | N.A.S.A.
    Núñez | NUÑEZ | Nunez | Nun\u{303}ez
    avion | avions | l’avion
    OTAN | O.T.A.N. | Otan | l'Otan
    étudiants | étudiant·e·s | étudiant.e.s | étudiant(e)s | étudiantes
    élus | élu(e)s | élu·e·s | élu.e.s
    lecteurs | lecteur·rice·s | lectrices
    tous | tou·te·s
    agriculteurs | agriculteur·rices | agricultrice
    sportifs | sportif·ve·s | sportives
    extraordinaire | extra\u{AD}ordinaire | extra\u{200B}ordinaire
    dit-il | dit il | DIT-IL
    va-t-on | va on
    d'accord | d’accord | D'ACCORD
    jusqu'ici | jusqu’ici | Jusqu'ici
    C++ | c++
    """.split(separator: "\n").map { $0.split(separator: " | ").map(String.init) }

  @Test(arguments: groups)
  func `spellings of one thing have the same terms`(spellings: [String]) {
    let expected = terms(spellings[0])
    #expect(!expected.isEmpty && spellings.count > 1)
    for spelling in spellings { #expect(terms(spelling) == expected, "\(spelling)") }
  }

  /// Pairs that a reader would not take for one another, one a line.
  private static let pairs: [[String]] = """
    fils | fil
    pays | payer
    Paris | parier
    poisson | poison
    dessert | désert
    cousin | coussin
    cheveux | chevaux
    roi | roue
    guerre | guérir
    mer | mère
    maire | mère
    pain | pin
    ville | village
    police | politique
    police | policier
    nation | national
    élection | électeur
    président | présidence
    ministre | ministère
    Russie | russe
    France | français
    Corée | coréen
    missile | mission
    fusée | fusil
    jour | journal
    journal | journaliste
    gouverner | gouvernement
    parlement | parler
    départ | département
    université | univers
    économie | écologie
    banque | banc
    tour | tourisme
    juge | jugement
    hiver | hier
    bois | boire
    lieu | lieue
    vœu | vouloir
    temps | tempérament
    contre | conte
    1,5 | 15
    1 000 | 100
    20e | 21e
    20e | 20
    XXe | XXIe
    G7 | G20
    A320 | A380
    5G | 4G
    C | C++
    C++ | C#
    12 h 30 | 12 h 45
    Kim Jong-un | Kim Jong-il
    Le Pen | La Peine
    Zelensky | Zelinsky
    Macron | macro
    anti-missile | missile
    vice-président | président
    rendez-vous | rendre
    là-bas | bas
    peut-être | pouvoir
    porte-parole | parole
    """.split(separator: "\n").map { $0.split(separator: " | ").map(String.init) }

  @Test(arguments: pairs)
  func `words of another meaning have other terms`(pair: [String]) {
    #expect(pair.count == 2)
    #expect(terms(pair[0]) != terms(pair[1]))
  }
}
