import FrenchText
import TestSupport
import Testing

@Suite struct FrenchAnalyzerTests {
  private func surfaces(_ text: String) -> [String] {
    FrenchAnalyzer().tokens(of: text).map(\.surface)
  }

  private func terms(_ text: String) -> [String] {
    FrenchAnalyzer().tokens(of: text).flatMap(\.terms)
  }

  @Test(arguments: [
    // Elision, by every sign that people type for it, in either case.
    ("l'espace", ["espace"]), ("l’espace", ["espace"]), ("lʼespace", ["espace"]), ("l′espace", ["espace"]),
    ("l＇espace", ["espace"]), ("L'ESPACE", ["ESPACE"]), ("d’été", ["été"]), ("j'ai", ["ai"]),
    ("m’a t'a s’a n'a", ["a", "a", "a", "a"]), ("c’est", ["est"]), ("ç’aurait", ["aurait"]),
    ("qu’il", ["il"]), ("Qu'elle", ["elle"]), ("jusqu’où", ["où"]), ("Jusqu'au", ["au"]),
    ("lorsqu’on", ["on"]), ("puisqu'ils", ["ils"]), ("quoiqu’il", ["il"]), ("l'1", ["1"]),
    ("l’« Express »", ["Express"]), ("l'\"Aquarius\"", ["Aquarius"]), ("d’aujourd’hui", ["aujourd’hui"]),
    ("l’Extrême-Orient", ["Extrême", "Orient"]), ("qu'est-ce", ["est", "ce"]),
    // Words that keep their apostrophe, and those that it only joins.
    ("aujourd'hui", ["aujourd'hui"]), ("AUJOURD’HUI", ["AUJOURD’HUI"]), ("quelqu'un", ["quelqu'un"]),
    ("quelqu’une", ["quelqu’une"]), ("presqu’île", ["presqu’île"]), ("presqu’îles", ["presqu’îles"]),
    ("prud’hommes", ["prud’hommes"]), ("prud'homal", ["prud'homal"]), ("entr’acte", ["entr’acte"]),
    ("grand’mère", ["grand", "mère"]), ("grand-mère", ["grand", "mère"]), ("D'Artagnan", ["Artagnan"]),
    ("O'Brien", ["O'Brien"]), ("N’Djamena", ["N’Djamena"]), ("N'Golo Kanté", ["N'Golo", "Kanté"]),
    ("McDonald's", ["McDonald's"]), ("rock'n'roll", ["rock", "roll"]), ("n'y", ["y"]),
    ("m'habiller", ["habiller"]),
    // Compounds, acronyms, numbers.
    ("porte-parole", ["porte", "parole"]), ("porte‑parole", ["porte", "parole"]),
    ("O.N.U.", ["O.N.U"]), ("l’O.N.U.", ["O.N.U"]), ("U.R.S.S", ["U.R.S.S"]), ("M. Dupont", ["M", "Dupont"]),
    ("plan B.Il", ["plan", "B", "Il"]), ("A400M, 5G et 75e", ["A400M", "5G", "et", "75e"]),
    ("50 %", ["50"]), ("km²", ["km²"]), ("CO₂", ["CO₂"]), ("n° 5", ["n°", "5"]),
    ("www.example.fr/a?b=1", ["www", "example", "fr", "a", "b", "1"]), ("a.b@c.fr", ["a.b", "c", "fr"]),
    ("東京", ["東", "京"]), ("Москва", ["Москва"]),
    // Nothing at all.
    ("", []), ("…", []), ("’", []), ("l'", ["l"]), ("«»", []), ("\u{0}", []), ("\u{AD}\u{200B}", []),
  ])
  func `words are found where readers see them`(text: String, expected: [String]) {
    #expect(surfaces(text) == expected)
  }

