import Testing

@testable import NewsArticles

@Suite struct WebExportBlocksTests {
  private static let one = "Un premier paragraphe, assez long pour être le chapô de la page entière."
  private static let two = "Un deuxième paragraphe, qui dit encore quelque chose de plus que le premier."

  private func blocks(_ blocks: String..., end: String = "\n\n") -> [String] {
    WebExportBlocks.of(blocks.joined(separator: end))
  }

  @Test(arguments: ["\u{A0}", "\u{202F}", "\u{200B}", "\u{FEFF}", " \u{A0} ", "\u{3000}\t", "\u{0}"])
  func `a line of other spaces is blank`(space: String) {
    let whole = ["Monde", "Un titre", Self.one, "\(Self.two) Et de plus."]
    #expect(blocks("Monde", "Un titre", Self.one, "\(Self.two) Et\nde plus.", end: "\n\(space)\n") == whole)
  }

  @Test(arguments: ["Source", "Source\n\nLeave a Reply", "Partager\nSource", "Lire aussi\n\nUn autre titre"])
  func `a blank line before the furniture divides no article`(furniture: String) {
    #expect(blocks("Un titre\n\(Self.one)\n\(Self.two)", furniture) == ["Un titre", Self.one, Self.two])
  }

  @Test(arguments: [
    ("La ville et le barrage s’entendent «sur tous les axes»\nau profit de la vallée.", " "),
    ("Il a trois raisons d’y croire, dit-il, et il en donne deux :\nla digue et le préfet.", " "),
    ("La digue tient bon ;\nle préfet aussi.", " "), ("Kim arrive\nen Russie", " "),
    ("Kim arrive\nPoutine attend", "\n"), ("La digue a tenu.\nLe préfet aussi.", "\n"),
    ("« La digue a tenu. »\nLe préfet s’en félicite.", "\n"),
    ("La ligne est longue de plus de quarante signes, et la\nVendée suit.", " "),
  ])
  func `a line that was broken in its sentence goes on`(block: String, between: String) {
    let lines = block.split(separator: "\n")
    #expect(blocks("Un titre", block) == ["Un titre", lines.joined(separator: between)])
  }

  @Test func `furniture over several lines is furniture`() {
    let banner = "Nous utilisons des cookies pour améliorer\nvotre navigation."
    #expect(blocks("Un titre", Self.one, banner) == ["Un titre", Self.one])
  }

  @Test func `links behind a short article are links`() {
    let links = ["Lire aussi", "Le barrage de Payolle en images", "La crue de 2013"]
    #expect(
      WebExportBlocks.of((["Un titre", Self.one] + links).joined(separator: "\n\n")) == [
        "Un titre", Self.one,
      ])
    #expect(blocks("Un titre", Self.one, links.joined(separator: "\n")) == ["Un titre", Self.one])
    let lines = "Un titre\n\(Self.one)\n\(Self.two)"
    #expect(blocks(lines, links.joined(separator: "\n")) == ["Un titre", Self.one, Self.two])
    // Before the first paragraph there is no article yet.
    #expect(blocks("Lire aussi", "Un titre", Self.one) == ["Un titre", Self.one])
    #expect(blocks("Un titre", "Lire aussi", "Un autre titre") == ["Un titre", "Un autre titre"])
  }

  @Test func `many short lines take no time`() {
    let lines = (0..<8_000).map { "mot numéro \($0)" }.joined(separator: "\n")
    var blocks: [String] = []
    #expect(
      ContinuousClock().measure { blocks = WebExportBlocks.of("Titre\n\n\(lines)\n\nFin.") } < .seconds(20))
    #expect(blocks.count == 3)
  }
}
