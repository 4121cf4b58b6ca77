import TestSupport
import Testing

@testable import FrenchText

@Suite struct WordBeginningsTests {
  private func admits(_ beginnings: WordBeginnings, _ word: String) -> Bool {
    Array(word.utf8).withUnsafeBufferPointer { word in beginnings.withLookup { $0.admits(word) } }
  }

  private func beginnings(ofTerm term: String) -> WordBeginnings {
    var beginnings = WordBeginnings()
    beginnings.insertWords(withTerm: Array(term.utf8))
    return beginnings
  }

  @Test(arguments: [
    ("ministre", "ministre", true), ("ministre", "mines", true), ("ministre", "menace", false),
    ("aller", "iront", true), ("aller", "va", true), ("aller", "ici", false), ("etre", "suis", true),
    ("madame", "mme", true), ("saint", "ste", true), ("20e", "xxe", true), ("20", "vint", true),
    ("Tours", "tours", true), ("le", "les", true), ("le", "lendemain", false), ("", "a", false),
  ])
  func `words are told by their beginnings`(term: String, word: String, expected: Bool) {
    #expect(admits(beginnings(ofTerm: term), word) == expected)
  }

  @Test func `words that begin so are admitted`() {
    for (beginning, word, expected) in [
      ("pr", "été", true), ("e", "ete", true), ("e", "e", true), ("pr", "presider", true),
      ("pr", "pa", false),
      ("presi", "presage", true), ("presi", "prison", false),
    ] {
      var beginnings = WordBeginnings()
      beginnings.insertWords(beginningWith: Array(beginning.utf8))
      #expect(admits(beginnings, word) == expected, "\(beginning) \(word)")
    }
  }

  @Test func `no form of the lexicon is left out by its lemma`() {
    // Only the first three letters and the length up to three count.
    var known: [Substring: WordBeginnings] = [:]
    var missing: Set<String> = []
    Lexicon.forEachForm { form, lemma in
      let beginning = lemma.prefix(3)
      let beginnings = known[beginning] ?? beginnings(ofTerm: lemma)
      known[beginning] = beginnings
      if !admits(beginnings, form) { missing.insert("\(beginning):\(form.prefix(3))") }
    }
    #expect(missing.sorted() == [])
  }

  @Test func `no word is left out by its term, by whatever rule it is made`() {
    var random = SeededGenerator()
    let letters = Array("aabcdeeefghiijklmnoopqrrssttuuvwxyyz")
    let endings = [
      "", "s", "e", "es", "ait", "aient", "ions", "ement", "emment", "amment", "ment", "euse", "aux", "eaux",
      "oux",
      "enne", "elle", "ette", "ence", "logie", "ution", "ir", "issait", "ier", "yer", "y", "iers", "eme", "x",
    ]
    var words = Respelling.terms.keys.sorted()
    for figures in ["i", "iv", "vi", "xi", "xx", "xvi", "xxix"] {
      words += ["e", "es", "eme", "emes", "er", "re"].map { figures + $0 }
    }
    for _ in 0..<60_000 {
      let stem = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        letters.randomElement(using: &random) ?? "a"
      }
      words.append(String(stem) + (endings.randomElement(using: &random) ?? ""))
    }
    let maker = TermMaker()
    for word in words {
      var buffer = Array(word.utf8) + [UInt8](repeating: 0, count: TermMemo.room)
      let count = buffer.withUnsafeMutableBufferPointer { maker.makeTerm($0, word.utf8.count).count }
      let term = String(decoding: buffer[..<count], as: UTF8.self)
      #expect(admits(beginnings(ofTerm: term), word), "\(word), \(term); seed \(random.seed)")
    }
  }

  @Test func `the tokens among all that have a term are handed out, with their places`() {
    var random = SeededGenerator()
    let pieces = [
      "ministre", "Ministres", "élections", "électeur", "aller", "iront", "va", "XXe", "20e", "Tours",
      "tours", "VIe",
      "week-end", "weekend", "l’espace", "aujourd'hui", "Mme", "étudiant·e·s", "O.N.U.", "1 000", "de", "la",
      "anticonstitutionnellement", "Covid-19", "porte-parole", "œuvre", "10km", "東京", "le", "les",
    ]
    let spaces = [" ", " ", " ", ", ", ". ", "\u{A0}", "\n", "-", "’", " (", ") "]
    let analyzer = FrenchAnalyzer()
    for _ in 0..<2_000 {
      var text = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        (pieces.randomElement(using: &random) ?? "") + (spaces.randomElement(using: &random) ?? "")
      }.joined()
      var wanted: Set<[UInt8]> = []
      let query =
        (pieces.randomElement(using: &random) ?? "") + " " + (pieces.randomElement(using: &random) ?? "")
      for token in analyzer.tokens(of: query) { wanted.formUnion(token.terms.map { Array($0.utf8) }) }
      var beginnings = WordBeginnings()
      wanted.forEach { beginnings.insertWords(withTerm: $0) }
      func found(_ token: FrenchToken, _ place: Int) -> [[Int]] {
        ([token.term] + token.others).filter { wanted.contains(Array($0)) }
          .map { [place, token.start, token.end] + $0.map(Int.init) }
      }
      let (all, some, count, number) = text.withUTF8 { utf8 in
        var all: [[Int]] = []
        var count = 0
        analyzer.forEachToken(in: utf8) { token in
          all += found(token, count)
          count += 1
          return true
        }
        var some: [[Int]] = []
        let number = analyzer.forEachToken(in: utf8, among: beginnings) { token, place in
          some += found(token, place)
          return true
        }
        return (all, some, count, number)
      }
      #expect(all == some, "\(text); seed \(random.seed)")
      #expect(count == number, "\(text); seed \(random.seed)")
    }
  }
}
