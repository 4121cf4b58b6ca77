import TestSupport
import Testing

@testable import NewsArticles

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("", "", ""), ("été", "été", "été"), ("a b", "a b", "a b"), (" a ", "a", "a"), ("\t a \t", "a", "a"),
    // Ends of lines of any kind, and empty paragraphs.
    ("a\nb", "a\nb", "a b"), ("a\r\nb", "a\nb", "a b"), ("a\rb", "a\nb", "a b"), ("a\n\n\nb", "a\nb", "a b"),
    ("a\r\n\r\nb\r\n", "a\nb", "a b"), ("\n\na\n", "a", "a"), ("a\u{B}b\u{C}c", "a\nb\nc", "a b c"),
    ("a\u{85}b\u{2028}c\u{2029}d", "a\nb\nc\nd", "a b c d"), ("a \nb", "a\nb", "a b"),
    ("a\t\nb", "a\nb", "a b"),
    ("a\n \t\nb", "a\nb", "a b"), (" \n \r\n\t", "", ""), ("\n", "", ""), (" ", "", ""),
    ("a \n b", "a\nb", "a b"), ("a\n    b", "a\nb", "a b"), ("a\n\u{0} \nb", "a\nb", "a b"),
    // Hard and zero-width spaces are no text, and stay within it.
    ("\u{A0}", "", ""), ("\u{202F}", "", ""), ("\u{200B}", "", ""), ("\u{FEFF}", "", ""),
    (" \u{A0} ", "", ""),
    ("\u{3000}a\u{2009}", "a", "a"), ("a\n\u{A0}\nb", "a\nb", "a b"), ("a\u{A0}\n\u{A0}b", "a\nb", "a b"),
    ("a\u{A0}b", "a\u{A0}b", "a\u{A0}b"), ("a\u{200B}b \u{A0}c", "a\u{200B}b \u{A0}c", "a\u{200B}b \u{A0}c"),
    // Control characters.
    ("a\u{0}b", "ab", "ab"), ("\u{0}", "", ""), ("a\tb", "a b", "a b"),
    ("a\u{7}\u{7F}\u{80}\u{9F}b", "ab", "ab"),
    ("\u{1B}[31ma\u{1B}[0m", "[31ma[0m", "[31ma[0m"), ("a\n\u{0}\nb", "a\nb", "a b"),
    ("a \u{0}\nb", "a\nb", "a b"),
    ("\u{1} a \u{1}", "a", "a"),
    // What only looks like them.
    ("« à »\u{202F}!", "« à »\u{202F}!", "« à »\u{202F}!"), ("¿ \u{A1}", "¿ \u{A1}", "¿ \u{A1}"),
    ("10\u{A0}000 €… – “x”", "10\u{A0}000 €… – “x”", "10\u{A0}000 €… – “x”"),
    ("\u{2027}\u{202A}\u{2030}", "\u{2027}\u{202A}\u{2030}", "\u{2027}\u{202A}\u{2030}"),
    ("𝒳 👩‍🚀", "𝒳 👩‍🚀", "𝒳 👩‍🚀"),
    ("e\u{301}", "e\u{301}", "e\u{301}"),
  ])
  func `a text holds paragraphs, a line holds none`(text: String, paragraphs: String, line: String) {
    // Scalars: == takes é and e with an accent for the same.
    #expect(Array(PlainText.paragraphs(text).unicodeScalars) == Array(paragraphs.unicodeScalars))
    #expect(Array(PlainText.line(text).unicodeScalars) == Array(line.unicodeScalars))
  }

  private func randomText(_ random: inout SeededGenerator) -> String {
    let pieces = [
      "a", "é", "e\u{301}", "€", "𝒳", "«", " ", " ", "\t", "\n", "\n", "\r", "\r\n", "\u{B}", "\u{0}",
      "\u{1B}", "\u{7F}",
      "\u{80}", "\u{85}", "\u{9F}", "\u{A0}", "\u{AD}", "\u{2027}", "\u{2028}", "\u{2029}", "\u{202F}",
      "\u{FEFF}", "\u{E0A8}",
    ]
    return (0..<Int.random(in: 0...12, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? ""
    }.joined()
  }

  @Test func `what is clean stays as it is`() {
    var random = SeededGenerator()
    for _ in 0..<10_000 {
      let text = randomText(&random)
      let paragraphs = PlainText.paragraphs(text)
      let line = PlainText.line(text)
      let words = "\(text.debugDescription), seed \(random.seed)"
      #expect(PlainText.paragraphs(paragraphs).utf8.elementsEqual(paragraphs.utf8), "\(words)")
      #expect(PlainText.line(line).utf8.elementsEqual(line.utf8), "\(words)")
      #expect(PlainText.paragraphs(line).utf8.elementsEqual(line.utf8), "\(words)")
    }
  }

  @Test func `nothing but control characters and space is taken away`() {
    var random = SeededGenerator()
    func isControl(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.generalCategory == .control || scalar == "\u{2028}" || scalar == "\u{2029}"
    }
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      [" ", "\u{A0}", "\u{202F}", "\u{FEFF}"].contains(scalar)
    }
    func visible(_ text: String) -> [Unicode.Scalar] {
      text.unicodeScalars.filter { !isControl($0) && !isSpace($0) }
    }
    for _ in 0..<10_000 {
      let text = randomText(&random)
      let (paragraphs, line) = (PlainText.paragraphs(text), PlainText.line(text))
      let words = "\(text.debugDescription), seed \(random.seed)"
      #expect(!paragraphs.unicodeScalars.contains { isControl($0) && $0 != "\n" }, "\(words)")
      #expect(!line.unicodeScalars.contains(where: isControl), "\(words)")
      #expect(visible(paragraphs) == visible(text), "\(words)")
      #expect(visible(line) == visible(text), "\(words)")
      let parts = paragraphs.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(
        paragraphs.isEmpty
          || parts.allSatisfy { part in
            [part.first, part.last].allSatisfy { $0.map(isSpace) == false }
          },
        "\(words)")
      #expect(line.unicodeScalars.first.map(isSpace) != true, "\(words)")
      #expect(line.unicodeScalars.last.map(isSpace) != true, "\(words)")
    }
  }
}
