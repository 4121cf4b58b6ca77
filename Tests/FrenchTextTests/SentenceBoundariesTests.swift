import FrenchText
import TestSupport
import Testing

@Suite struct SentenceBoundariesTests {
  private func sentences(_ text: String) -> [String] {
    let utf8 = Array(text.utf8)
    return SentenceBoundaries.ranges(in: text).map { String(decoding: utf8[$0], as: UTF8.self) }
  }

  @Test(arguments: [
    ["Il pleut.", "Il vente."], ["Vient-il ?", "Oui !", "Bien…"], ["Il a dit non.", "Elle aussi."],
    // Abbreviations, initials, acronyms.
    ["M. Dupont et Mme. Durand arrivent.", "Ils mangent."], ["Voir p. 12 et cf. Annexe B."],
    ["Né av. J.-C. à Rome."],
    ["J. Kennedy parle."], ["L’O.N.U. Vote demain."],
    ["Les États, les O.N.G., etc.", "Tout le monde est là."],
    ["Le Dr. House et le Pr. Tournesol."],
    // Numbers.
    ["Le taux est de 3.5 pour cent.", "Il monte."], ["Version 2.0.1 parue."], ["En 2023.", "Puis rien."],
    // Quotation marks and brackets.
    ["« Je viens. »", "Il partit."], ["« Je viens ! » dit-il."], ["Il dit : « Non. Jamais. »", "Elle rit."],
    ["(Il pleut.)", "Elle sort."], ["“Yes.”", "No."], ["Il cria : \"Stop !\"", "Tout s’arrêta."],
    // Typography and repetition.
    ["Quoi\u{202F}?!", "Rien..."], ["Fin.\u{A0}»", "Suite."], ["A. », dit B."],
    // Nothing ends here.
    ["www.lemonde.fr est un site"], ["Il arriva... mais trop tard."], ["Elle hésita… puis sauta."],
    ["un point.collé"], ["Yahoo! a fermé."], [],
  ])
  func `a paragraph is cut where readers pause`(expected: [String]) {
    let pieces = ["Il dit : « Non. Jamais. »": ["Il dit : « Non.", "Jamais. »"]]
    #expect(sentences(expected.joined(separator: " ")) == expected.flatMap { pieces[$0] ?? [$0] })
  }

  @Test func `a line ends its sentence`() {
    #expect(
      sentences("Titre\nUne phrase. Deux\r\n\n  Trois \n") == ["Titre", "Une phrase.", "Deux", "Trois"])
    #expect(sentences("").isEmpty)
    #expect(sentences(" \n\u{202F}\n").isEmpty)
  }

  @Test func `any bytes are covered in order and on characters' bounds`() {
    var random = SeededGenerator()
    let pieces = [
      ". ", "! ", "…", " »", "« ", "é", "A", "a", "\n", "\u{202F}", "M.", "3.5", "\"", ")", "日", " ",
    ]
    for _ in 0..<3_000 {
      var bytes = (0..<Int.random(in: 0...30, using: &random))
        .flatMap { _ in Array((pieces.randomElement(using: &random) ?? "").utf8) }
      if Bool.random(using: &random) { bytes = random.bytes(Int.random(in: 0...40, using: &random)) }
      bytes.withUnsafeBufferPointer { text in
        var covered = Set<Int>()
        var last = 0
        for range in SentenceBoundaries.ranges(in: text) {
          #expect(
            range.lowerBound >= last && !range.isEmpty && range.upperBound <= text.count,
            "seed \(random.seed)")
          #expect(!range.contains { text[$0] == UInt8(ascii: "\n") }, "seed \(random.seed)")
          covered.formUnion(range)
          last = range.upperBound
        }
        for index in text.indices where text[index] &- UInt8(ascii: "A") < 26 {
          #expect(covered.contains(index), "seed \(random.seed)")
        }
      }
    }
  }
}
