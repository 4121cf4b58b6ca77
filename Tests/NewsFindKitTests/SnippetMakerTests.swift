import FrenchText
import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct SnippetMakerTests {
  private let analysis = TextAnalysis()

  private func phrases(_ texts: [String]) -> [[String]] {
    texts.map { analysis.tokens(of: $0).flatMap { $0.terms.prefix(1) } }.filter { !$0.isEmpty }
  }

  /// Snippets with [ ] around their highlights.
  private func marked(_ text: String, _ query: [String], length: Int = 80, weights: [Double] = []) -> [String]
  {
    let finder = MatchFinder(phrases(query))
    return SnippetMaker(finder, weights: weights, length: length).snippets(of: text).map { snippet in
      var bytes = Array(snippet.text.utf8)
      for highlight in snippet.highlights.reversed() {
        bytes.insert(UInt8(ascii: "]"), at: highlight.upperBound)
        bytes.insert(UInt8(ascii: "["), at: highlight.lowerBound)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test(arguments: [
    // The article is not the word.
    ("Il rêve de l'espace.", ["espace"], ["Il rêve de l'[espace]."]),
    ("L’O.N.U. vote.", ["onu"], ["L’[O.N.U]. vote."]),
    // Whole sentences of one paragraph, as many as there is room for.
    ("Un. Deux mot. Trois.\nQuatre.", ["mot"], ["Un. Deux [mot]. Trois."]),
    ("Titre\nUn mot.\nAutre.", ["mot"], ["Un [mot]."]),
    // A phrase is one highlight.
    ("La guerre d’Ukraine dure.", ["guerre d'ukraine"], ["La [guerre d’Ukraine] dure."]),
    // Nothing found: how the text begins.
    ("Le début. La suite.\nLa fin.", ["zzz"], ["Le début. La suite."]), ("Le début.", [], ["Le début."]),
    // A phrase may reach over the end of a sentence, and then both are shown; not over that of a paragraph.
    ("Un début. La Corée. Du Nord. Fin.", ["corée du nord"], ["Un début. La [Corée. Du Nord]. Fin."]),
    ("Un début. La Corée.\nDu Nord. Fin.", ["corée du nord"], ["Un début. La Corée."]),
    ("", ["mot"], []), ("  \n ", ["mot"], []), ("...", ["mot"], ["..."]), ("mot", ["mot"], ["[mot]"]),
  ])
  func `a snippet shows what was asked for`(text: String, query: [String], expected: [String]) {
    #expect(marked(text, query) == expected)
  }

  @Test func `the passage that covers most is chosen, not the first`() {
    let text =
      "Un lanceur est parti vers le soir.\nEncore un lanceur, lanceur.\nLe lanceur russe du cosmodrome est prêt."
    #expect(
      marked(text, ["lanceur", "cosmodrome"], length: 60) == ["Le [lanceur] russe du [cosmodrome] est prêt."])
  }

  @Test func `a rare word is worth more than a frequent one`() {
    let text = "Le lanceur est parti, le lanceur est loin.\nLe cosmodrome est prêt pour la suite."
    #expect(
      marked(text, ["lanceur", "cosmodrome"], length: 45, weights: [1, 4]) == [
        "Le [cosmodrome] est prêt pour la suite."
      ])
    #expect(
      marked(text, ["lanceur", "cosmodrome"], length: 45, weights: [4, 1]) == [
        "Le [lanceur] est parti, le [lanceur] est loin."
      ])
  }

  @Test func `of passages that are worth the same the first is chosen`() {
    let text = "Premier lanceur du jour.\nSecond lanceur du jour.\nDernier lanceur du jour."
    #expect(marked(text, ["lanceur"], length: 40) == ["Premier [lanceur] du jour."])
  }

  @Test func `a second passage shows something found, and nothing else`() {
    let text = """
      Le lanceur est sur son pas de tir depuis hier.
      Rien de neuf par ailleurs dans cette affaire.
      Le cosmodrome attend toujours ses visiteurs.
      """
    #expect(
      marked(text, ["lanceur", "cosmodrome"], length: 120) == [
        "Le [lanceur] est sur son pas de tir depuis hier.", "Le [cosmodrome] attend toujours ses visiteurs.",
      ])
    #expect(marked(text, ["cosmodrome", "lanceur"], length: 60).count == 1)
    let again = "Le lanceur est là.\nRien.\nLe lanceur est encore là, ce lanceur."
    #expect(
      marked(again, ["lanceur"], length: 200) == [
        "Le [lanceur] est là.", "Le [lanceur] est encore là, ce [lanceur].",
      ])
  }

  @Test func `the two passages stand in the order of the text`() {
    let text = "Le lanceur est prêt.\nUn intermède de peu de mots.\nLe cosmodrome et la Sibérie attendent."
    #expect(
      marked(text, ["cosmodrome", "sibérie", "lanceur"], length: 200) == [
        "Le [lanceur] est prêt.", "Le [cosmodrome] et la [Sibérie] attendent.",
      ])
  }

  @Test func `a long sentence is cut between words, with marks, around what was found`() {
    let words = (1...60).map { "mot\($0)" }.joined(separator: " ")
    #expect(marked("\(words).", ["mot30"], length: 40) == ["… mot29 [mot30] mot31 mot32 mot33 mot34 …"])
    #expect(marked("\(words).", ["mot1"], length: 40) == ["[mot1] mot2 mot3 mot4 mot5 mot6 mot7 …"])
    #expect(marked("\(words).", ["mot60"], length: 40).first?.hasSuffix("mot59 [mot60].") == true)
    #expect(marked("\(words).", ["zzz"], length: 40) == ["mot1 mot2 mot3 mot4 mot5 mot6 mot7 …"])
  }

  @Test func `a cut does not part a word from what is joined to it`() {
    let text =
      String(repeating: "x ", count: 60) + "d'aujourd'hui l’espace-temps du porte-parole "
      + String(repeating: "y ", count: 60)
    for word in ["aujourd'hui", "espace", "temps", "porte", "parole"] {
      for length in 40...60 {
        for snippet in marked(text, [word], length: length) {
          let plain = snippet.filter { $0 != "[" && $0 != "]" }
          let words = plain.split(separator: " ").map(String.init)
          #expect(
            words.allSatisfy {
              ["…", "x", "y", "du", "d'aujourd'hui", "l’espace-temps", "porte-parole"].contains($0)
            }, "\(snippet)")
        }
      }
    }
  }

  @Test(arguments: [40, 41, 50, 77, 120, 240, 1_000])
  func `snippets of any text keep their promises`(length: Int) {
    var random = SeededGenerator()
    for _ in 0..<60 {
      let texts = RandomText(&random, count: 12)
      var text = texts.text(&random, 1...4)
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        text += ["\n", " "][Int.random(in: 0...1, using: &random)]
        text += (0..<Int.random(in: 5...60, using: &random)).map { _ in texts.word(&random) }.joined(
          separator: " ")
        if Bool.random(using: &random) { text += ". " + texts.text(&random, 1...2) }
      }
      let query = phrases(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in texts.sentence(&random, 1...2) })
      let finder = MatchFinder(query)
      let weights = query.map { _ in Double.random(in: 0.1...3, using: &random) }
      let snippets = SnippetMaker(finder, weights: weights, length: length).snippets(of: text)
      check(snippets, of: text, finder, length, "\(text.debugDescription) \(query) seed \(random.seed)")
    }
  }

  /// What is promised of every snippet.
  private func check(
    _ snippets: [Snippet], of text: String, _ finder: MatchFinder, _ length: Int, _ comment: Comment
  ) {
    #expect((1...3).contains(snippets.count), comment)
    let bytes = Array(text.utf8)
    let matches = finder.highlights(in: text)
    var end = 0
    var isAnyFindable = false
    #expect(Snippet.joined(snippets).text.unicodeScalars.count <= length, comment)
    for snippet in snippets {
      var content = snippet.text
      var shift = 0
      if content.hasPrefix("… ") {
        content.removeFirst(2)
        shift = "… ".utf8.count
      }
      if content.hasSuffix(" …") { content.removeLast(2) }
      // It stands in the text, behind the one before it, and begins and ends where a word does.
      let wanted = Array(content.utf8)
      let start = (end..<bytes.count).first { start in
        bytes[start...].starts(with: wanted) && isWordStart(start, bytes)
          && isWordEnd(start + wanted.count, bytes)
          && snippet.highlights.allSatisfy {
            matches.contains($0.lowerBound + start - shift..<$0.upperBound + start - shift)
          }
      }
      #expect(start != nil, "\(snippets.map(\.text)) \(snippets.map(\.highlights)) \(comment)")
      end = (start ?? 0) + wanted.count
      #expect(!content.isEmpty, comment)
      // Highlights ascend and lie inside.
      var last = shift
      for highlight in snippet.highlights {
        #expect(last <= highlight.lowerBound && highlight.upperBound <= shift + wanted.count, comment)
        last = highlight.upperBound
      }
      let isFindable = SentenceBoundaries.ranges(in: text).contains { sentence in
        matches.contains { sentence.lowerBound <= $0.lowerBound && $0.upperBound <= sentence.upperBound }
      }
      isAnyFindable = isAnyFindable || isFindable
    }
    #expect(snippets.contains { !$0.highlights.isEmpty } || !isAnyFindable, comment)
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }

  private func isWordStart(_ place: Int, _ bytes: [UInt8]) -> Bool {
    place == 0 || isSpace(bytes[place - 1]) && (place == bytes.count || !isSpace(bytes[place]))
  }

  private func isWordEnd(_ place: Int, _ bytes: [UInt8]) -> Bool {
    place == bytes.count || isSpace(bytes[place]) && (place == 0 || !isSpace(bytes[place - 1]))
  }

  @Test func `a word longer than a snippet is cut, no other`() {
    let long = String(repeating: "é", count: 300)
    #expect(marked(long, ["zzz"], length: 50) == [String(repeating: "é", count: 48) + " …"])
    #expect(marked("un \(long) mot", ["mot"], length: 50) == ["… [mot]"])
    #expect(marked("mot \(long) fin", ["mot"], length: 50) == ["[mot] …"])
    #expect(marked("avant \(long) fin", [long], length: 50) == ["… [\(String(repeating: "é", count: 46))] …"])
  }

  @Test(arguments: [0, -1, 1, 39, .min])
  func `less than a line is a line`(length: Int) {
    let text = "Le cosmodrome est en Extrême-Orient, dans la taïga."
    #expect(marked(text, ["cosmodrome"], length: length) == marked(text, ["cosmodrome"], length: 40))
  }

  @Test func `bytes that are no UTF-8 are shown repaired, without highlights that would lie`() {
    let finder = MatchFinder(phrases(["mot"]))
    let text = String(decoding: Array("un mot ".utf8) + [0xFF], as: UTF8.self)
    #expect(SnippetMaker(finder, weights: [1], length: 40).snippets(of: text).map(\.text) == [text])
  }

  @Test func `a long text costs no more than its length`() {
    let finder = MatchFinder(phrases(["mot", "autre"]))
    let maker = SnippetMaker(finder, weights: [1, 1], length: 240)
    for text in ["mot ", "mot. ", "mot\n", "x", "é", "mot autre, ", "« "] {
      #expect(!maker.snippets(of: String(repeating: text, count: 4_000)).isEmpty)
    }
  }
}
