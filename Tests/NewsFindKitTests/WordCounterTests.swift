import FrenchText
import TestSupport
import Testing

@testable import NewsFindKit

/// Counting the words of texts.
@Suite struct WordCounterTests {
  private func counter(_ texts: [String], _ analyzer: FrenchAnalyzer = FrenchAnalyzer()) -> WordCounter {
    var counter = WordCounter()
    for var text in texts {
      text.withUTF8 { utf8 in
        analyzer.forEachToken(in: utf8) { token in
          counter.count(token, in: utf8)
          return true
        }
      }
    }
    return counter
  }

  /// Words, spellings and numbers.
  private func words(_ counter: WordCounter) -> [String: (spelling: String, occurrences: Int)] {
    var words: [String: (String, Int)] = [:]
    var cursor = VocabularyCursor(counter.segment())
    while cursor.advance() {
      let entry = cursor.entry
      words[String(decoding: entry.word, as: UTF8.self)] = (
        String(decoding: entry.spelling, as: UTF8.self), entry.occurrences
      )
    }
    return words
  }

  @Test(
    arguments: [
      ("La Lune tourne. Lune et lune. La Lune !", "lune", "Lune"),
      ("Cependant rien. Cependant tout.", "cependant", "cependant"),
      ("Zorbeck parle. Zorbeck se tait.", "zorbeck", "Zorbeck"),
      ("« Réchauffement », dit-on. Le réchauffement.", "rechauffement", "réchauffement"),
      ("À l’ONU, O.N.U. ou ONU", "onu", "ONU"),
      ("un cœur, des cœurs, le coeur, au cœur", "coeur", "cœur"),
      ("Jean-Luc et jean", "luc", "Luc"),
    ])
  func `the usual spelling is that of the middle of sentences`(text: String, word: String, spelling: String) {
    #expect(words(counter([text]))[word]?.spelling == spelling)
  }

  @Test func `rare words are counted one by one, frequent ones about`() {
    let counted = words(
      counter([String(repeating: "rare ", count: 8), String(repeating: "usuel ", count: 500)]))
    #expect(counted["rare"]?.occurrences == 8)
    #expect((450...550).contains(counted["usuel"]?.occurrences ?? 0))
  }

  @Test func `short words, numbers and what is hardly a word are left out`() {
    let long = String(repeating: "mot", count: 40)
    #expect(Set(words(counter(["le mer 2023 12e ab \(long) covid19"])).keys) == ["mer", "covid19"])
  }

  @Test func `counters add up`() {
    var one = counter(["la lune, la Lune d’hier", "le vent"])
    one.add(counter(["une lune, la lune et un nuage"]))
    let counted = words(one)
    #expect(counted["lune"]?.occurrences == 4)
    #expect(counted["lune"]?.spelling == "lune")
    #expect(counted["nuage"]?.occurrences == 1)
    #expect(counted["vent"]?.occurrences == 1)
    one.removeAll()
    #expect(one.count == 0)
    #expect(words(one).isEmpty)
  }

  @Test func `many words are all found again`() {
    var random = SeededGenerator()
    let all = Set(
      (0..<20_000).map { _ in
        String((0..<7).map { _ in Character(UnicodeScalar(UInt8.random(in: 97...122, using: &random))) })
      })
    let counted = words(counter([all.joined(separator: " ")]))
    #expect(counted.count == all.count, "seed \(random.seed)")
  }
}
