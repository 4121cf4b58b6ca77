import FrenchText
import TestSupport
import Testing

@Suite struct AnalysisPropertyTests {
  private static let words = [
    "l’espace", "d'un", "aujourd'hui", "Vostochny", "Kim", "Jong-un", "porte-parole", "week-end",
    "anti-missile",
    "étudiant·e·s", "élu(e)s", "lecteur·rice·s", "tou·te·s", "O.N.U.", "S.N.C.F", "va-t-on", "là-bas",
    "rendez-vous",
    "12h30", "1er", "XXe", "75ème", "3,5", "1.000.000", "2023", "7", "000", "13/09/2023", "%", "€", "10€",
    "n°", "C++",
    "«", "»", "-", "–", ".", "’", "l’", "qu'", "A400M", "G7", "Covid-19", "192.168.0.1", "e\u{301}lan",
    "Œuvre", "東京",
    "a.b@c.fr", "www.exemple.fr", "h", "t", "t-il", "vis-à-vis", "M.", "J.-C.", "(Lyon)", "prud’hommes",
    "gouvernement", "ÉLÈVES", "déjà", "sœur", "l'été", "n'a", "m’appelle", "N'Djamena",
    "anticonstitutionnellement",
    "qu’elle", "d'Évian", "fête,", "où ?", "fin.", "(voir", "Évry",
  ]

  private static let spaces = [" ", " ", " ", "  ", "\u{A0}", "\u{202F}", "\n", "\t"]

  /// Numbers, hours and initials are read across their spaces: where two words are no cut.
  private static func parts(_ left: String, _ right: String) -> Bool {
    let isBetweenDigits =
      left.utf8.last.map { $0 &- UInt8(ascii: "0") < 10 } ?? false
      && right.utf8.first.map { $0 &- UInt8(ascii: "0") < 10 } ?? false
    let isBetweenInitials =
      left.hasSuffix(".") && left.dropLast().last?.isUppercase ?? false
      && right.dropFirst().first == "." && right.first?.isUppercase ?? false
    return !isBetweenDigits && !isBetweenInitials
  }

  @Test func `a word keeps its term however often it is met`() {
    let analyzer = FrenchAnalyzer()
    // Their lemmas go on as they begin themselves: rend, rendre.
    let words = "rend reste révèle reprend refuse retrouve répond ressemble été étés mangeaient cosmodromes"
    let terms = analyzer.tokens(of: "\(words) \(words) \(words)").map(\.terms)
    let expected = words.split(separator: " ").map { FrenchAnalyzer().tokens(of: String($0))[0].terms }
    #expect(terms == expected + expected + expected)
  }

  @Test func `a text cut at a space has the terms of its pieces`() {
    var random = SeededGenerator()
    let analyzer = FrenchAnalyzer()
    for _ in 0..<4_000 {
      var text = ""
      var pieces = [""]
      for _ in 0..<Int.random(in: 1...10, using: &random) {
        guard let word = Self.words.randomElement(using: &random) else { continue }
        guard let space = Self.spaces.randomElement(using: &random) else { continue }
        text += space + word
        if Self.parts(pieces[pieces.count - 1], word), Bool.random(using: &random) {
          pieces.append(word)
        } else {
          pieces[pieces.count - 1] += space + word
        }
      }
      let whole = analyzer.tokens(of: text)
      let cut = pieces.flatMap { analyzer.tokens(of: $0) }
      #expect(whole.map(\.terms) == cut.map(\.terms), "\(pieces) seed \(random.seed)")
      #expect(whole.map(\.surface) == cut.map(\.surface), "\(pieces) seed \(random.seed)")
    }
  }

  /// What holds for any bytes at all.
  private func check(_ bytes: [UInt8], _ analyzer: FrenchAnalyzer, seed: UInt64) {
    var last = 0
    bytes.withUnsafeBufferPointer { text in
      analyzer.forEachToken(in: text) { token in
        let range = token.start..<token.end
        #expect(range.lowerBound >= last && !range.isEmpty && range.upperBound <= bytes.count, "seed \(seed)")
        #expect(String(validating: bytes[range], as: UTF8.self) != nil, "\(bytes) seed \(seed)")
        checkTerm(token.term, bytes, seed)
        #expect(!token.foldedWord.isEmpty, "\(bytes) seed \(seed)")
        if let compound = token.compound {
          #expect(compound.start < token.start, "\(bytes) seed \(seed)")
          #expect(
            String(validating: bytes[compound.start..<token.end], as: UTF8.self) != nil,
            "\(bytes) seed \(seed)")
          checkTerm(compound.term, bytes, seed)
        }
        last = range.upperBound
        return true
      }
    }
  }

  private func checkTerm(_ term: UnsafeBufferPointer<UInt8>, _ bytes: [UInt8], _ seed: UInt64) {
    #expect(!term.isEmpty && term.count <= 160, "\(bytes) seed \(seed)")
    #expect(String(validating: term, as: UTF8.self) != nil, "\(bytes) seed \(seed)")
    #expect(!term.contains { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }, "\(bytes) seed \(seed)")
  }

  private static let pieces = [
    ".", "..", "·", "•", "‧", "⋅", "-", "‑", "‐", "(", ")", "’", "'", " ", "\u{A0}", "\u{202F}", ",", "1",
    "000", "12", "h",
    "30", "e", "é", "es", "s", "S", "ne", "rice", "ve", "tou", "te", "étudiant", "élu", "lecteur", "la", "là",
    "bas",
    "rendez", "vous", "a", "t", "il", "week", "end", "anti", "missile", "O", "N", "C", "+", "#", "€", "%",
    "n°", "XX", "ème",
    "l", "d", "qu", "aujourd", "hui", "\u{AD}", "\u{301}", "\u{200B}", "œ", "日", "vis", "à", "km", "Covid",
    "19", "\"", "\u{0}",
  ]

  @Test func `random pieces keep the invariants of the rules that join them`() {
    var random = SeededGenerator()
    let analyzer = FrenchAnalyzer()
    for _ in 0..<6_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...14, using: &random) {
        bytes += Array((Self.pieces.randomElement(using: &random) ?? "").utf8)
        // Now and then a byte that is part of nothing.
        if Int.random(in: 0..<12, using: &random) == 0 { bytes += random.bytes(1) }
      }
      check(bytes, analyzer, seed: random.seed)
      if !bytes.isEmpty {
        bytes.remove(at: Int.random(in: 0..<bytes.count, using: &random))
        check(bytes, analyzer, seed: random.seed)
      }
    }
  }
}
