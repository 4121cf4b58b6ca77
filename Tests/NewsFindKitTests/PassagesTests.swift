import FrenchText
import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct PassagesTests {
  /// A text of capital letters, each a word; A to F are what is looked for. (A full stop would make an initial of them.)
  private struct Sample {
    let text: String
    let sentences: [Range<Int>]
    let matches: [TextMatch]

    init(_ text: String) {
      self.text = text
      sentences = SentenceBoundaries.ranges(in: text)
      matches = text.utf8.enumerated().compactMap { place, byte in
        guard let phrase = "ABCDEF".utf8.enumerated().first(where: { $0.element == byte })?.offset else {
          return nil
        }
        return TextMatch(range: place..<place + 1, group: phrase)
      }
    }

    /// What is shown of the text.
    func shown(
      within limit: Int, _ weights: [Double] = [], clues: [AnswerClues.Found] = [], titleGroups: Set<Int> = []
    ) -> [String] {
      var text = text
      return text.withUTF8 { utf8 in
        Passages(utf8, matches, weights, sentences: sentences, clues: clues, titleGroups: titleGroups)
          .chosen(within: limit).map { $0.snippet(of: utf8, matches).text }
      }
    }
  }

  @Test(arguments: [
    // Coverage first, then density, then position.
    ("X A X! X B X! X A B X! X A X!", 10, ["X A B X!"]), ("X A X! X A A X! X X!", 9, ["X A A X!"]),
    ("X A X! X A X! X A X!", 9, ["X A X!"]),
    // A heavier word outweighs two others.
    ("X C X! X A B X!", 10, ["X A B X!"]), ("X D X! X A B X!", 10, ["X D X!"]),
    // The neighbours in the paragraph, where there is room.
    ("X X X! X A! Y! Z!", 50, ["X X X! X A! Y! Z!"]), ("X A! Y!\nZ!", 50, ["X A! Y!"]),
    // Another passage for another word.
    ("X A! Y!\nZ Z Z Z Z!\nX B!", 60, ["X A! Y!", "X B!"]),
    // Nothing found: the first paragraph.
    ("X X X! Y Y!\nZ!", 40, ["X X X! Y Y!"]), ("X! Y! Z!\nX!", 100, ["X! Y! Z!"]),
  ])
  func `the passages that are worth most are chosen`(text: String, limit: Int, expected: [String]) {
    #expect(Sample(text).shown(within: limit, [1, 1, 1.5, 3]) == expected)
  }

  @Test func `what is found in the title tells little about the passage`() {
    let sample = Sample("X A A X!\nX B X!")
    #expect(sample.shown(within: 10, [2, 1]) == ["X A A X!"])
    #expect(sample.shown(within: 10, [2, 1], titleGroups: [0]) == ["X B X!"])
  }

  @Test func `a word of one sentence tells more than one of all`() {
    let sample = Sample("X A X! X A X! X A X! X B X!")
    #expect(sample.shown(within: 6, [1.2, 1]) == ["X B X!"])
  }

  @Test func `clues decide between sentences that hold the same`() {
    let sample = Sample("X A X!\nX A Y!")
    var answer = AnswerClues.Found()
    answer.isAnswer = true
    var relative = AnswerClues.Found()
    relative.relatives = [1]
    #expect(sample.shown(within: 6) == ["X A X!"])
    #expect(sample.shown(within: 6, clues: [.init(), answer]) == ["X A Y!"])
    #expect(sample.shown(within: 6, clues: [.init(), relative]) == ["X A Y!"])
  }

  @Test func `clues alone are nothing found`() {
    let sample = Sample("X X!\nY Y!")
    var answer = AnswerClues.Found()
    answer.isAnswer = true
    #expect(sample.shown(within: 4, clues: [.init(), answer]) == ["X X!"])
  }

  @Test func `a long sentence ends with a clause where that costs little`() {
    let long = "X A X X X X X X X X X X X X X X X X X X, Y Z Y Z Y Z Y Z Y Z Y Z Y Z Y Z Y Z!"
    #expect(Sample(long).shown(within: 44) == ["X A X X X X X X X X X X X X X X X X X X, …"])
    #expect(Sample(long).shown(within: 60).first?.hasSuffix(", …") == false)
  }

  @Test func `sentences that a match reaches over are one`() {
    var text = "X! Y A! B Y! Z!"
    let united = text.withUTF8 { utf8 in
      Passages.sentences(
        of: [0..<2, 3..<7, 8..<12, 13..<15], in: utf8, uniting: [TextMatch(range: 5..<9, group: 0)])
    }
    #expect(united == [0..<2, 3..<12, 13..<15])
  }

  @Test func `a passage becomes a snippet whose ranges are its own`() {
    let sample = Sample("X! YÉ A B Z!")
    let passage = Passage(range: 3..<10, isCutBefore: true, isCutBehind: true)
    var text = sample.text
    let snippet = text.withUTF8 { passage.snippet(of: $0, sample.matches) }
    #expect(snippet.text == "… YÉ A B …")
    #expect(snippet.highlights == [8..<9, 10..<11])
  }
}
