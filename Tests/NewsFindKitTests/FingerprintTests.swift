import FrenchText
import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct FingerprintTests {
  private let analyzer = FrenchAnalyzer()

  private func fingerprint(_ text: String, title: String = "") -> UInt64 {
    var words = WordCounter()
    return TermStream([text, title, ""], analyzer, counting: &words).fingerprint
  }

  /// A text of so many words, all of them made up.
  private func words(_ count: Int, _ random: inout SeededGenerator) -> [String] {
    (0..<count).map { _ in "mot\(Int.random(in: 0..<5_000, using: &random))x" }
  }

  @Test func `the same text has the same fingerprint, whatever its title, accents and case`() {
    let text = """
      Le conseil municipal a voté lundi soir la rénovation du théâtre, fermé depuis dix ans. Les travaux dureront deux ans et \
      coûteront douze millions d'euros, dont un tiers payé par la région. Les élus de l'opposition se sont abstenus.
      """
    #expect(fingerprint(text, title: "Le théâtre") == fingerprint(text.uppercased(), title: "Rénovation"))
  }

  /// A fingerprint is made by chance: of thirty articles one or two may have come out farther away.
  @Test func `an article that was changed a little is near, another one is not`() {
    var random = SeededGenerator()
    for length in [120, 300, 900] {
      var near = 0
      for _ in 0..<30 {
        let text = words(length, &random)
        var changed = text
        changed.insert(contentsOf: words(length / 300, &random), at: length / 2)
        changed.removeLast(length / 300)
        let one = fingerprint(text.joined(separator: " "))
        if Fingerprint.isNear(one, fingerprint(changed.joined(separator: " "))) { near += 1 }
        let half = Array(text.prefix(length / 2)) + words(length / 2, &random)
        #expect(
          !Fingerprint.isNear(one, fingerprint(words(length, &random).joined(separator: " "))),
          "\(length), seed \(random.seed)")
        if length == 900 {
          #expect(
            !Fingerprint.isNear(one, fingerprint(half.joined(separator: " "))), "half, seed \(random.seed)")
        }
      }
      #expect(near >= 28, "\(length), seed \(random.seed)")
    }
  }

  @Test func `short texts are near only where title and text are the same`() {
    #expect(fingerprint("En images.", title: "Le feu") == fingerprint("En images.", title: "Le feu"))
    #expect(
      !Fingerprint.isNear(
        fingerprint("En images.", title: "Le feu"), fingerprint("En images.", title: "La mer")))
    #expect(!Fingerprint.isNear(fingerprint("Un mot."), fingerprint("Un autre mot.")))
    #expect(fingerprint("") == fingerprint(" … "))
  }

  @Test func `a long text counts each of its rows`() {
    let long = (0..<6_000).map { "mot\($0 % 1_700)x" }.joined(separator: " ")
    #expect(fingerprint(long) == fingerprint(long + " fin"))
  }
}
