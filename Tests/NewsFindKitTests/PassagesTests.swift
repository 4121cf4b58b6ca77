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

    func with<Result>(_ weights: [Double], _ body: (Passages) throws -> Result) rethrows -> Result {
      var text = text
      return try text.withUTF8 { try body(Passages($0, sentences, matches, weights)) }
    }

    func content(_ passage: Passage?) -> String? {
      passage.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
    }
  }

  @Test(arguments: [
    ("X A X! X B X! X A B X! X A X!", 10, "X A B X!"), ("X A X! X A A X! X X!", 9, "X A A X!"),
    ("X A X! X A X! X A X!", 9, "X A X!"), ("X X X! X A! Y! Z!", 9, "X A! Y!"),
    ("X A! Y!\nZ!", 20, "X A! Y!"),
    ("X C X! X A B X!", 10, "X A B X!"), ("X X X X X!", 40, nil),
  ])
  func `the passage that is worth most is chosen`(text: String, limit: Int, expected: String?) {
    let sample = Sample(text)
    #expect(sample.with([1, 1, 1.5]) { sample.content($0.best(within: limit, covering: [])) } == expected)
  }

  @Test func `no other run of sentences is worth more`() {
    var random = SeededGenerator()
    for _ in 0..<300 {
      let letters = Array("XYZABCD")
      let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        (0..<Int.random(in: 1...6, using: &random)).map { _ in
          String(letters[Int.random(in: letters.indices, using: &random)])
        }.joined(separator: " ") + ["! ", "!\n", " ! "][Int.random(in: 0...2, using: &random)]
      }.joined()
      let sample = Sample(text)
      let limit = Int.random(in: 14...40, using: &random)
      let weights = (0..<4).map { _ in Double.random(in: 0.1...2, using: &random) }
      let chosen = sample.with(weights) { $0.best(within: limit, covering: []) }
      let runs = runs(of: sample, within: limit)
      let best = runs.map { worth(of: $0, sample, weights) }.max() ?? 0
      #expect((chosen == nil) == (best == 0), "\(text) seed \(random.seed)")
      if let chosen {
        #expect(
          worth(of: chosen.range, sample, weights) >= best - 1e-9,
          "\(text) within \(limit), seed \(random.seed)")
        #expect(chosen.range.count <= limit, "seed \(random.seed)")
        #expect(chosen.characterCount == chosen.range.count, "seed \(random.seed)")
      }
    }
  }

  /// All runs of sentences of one paragraph that fit and begin with a sentence in which something was found.
  private func runs(of sample: Sample, within limit: Int) -> [Range<Int>] {
    let bytes = Array(sample.text.utf8)
    return sample.sentences.indices.flatMap { first -> [Range<Int>] in
      let start = sample.sentences[first]
      guard sample.matches.contains(where: { start.contains($0.range.lowerBound) }) else { return [] }
      return sample.sentences[first...].map { start.lowerBound..<$0.upperBound }
        .filter { $0.count <= limit && !bytes[$0].contains(UInt8(ascii: "\n")) }
    }
  }

  /// What a range is worth: each phrase once in full, again a tenth, and a twentieth less at the end of the text.
  private func worth(of range: Range<Int>, _ sample: Sample, _ weights: [Double]) -> Double {
    let phrases = sample.matches.filter { range.contains($0.range.lowerBound) }.map(\.group)
    let sum = Set(phrases).reduce(0) { $0 + weights[$1] }
    let repeated = phrases.reduce(0) { $0 + weights[$1] } - sum
    return (sum + repeated * 0.1) * (1 - 0.05 * Double(range.lowerBound) / Double(sample.text.utf8.count))
  }

  @Test func `what is shown already counts nothing, and is not touched`() throws {
    let sample = Sample("X A X! X A B X! X B X! X C X!")
    try sample.with([1, 1, 1]) { passages in
      let first = try #require(passages.best(within: 8, covering: []))
      #expect(sample.content(first) == "X A B X!")
      #expect(passages.groups(of: first) == [0, 1])
      let second = passages.best(within: 8, covering: passages.groups(of: first), awayFrom: first.range)
      #expect(sample.content(second) == "X C X!")
      #expect(passages.best(within: 8, covering: [0, 1, 2], awayFrom: first.range) == nil)
      // There is room for what stands before it, but not over it.
      let away = passages.best(within: 100, covering: [1], awayFrom: first.range)
      #expect(sample.content(away) == "X A X!")
    }
  }

  @Test(arguments: [("X! Y! Z!\nA!", 100, "X! Y! Z!"), ("X! Y! Z!", 5, "X! Y!"), ("A!", 1, "A")])
  func `the opening is the first sentences of the first paragraph`(text: String, limit: Int, expected: String)
  {
    let sample = Sample(text)
    #expect(sample.with([]) { sample.content($0.opening(within: limit)) } == expected)
  }

  @Test func `a passage becomes a snippet whose ranges are its own`() {
    let sample = Sample("X! YÉ A B Z!")
    sample.with([]) { passages in
      let passage = Passage(
        range: 3..<10, isCutBefore: true, isCutBehind: true, characterCount: 6, held: 0..<2)
      var text = sample.text
      let snippet = text.withUTF8 { passage.snippet(of: $0, passages.matches) }
      #expect(snippet.text == "… YÉ A B …")
      #expect(snippet.highlights == [8..<9, 10..<11])
    }
  }
}
