import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct MatchFinderTests {
  /// A finder of phrases that are written as text.
  private func finder(_ phrases: [String]) -> MatchFinder {
    MatchFinder(
      phrases.map { TextAnalysis().tokens(of: $0).flatMap { $0.terms.prefix(1) } }.filter { !$0.isEmpty })
  }

  @Test(arguments: [
    (["espace"], "Dans l'espace.", ["espace"]),
    (["espace"], "Dans l’espace et les Espaces", ["espace", "Espaces"]),
    (["coeur"], "Le cœur, les CŒURS", ["cœur", "CŒURS"]),
    (["été"], "L'e\u{301}te\u{301} !", ["e\u{301}te\u{301}"]),
    (["corée du nord"], "La Corée du Nord, Corée du Sud", ["Corée du Nord"]),
    (["guerre d'ukraine"], "La guerre d’Ukraine", ["guerre d’Ukraine"]),
    (["guerre ukraine"], "La guerre d’Ukraine", ["guerre d’Ukraine"]),
    (["onu"], "L’O.N.U. et l'ONU", ["O.N.U", "ONU"]), (["aujourd'hui"], "C’est aujourd’hui", ["aujourd’hui"]),
    (["mot"], "", []), (["mot"], "rien", []), ([], "un mot", []), (["a b"], "a x b", []),
    // At one place the longer phrase; where two overlap the one that begins first.
    (["a", "a b", "a b c"], "a b c a b d a", ["a b c", "a b", "a"]), (["a b", "b c d"], "a b c d", ["a b"]),
    (["a a"], "a a a a a", ["a a", "a a"]), (["b", "a b"], "b a b b", ["b", "a b", "b"]),
    (["fin"], "La fin", ["fin"]), (["le"], "le Le LE", ["le", "Le", "LE"]), (["a b"], "a\nb", ["a\nb"]),
  ])
  func `what the query asks for is found in a text`(phrases: [String], text: String, expected: [String]) {
    let bytes = Array(text.utf8)
    let found = finder(phrases).highlights(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(found.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
  }

  @Test func `matches are in a text, ascend, do not overlap, and are of their phrase`() {
    var random = SeededGenerator()
    let analysis = TextAnalysis()
    for _ in 0..<300 {
      let texts = RandomText(&random, count: 10)
      let phrases = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        analysis.tokens(of: texts.sentence(&random, 1...3)).flatMap { $0.terms.prefix(1) }
      }.filter { !$0.isEmpty }
      var text = texts.text(&random, 1...2)
      // Bytes that are no UTF-8 separate words and move nothing.
      let bytes = text.withUTF8 { Array($0) } + (Bool.random(using: &random) ? random.bytes(3) : [])
      let finder = MatchFinder(phrases)
      let matches = bytes.withUnsafeBufferPointer { finder.matches(in: $0) }
      var last = 0
      for match in matches {
        #expect(
          last <= match.range.lowerBound && match.range.upperBound <= bytes.count, "seed \(random.seed)")
        #expect(!match.range.isEmpty, "seed \(random.seed)")
        last = match.range.upperBound
        let surface = String(decoding: bytes[match.range], as: UTF8.self)
        // Between the words of a phrase may stand what is no UTF-8, in a word never.
        let isWord = phrases[match.group].count == 1
        #expect(!isWord || !surface.unicodeScalars.contains("\u{FFFD}"), "seed \(random.seed)")
        #expect(
          analysis.tokens(of: surface).flatMap { $0.terms.prefix(1) } == phrases[match.group],
          "seed \(random.seed)")
      }
      // Single words are all found.
      for (number, phrase) in phrases.enumerated()
      where phrase.count == 1 && phrases.allSatisfy({ $0.count == 1 }) {
        let count = analysis.tokens(of: String(decoding: bytes, as: UTF8.self)).count {
          $0.terms.first == phrase[0]
        }
        let isFirst = phrases.firstIndex(of: phrase) == number
        #expect(matches.count { $0.group == number } == (isFirst ? count : 0), "seed \(random.seed)")
      }
    }
  }

  @Test func `terms that differ in their bytes only are told apart`() {
    let finder = MatchFinder([["\u{AC00}"], ["\u{1100}\u{1161}"]])
    let found = ["\u{AC00}", "\u{1100}\u{1161}"].map { text in
      var text = text
      return text.withUTF8 { finder.matches(in: $0).map(\.group) }
    }
    let terms = ["\u{AC00}", "\u{1100}\u{1161}"].map {
      TextAnalysis().tokens(of: $0).flatMap(\.terms).map { Array($0.utf8) }
    }
    #expect(found == (terms[0] == terms[1] ? [[0], [0]] : [[0], [1]]))
  }
}