  @Test(arguments: [
    ["été", "ete", "ÉTÉ", "e\u{301}te\u{301}", "ÉTE"],
    ["cœur", "coeur", "CŒUR", "Coeur"],
    ["ﬁn", "fin", "FIN"],
    ["ﬂotte", "flotte"],
    ["Straße", "strasse", "STRASSE", "STRAẞE"],
    ["Ｖｏｓｔｏｃｈｎｙ", "vostochny", "VOSTOCHNY"],
    ["extra\u{AD}ordinaire", "extraordinaire", "extra\u{200B}ordinaire", "extra\u{2060}ordinaire"],
    ["ONU", "O.N.U.", "onu", "Onu", "o.n.u."],
    ["aujourd’hui", "aujourd'hui", "AUJOURD’HUI", "aujourdhui"],
    ["prud’hommes", "prudhommes", "PRUD'HOMMES"],
    ["Choïgou", "choigou", "CHOIGOU", "Choi\u{308}gou"],
    ["Łódź", "lodz"], ["Erdoğan", "erdogan"], ["Đoković", "dokovic"], ["Ærø", "aero"],
    ["1ᵉʳ", "1er", "1ER"], ["CO₂", "co2"], ["Ελλάδα", "ελλαδα"], ["й", "и\u{306}"],
    ["l’entr’acte", "entracte"], ["N’Djamena", "Ndjamena", "ndjamena"], ["O’Brien", "obrien"],
  ])
  func `spellings of one word have one term`(spellings: [String]) {
    let expected = terms(spellings[0])
    #expect(expected.count == 1)
    for spelling in spellings { #expect(terms(spelling) == expected, "\(spelling)") }
  }

  @Test func `a range is the surface's bytes`() {
    let text = "À l’été, « l'Œuvre » d’aujourd’hui : e\u{301}lan\u{AD} O.N.U."
    let utf8 = Array(text.utf8)
    for token in FrenchAnalyzer().tokens(of: text) {
      #expect(Array(utf8[token.range]) == Array(token.surface.utf8))
    }
    #expect(surfaces(text).last == "O.N.U")
    #expect(surfaces(text).contains("e\u{301}lan"))
  }

  /// What holds for any bytes at all.
  private func checkInvariants(_ bytes: [UInt8], _ analyzer: FrenchAnalyzer, seed: UInt64) {
    var last = 0
    bytes.withUnsafeBufferPointer { text in
      analyzer.forEachToken(in: text) { token in
        let (start, end, term) = (token.start, token.end, token.term)
        #expect(start >= last && start < end && end <= bytes.count, "seed \(seed)")
        #expect(!term.isEmpty && term.count <= 120, "seed \(seed)")
        #expect(bytes[start] & 0xC0 != 0x80, "seed \(seed)")
        #expect(String(validating: bytes[start..<end], as: UTF8.self) != nil, "seed \(seed)")
        #expect(String(validating: term, as: UTF8.self) != nil, "seed \(seed)")
        #expect(!term.contains { $0 == 0x20 || $0 == 0x22 || $0 == 0 }, "seed \(seed)")
        last = end
        return true
      }
    }
  }

  @Test func `random and invalid bytes keep the invariants`() {
    var random = SeededGenerator()
    let analyzer = FrenchAnalyzer()
    let pieces = [
      "l’", "é", "e\u{301}", "’", "'", ".", "O.N.U.", " ", "\u{AD}", "œ", "-", "qu", "aujourd", "hui", "日",
      "\u{200B}", "n", "s",
    ]
    for _ in 0..<3_000 {
      checkInvariants(random.bytes(Int.random(in: 0...40, using: &random)), analyzer, seed: random.seed)
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      checkInvariants(Array(text.utf8), analyzer, seed: random.seed)
      var cut = Array(text.utf8)
      if !cut.isEmpty { cut.remove(at: Int.random(in: 0..<cut.count, using: &random)) }
      checkInvariants(cut, analyzer, seed: random.seed)
    }
  }

  @Test func `composed and decomposed texts have the same terms`() {
    let composed = "Élève à Nîmes, garçon naïf : où aller ? Noël, Sergueï Choïgou, Łódź, Erdoğan, Việt Nam"
    let decomposed = String(String.UnicodeScalarView(composed.unicodeScalars.flatMap(Self.decomposed)))
    #expect(terms(composed) == terms(decomposed))
  }

  /// The decompositions of the letters of the test above.
  private static func decomposed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let pairs: [Unicode.Scalar: [Unicode.Scalar]] = [
      "É": ["E", "\u{301}"], "è": ["e", "\u{300}"], "à": ["a", "\u{300}"], "î": ["i", "\u{302}"],
      "ç": ["c", "\u{327}"], "ï": ["i", "\u{308}"], "ù": ["u", "\u{300}"], "ë": ["e", "\u{308}"],
      "ó": ["o", "\u{301}"], "ź": ["z", "\u{301}"], "ğ": ["g", "\u{306}"],
      "ệ": ["e", "\u{323}", "\u{302}"],
    ]
    return pairs[scalar] ?? [scalar]
  }

  @Test func `a word of any length has a term`() {
    let long = String(repeating: "é", count: 100_000)
    let tokens = FrenchAnalyzer().tokens(of: long + " fin")
    #expect(tokens.count == 2)
    #expect(tokens[0].range == 0..<200_000)
    #expect(tokens[1].surface == "fin")
  }

  @Test func `the memo forgets nothing that matters`() {
    let analyzer = FrenchAnalyzer()
    var random = SeededGenerator()
    let words = (0..<20_000).map { _ in
      String(
        (0..<Int.random(in: 1...12, using: &random)).map { _ in
          "abcdeéfst".randomElement(using: &random) ?? "a"
        })
    }
    let first = words.map { analyzer.tokens(of: $0) }
    let again = words.map { analyzer.tokens(of: $0) }
    #expect(first == again, "seed \(random.seed)")
    for word in words.prefix(500) {
      #expect(analyzer.tokens(of: word) == FrenchAnalyzer().tokens(of: word), "seed \(random.seed)")
    }
  }

  @Test(.enabled(if: SharedMaterial.path("data/snowball/voc.txt") != nil, "needs the Snowball vocabulary"))
  func `no word of Snowball's vocabulary depends on accents or case`() throws {
    let analyzer = FrenchAnalyzer()
    let words = TextFile.lines(try #require(SharedMaterial.path("data/snowball/voc.txt")))
    #expect(words.count > 21_000)
    for word in words {
      let term = analyzer.tokens(of: word)
      let plain = analyzer.tokens(
        of: word.split(separator: "'", omittingEmptySubsequences: false).map {
          FrenchFolding.fold(String($0))
        }.joined(separator: "'"))
      #expect(term.map(\.terms) == plain.map(\.terms), "\(word)")
      #expect(term.map(\.terms) == analyzer.tokens(of: word.uppercased()).map(\.terms), "\(word)")
    }
  }
}
