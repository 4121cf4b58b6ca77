import FrenchText
import Testing

@Suite struct FrenchFoldingTests {
  @Test(arguments: [
    ("International", "international"), ("Société", "societe"), ("ÉCONOMIE", "economie"),
    ("Arts & Lettres", "arts lettres"), ("  L’Œil  ", "l oeil"), ("e\u{301}t\u{AD}é", "ete"), ("", ""),
    ("…", ""),
    ("Ĳssel", "ijssel"), ("ŉ", "n"), ("ſ", "s"), ("Ǆ", "dz"), ("ẞ", "ss"), ("×÷", ""), ("ª", "a"),
  ])
  func `names are compared without case and accents`(text: String, expected: String) {
    #expect(FrenchFolding.fold(text) == expected)
  }

  /// Every letter that Unicode builds of a Latin letter and marks folds to that letter.
  @Test func `Latin letters fold to the letter they are built on`() {
    for value in UInt32(0xC0)...0x24F {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      let folded = FrenchFolding.fold(String(scalar))
      #expect(!folded.isEmpty, "U+\(String(value, radix: 16))")
      #expect(
        folded == FrenchFolding.fold(scalar.properties.lowercaseMapping), "U+\(String(value, radix: 16))")
      #expect(
        folded == FrenchFolding.fold(scalar.properties.uppercaseMapping) || scalar == "ŉ" || scalar == "ǰ",
        "U+\(String(value, radix: 16))")
    }
  }
}
