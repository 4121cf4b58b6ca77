import FrenchText
import TestSupport
import Testing

@Suite struct PrefixTermsTests {
  @Test(arguments: [
    ("presid", [], []), ("president", [], []), ("presidents", [], ["president"]), ("iron", [], ["aller"]),
    ("alle", ["aller"], []), ("chevau", [], ["cheval"]), ("macronis", [], ["macron"]),
    ("vertueus", [], ["vertueux"]), ("sain", ["saint"], []),
  ])
  func `the exceptions are known`(prefix: String, doubtful: [String], others: [String]) {
    let terms = PrefixTerms(Array(prefix.utf8))
    #expect(Set(terms.doubtful).isSuperset(of: doubtful))
    #expect(Set(terms.others).isSuperset(of: others))
    #expect(terms.doubtful.allSatisfy { $0.hasPrefix(prefix) })
    #expect(!terms.others.contains { $0.hasPrefix(prefix) })
  }

  @Test func `each form of the lexicon is found by its beginning`() {
    var random = SeededGenerator()
    let analyzer = FrenchAnalyzer()
    var forms: [String] = []
    Lexicon.forEachForm { form, _ in if Int.random(in: 0..<8_000, using: &random) == 0 { forms.append(form) }
    }
    for form in forms where form.utf8.count > 2 {
      let prefix = String(form.prefix(Int.random(in: 2...form.count, using: &random)))
      let terms = PrefixTerms(Array(prefix.utf8))
      let term = analyzer.tokens(of: form)[0].terms[0]
      #expect(
        term.hasPrefix(prefix) || terms.others.contains(term),
        "\(prefix) of \(form), \(term); seed \(random.seed)")
    }
  }

  @Test(arguments: [
    ("presi", false, "Le Président parle", true), ("presi", false, "déprésider", false),
    ("president", true, "présidents", false),
    ("president", true, "un PRÉSIDENT, dit-on", true), ("onu", false, "l’O.N.U. vote", true),
    ("coeur", true, "Le cœur", true),
    ("km", true, "10km", true), ("ete", true, "e\u{301}te\u{301}", true), ("ete", true, "l’étés", false),
    ("a", false, "", false),
  ])
  func `a text is told from those that cannot hold a word`(
    word: String, isWhole: Bool, text: String, expected: Bool
  ) {
    let found = Array(word.utf8).withUnsafeBufferPointer { word in
      Array(text.utf8).withUnsafeBufferPointer { FoldedSearch.mayHold(word, isWhole: isWhole, in: $0) }
    }
    #expect(found == expected)
  }

  @Test(arguments: [
    ("defi", "un défi, dit-on, de taille", FoldedSearch.Presence.certain),
    ("defi", "l’indéfini et la définition, la voici enfin", .certain),
    ("defi", "l’indéfini, quoi qu’on en dise", .none),
    ("defi", "un “défilé” de printemps", .possible), ("defi", "un « défilé » de printemps", .certain),
    ("defi", "le défi-lune d’un matin", .possible),
    ("defi", "voici un défi", .possible), ("onu", "c’est l’O.N.U. qui vote", .possible),
  ])
  func `letters tell whether a word is there`(
    beginning: String, text: String, expected: FoldedSearch.Presence
  ) {
    let found = Array(beginning.utf8).withUnsafeBufferPointer { beginning in
      Array(text.utf8).withUnsafeBufferPointer {
        FoldedSearch.presence(ofWordBeginningWith: beginning, in: $0)
      }
    }
    #expect(found == expected)
  }

  private static func foldedWords(of text: [UInt8], _ analyzer: FrenchAnalyzer) -> [[UInt8]] {
    var words: [[UInt8]] = []
    text.withUnsafeBufferPointer {
      analyzer.forEachToken(in: $0) { token in
        words.append(Array(token.foldedWord))
        return true
      }
    }
    return words
  }

  @Test func `where letters are sure there is a token, and where there is one they do not deny it`() {
    var random = SeededGenerator()
    let pieces = [
      "été", "été ", " étés ", "É", " E\u{301}TE\u{301} ", "O.N.U.", " O. N. U. ", "10 km", "œuvre ",
      " week-end", "étudiant·e·s ",
      "aujourd’hui ", " ", ", ", "-", " d'", "’", " XXe ", "1 000 ", " presqu'île ", "kilomètre ", "M. ",
      " le ", " la",
    ]
    let analyzer = FrenchAnalyzer()
    var certain = 0
    for _ in 0..<4_000 {
      let text = (0..<9).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let bytes = Array(text.utf8)
      let words = Self.foldedWords(of: bytes, analyzer)
      for beginning in [
        "ete", "e", "et", "o", "on", "k", "km", "w", "aujour", "h", "p", "ile", "l", "x", "un", "m",
      ] {
        let found = Array(beginning.utf8).withUnsafeBufferPointer { beginning in
          bytes.withUnsafeBufferPointer { FoldedSearch.presence(ofWordBeginningWith: beginning, in: $0) }
        }
        let isThere = words.contains { $0.starts(with: Array(beginning.utf8)) }
        let comment: Comment = "\(beginning) in \(text); seed \(random.seed)"
        if found == .certain { #expect(isThere, comment) }
        if found == .none { #expect(!isThere, comment) }
        if found == .certain { certain += 1 }
      }
    }
    #expect(certain > 1_000)
  }

  @Test func `rows of marks are passed in one go`() {
    // Were each of them walked back to the letter this would take hours.
    let text = Array(
      ("e" + String(repeating: "\u{301}", count: 500_000) + "te, "
        + String(repeating: "\u{200B}", count: 500_000) + "mer").utf8)
    for (word, expected) in [("ete", true), ("te", false), ("mer", true), ("er", false)] {
      let found = Array(word.utf8).withUnsafeBufferPointer { word in
        text.withUnsafeBufferPointer { FoldedSearch.mayHold(word, isWhole: true, in: $0) }
      }
      #expect(found == expected, "\(word)")
    }
  }

  @Test func `no token of a text is overlooked`() {
    var random = SeededGenerator()
    let pieces = [
      "l’", "d'", "été", "E\u{301}TE\u{301}", "O.N.U.", "10km", "œuvre", "week-end", "étudiant·e·s",
      "aujourd’hui", " ", ", ", "-", "C++", "1 000",
    ]
    let analyzer = FrenchAnalyzer()
    for _ in 0..<2_000 {
      let text = (0..<8).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let bytes = Array(text.utf8)
      let words = Self.foldedWords(of: bytes, analyzer)
      for word in words {
        for isWhole in [true, false] {
          let wanted = isWhole ? word : Array(word.prefix(Int.random(in: 1...word.count, using: &random)))
          let found = wanted.withUnsafeBufferPointer { word in
            bytes.withUnsafeBufferPointer { FoldedSearch.mayHold(word, isWhole: isWhole, in: $0) }
          }
          #expect(found, "\(String(decoding: wanted, as: UTF8.self)) in \(text); seed \(random.seed)")
        }
      }
    }
  }
}
