import FrenchText
import Testing

@Suite struct NumbersTests {
  @Test(
    arguments: AnalysisCase.table(
      """
      1 000 000 → 1 000 000:1000000
      1\u{A0}000\u{A0}000 → 1\u{A0}000\u{A0}000:1000000
      1\u{202F}000\u{202F}000 → 1\u{202F}000\u{202F}000:1000000
      1\u{2009}000\u{2009}000 → 1\u{2009}000\u{2009}000:1000000
      1\u{202F}000 000 → 1\u{202F}000 000:1000000
      1.000.000 → 1.000.000:1000000
      1000000 → 1000000
      10 000 euros → 10 000:10000 | euros:euro
      100 000 habitants → 100 000:100000 | habitants:habitant
      2 500,75 → 2 500,75:2500.75
      12 345 678,9 → 12 345 678,9:12345678.9
      3,5 → 3,5:3.5
      3.5 → 3.5
      0.255 → 0.255
      0,255 → 0,255:0.255
      0,5 % → 0,5:0.5
      3,14159 → 3,14159:3.14159
      1,5 million → 1,5:1.5 | million
      7,5 milliards → 7,5:7.5 | milliards:milliard
      article 49.3 → article | 49.3
      article 49-3 → article | 49 | 3
      50 % → 50
      50% → 50
      50\u{202F}% → 50
      Il en faut 3. → Il:il | en | faut:falloir | 3
      1, 2 et 3 → 1 | 2 | et | 3
      1,2,3 → 1 | 2 | 3
      2-1 → 2 | 1
      1/2 → 1 | 2
      18 ans → 18 | ans:an
      2023-2024 → 2023 | 2024
      le 5 000 mètres → le | 5 000:5000 | mètres:metre
      06 12 34 56 78 → 06 | 12 | 34 | 56 | 78
      06.12.34.56.78 → 06 | 12 | 34 | 56 | 78
      １２ → １２:12
      """))
  func `a number is one word without the spaces between its digits`(line: AnalysisCase) { line.check() }

  @Test(
    arguments: AnalysisCase.table(
      """
      75e → 75e
      75ème → 75ème:75e
      75EME → 75EME:75e
      75ᵉ → 75ᵉ:75e
      1er → 1er:1e
      1re → 1re:1e
      1ère → 1ère:1e
      1ᵉʳ → 1ᵉʳ:1e
      les 1ers → les:le | 1ers:1e
      2e → 2e
      2nd → 2nd:2e
      2nde → 2nde:2e
      2ème → 2ème:2e
      13e arrondissement → 13e | arrondissement
      XXe siècle → XXe:20e | siècle:siecle
      XXᵉ siècle → XXᵉ:20e | siècle:siecle
      xxe siècle → xxe:20e | siècle:siecle
      20e siècle → 20e | siècle:siecle
      XXIe → XXIe:21e
      XXIème → XXIème:21e
      XIXe → XIXe:19e
      XVIIIe → XVIIIe:18e
      XIVe → XIVe:14e
      IXe → IXe:9e
      IIIe → IIIe:3e
      IVe → IVe:4e
      VIe siècle → VIe:6e | siècle:siecle
      VIème → VIème:6e
      Ve République → Ve:5e | République:republique
      la Vᵉ → la:le | Vᵉ:5e
      Ier → Ier:1e
      François Ier → François:francois | Ier:1e
      Xe → Xe:10e
      vie → vie
      Vie → Vie:vie
      VIE → VIE:vie
      la vie → la:le | vie
      Louis XIV → Louis:louis | XIV:xiv
      1er avril 2024 → 1er:1e | avril | 2024
      """))
  func `an ordinal has one term however it is written`(line: AnalysisCase) { line.check() }

  @Test(
    arguments: AnalysisCase.table(
      """
      12 h 30 → 12 | h | 30
      12h30 → 12 | h | 30
      12H30 → 12 | H:h | 30
      12\u{A0}h\u{A0}30 → 12 | h | 30
      8h → 8 | h
      12:30 → 12 | 30
      13 septembre 2023 → 13 | septembre | 2023
      13/09/2023 → 13 | 09 | 2023
      13.09.2023 → 13 | 09 | 2023
      13-09-2023 → 13 | 09 | 2023
      2023-09-13 → 2023 | 09 | 13
      mercredi 13 septembre → mercredi | 13 | septembre
      10km → 10 | km
      10 km → 10 | km
      5kg → 5 | kg
      100 m → 100 | m
      10,5km → 10,5:10.5 | km
      10,5 km → 10,5:10.5 | km
      10.5kg → 10.5 | kg
      1,80m → 1,80:1.80 | m
      3,5M€ → 3,5:3.5 | M:m | €:euro
      2 500,5km² → 2 500,5:2500.5 | km²:km2
      version 1.2b → version | 1 | 2b
      20 °C → 20 | C:c
      n° 5 → n°:numero | 5
      n°5 → n°:numero | 5
      N° 5 → N°:numero | 5
      nº 5 → nº:numero | 5
      numéro 5 → numéro:numero | 5
      10 € → 10 | €:euro
      10€ → 10 | €:euro
      3€50 → 3 | €:euro | 50
      5 000 € → 5 000:5000 | €:euro
      """))
  func `hours, dates, measures and sums are their parts`(line: AnalysisCase) { line.check() }

  @Test(
    arguments: AnalysisCase.table(
      """
      G7 → G7:g7
      G20 → G20:g20
      A400M → A400M:a400m
      5G → 5G:5g
      A320 → A320:a320
      Boeing 737 → Boeing:boeing | 737
      A350-900 → A350:a350 | 900
      H1N1 → H1N1:h1n1
      4x4 → 4x4
      TF1 → TF1:tf1
      COP28 → COP28:cop28
      CO₂ → CO₂:co2
      km² → km²:km2
      192.168.0.1 → 192 | 168 | 0 | 1
      version 2.0.1 → version | 2 | 0 | 1
      +33 1 42 34 56 78 → 33 | 1 | 42 | 34 | 56 | 78
      """))
  func `letters with digits are one word, addresses and versions are numbers`(line: AnalysisCase) {
    line.check()
  }
}
