import FrenchText
import Testing

@Suite struct TokenReadingTests {
  @Test(arguments: [
    ("l’espace", [TokenReading.elision]), ("jusqu'ici", [.elision]), ("O.N.U.", [.acronym]),
    ("S. N. C. F.", [.acronym]), ("étudiant·e·s", [.inclusive]), ("élu(e)s", [.inclusive]),
    ("1 000 000", [.number]), ("1.000.000", [.number]), ("VIe", [.romanFigures]), ("espace", []), ("75e", []),
    ("O’Brien", []), ("aujourd’hui", []), ("rendez-vous", []),
  ])
  func `how the first token of a text is read`(text: String, readings: [TokenReading]) {
    #expect(FrenchAnalyzer().tokens(of: text).first?.readings == readings)
  }

  @Test(arguments: [
    ("à Tours", [TokenReading.name]), ("chez Orange", [.name]), ("week-end", [.compound]),
    ("à l’Orne", [.elision, .name]),
    ("les tours", []),
  ])
  func `how the last token of a text is read`(text: String, readings: [TokenReading]) {
    #expect(FrenchAnalyzer().tokens(of: text).last?.readings == readings)
  }
}
