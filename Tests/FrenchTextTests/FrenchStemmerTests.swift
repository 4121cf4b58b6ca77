import FrenchText
import TestSupport
import Testing

@Suite struct FrenchStemmerTests {
  @Test(arguments: [
    ("continu", "continu"), ("continuait", "continu"), ("majestueusement", "majestu"), ("majesté", "majest"),
    ("quand", "quand"), ("travaux", "traval"), ("choux", "chou"), ("chevaux", "cheval"), ("palais", "palais"),
    ("française", "franc"), ("françaises", "franc"), ("français", "franc"), ("mangeait", "mang"),
    ("naïf", "naïf"),
    ("haïr", "haïr"), ("l'avion", "avion"), ("qu'il", "il"), ("œuvre", "œuvr"), ("", ""), ("a", "a"),
    ("y", "y"),
    ("東京", "東京"), ("élève", "élev"), ("constamment", "const"), ("évidemment", "évident"),
  ])
  func `words with their accents are stemmed as Snowball stems them`(word: String, stem: String) {
    #expect(FrenchStemmer(accents: .written).stem(word) == stem)
  }

  @Test(.enabled(if: SharedMaterial.path("data/snowball/voc.txt") != nil, "needs the Snowball vocabulary"))
  func `every word of Snowball's vocabulary has Snowball's stem`() throws {
    let words = TextFile.lines(try #require(SharedMaterial.path("data/snowball/voc.txt")))
    let stems = TextFile.lines(try #require(SharedMaterial.path("data/snowball/output.txt")))
    #expect(words.count == stems.count && words.count > 21_000)
    let stemmer = FrenchStemmer(accents: .written)
    for (word, stem) in zip(words, stems) {
      #expect(stemmer.stem(word) == stem, "\(word)")
    }
  }

  @Test func `folded words with accents that differ have one stem`() {
    let stemmer = FrenchStemmer(accents: .folded)
    for words in [
      ["electricite", "electrique", "electriques"], ["president", "presidents", "presidente", "presidentes"],
      ["acheve", "achever", "achevera"], ["premiere", "premier", "premieres"],
    ] {
      #expect(Set(words.map { stemmer.stem($0) }).count == 1, "\(words)")
    }
  }

  @Test func `any letters have a stem that is not longer`() {
    var random = SeededGenerator()
    let letters = Array("abcdefghijklmnopqrstuvwxyzéèëïîôûàçœ'")
    let stemmers = [FrenchStemmer(accents: .written), FrenchStemmer(accents: .folded)]
    for _ in 0..<20_000 {
      let word = String(
        (0..<Int.random(in: 0...14, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" }
      )
      for stemmer in stemmers {
        let stem = stemmer.stem(word)
        #expect(stem.count <= word.count, "\(word) seed \(random.seed)")
        #expect(stem.isEmpty == word.isEmpty, "\(word) seed \(random.seed)")
      }
    }
  }
}
