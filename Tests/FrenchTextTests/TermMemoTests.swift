import FrenchText
import Testing

@Suite struct TermMemoTests {
  /// Lemmas that are longer than the form: the form's bytes and then the lemma's may look like the lemma again.
  @Test func `a word's term does not depend on the words that were read before it`() {
    let words = [
      "révèle", "retrouve", "reprend", "reste", "régi", "refuse", "rassemble", "rappelé", "vont", "est",
      "chevaux",
      "aime", "anime", "mime", "rend", "a", "ont",
    ]
    let fresh = words.map { FrenchAnalyzer().tokens(of: $0).map(\.terms) }
    let used = FrenchAnalyzer()
    for round in 0..<3 {
      for (word, expected) in zip(words, fresh) {
        #expect(used.tokens(of: word).map(\.terms) == expected, "\(word) in round \(round)")
      }
    }
  }
}
