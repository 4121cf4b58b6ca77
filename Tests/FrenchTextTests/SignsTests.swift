import FrenchText
import Testing

@Suite struct SignsTests {
  @Test(
    arguments: AnalysisCase.table(
      """
      «Bonjour» → Bonjour:bonjour
      “Bonjour” → Bonjour:bonjour
      (Paris) → Paris:paris
      [Paris] → Paris:paris
      Paris–Moscou → Paris:paris | Moscou:moscou
      Paris — Moscou → Paris:paris | Moscou:moscou
      Paris/Moscou → Paris:paris | Moscou:moscou
      Paris…Moscou → Paris:paris | Moscou:moscou
      Paris, Moscou → Paris:paris | Moscou:moscou
      Paris\tMoscou → Paris:paris | Moscou:moscou
      Paris\u{2028}Moscou → Paris:paris | Moscou:moscou
      Paris\u{A0}: Moscou → Paris:paris | Moscou:moscou
      et/ou → et | ou
      #Paris → Paris:paris
      @paris → paris
      **Paris** → Paris:paris
      guerre_mondiale → guerre | mondiale:mondial
      🚀fusée🚀 → fusée:fusee
      § 3 → 3
      © 2023 → 2023
      5 × 3 → 5 | 3
      ≥ 18 → 18
      $100 → 100
      100 £ → 100
      -5 °C → 5 | C:c
      C++ → C++:c++
      c++ → c++
      C# → C#:c#
      F# → F#:f#
      C + D → C:c | D:d
      LGBT+ → LGBT:lgbt
      AT&T → AT:at | T:t
      Oui ! → Oui:oui
      Quoi ?! → Quoi:quoi
      Fin... → Fin:fin
      """))
  func `signs stand between words`(line: AnalysisCase) { line.check() }

  @Test(
    arguments: AnalysisCase.table(
      """
      contact@journal.fr → contact | journal | fr
      www.journal.fr → www | journal | fr
      http://journal.fr/monde/2023/09/13 → http | journal | fr | monde | 2023 | 09 | 13
      http://journal.fr/guerre-froide?page=2#fin → http | journal | fr | guerre | froide:froid | page | 2 | fin
      journal.com/politique → journal | com | politique
      10.0.10.255 → 10 | 0 | 10 | 255
      10.0.0.255 → 10 | 0 | 0 | 255
      """))
  func `addresses of the net are their words`(line: AnalysisCase) { line.check() }
}
