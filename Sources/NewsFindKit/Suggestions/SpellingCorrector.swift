import FrenchText
import Glibc
import NewsQuery
import SQLiteStore

/// Finds other spellings for words that no article holds, or few where many hold a close neighbour.
///
/// The best neighbour is the one that is likeliest to have been meant: near to what was typed, and frequent. By the noisy
/// channel, the logarithm of its frequency less what the slip costs.
///
/// Source: Kernighan, Church and Gale, "A Spelling Correction Program Based on a Noisy Channel Model" (1990).
struct SpellingCorrector {
  private let index: IndexConnection
  private let commonTerms: Set<String>

  /// What is in more articles is no slip.
  static let rareLimit = 3
  /// A word that some articles hold gives way only to one that so many times more articles hold.
  private static let dominance = 40
  /// The logarithm of how much rarer a slip of 100 is than the word as it should be.
  private static let costOfSlip = 4.5
  /// So many words of a query are looked at.
  private static let wordLimit = 12

  /// - Parameters:
  ///   - index: Where words are looked for.
  ///   - commonTerms: Those that are known to be in more than ``rareLimit`` articles; they are not looked for.
  init(_ index: IndexConnection, commonTerms: Set<String> = []) {
    self.index = index
    self.commonTerms = commonTerms
  }

  /// Another spelling of a query; `nil` where there is none to propose.
  ///
  /// Complexity: linear in the words of the vocabulary, for each word that is unknown or rare.
  func correction(of query: Query) throws -> (text: String, corrections: [SearchSuggestion.Correction])? {
    var text = Array(query.text.utf8)
    var corrections: [SearchSuggestion.Correction] = []
    let words = query.wantedWords(index.analyzer).filter(isCorrectable).prefix(Self.wordLimit)
      .filter { !commonTerms.contains($0.term) }
    guard !words.isEmpty else { return nil }
    let proposals = try index.connection.transaction(.deferred) {
      try words.map { (word: $0, proposed: try proposal(for: $0)) }
    }
    // From the last to the first, so that ranges stay right.
    for (word, proposed) in proposals.sorted(by: { $0.word.range.lowerBound > $1.word.range.lowerBound }) {
      guard let proposed else { continue }
      let typed = String(decoding: text[word.range], as: UTF8.self)
      text.replaceSubrange(word.range, with: proposed)
      corrections.append(
        SearchSuggestion.Correction(typed: typed, proposed: String(decoding: proposed, as: UTF8.self)))
    }
    guard !corrections.isEmpty else { return nil }
    return (String(decoding: text, as: UTF8.self), corrections.reversed())
  }

  private func isCorrectable(_ word: QueryWord) -> Bool {
    word.foldedWord.count >= 4 && word.foldedWord.count <= WordCounter.longestWord && !word.isStopWord
      && word.foldedWord.allSatisfy { $0 &- UInt8(ascii: "a") < 26 }
  }

  /// The spelling to propose for a word.
  private func proposal(for word: QueryWord) throws -> [UInt8]? {
    let held = try index.articleCount(ofTerm: word.term, atMost: Self.rareLimit + 1)
    guard held <= Self.rareLimit else { return nil }
    let vocabulary = try index.vocabulary.vocabulary()
    let limits = held == 0 ? Self.limits(ofLength: word.foldedWord.count) : [60]
    for limit in limits {
      let candidates = vocabulary.neighbours(of: word.foldedWord, within: limit)
        .filter { $0.entry.occurrences >= max(held * Self.dominance, 1) && !$0.entry.isStopWord }
        .map { (entry: $0.entry, score: log(Double($0.entry.occurrences)) - Self.cost($0.distance)) }
        .sorted { one, other in
          if one.score != other.score { return one.score > other.score }
          return MostFrequentWords.precedes(one.entry, other.entry)
        }
      // Words whose articles have gone may still be there.
      for candidate in candidates.prefix(8) {
        let term = index.term(of: candidate.entry.word)
        guard term != word.term, try index.articleCount(ofTerm: term, atMost: 1) > 0 else { continue }
        return candidate.entry.spelling
      }
    }
    return nil
  }

  /// How far neighbours may be from a word of so many letters: near ones first, others where there are none.
  private static func limits(ofLength count: Int) -> [Int] {
    switch count {
    case ...4: [75]
    case 5, 6: [110]
    case 7, 8: [110, 160]
    default: [110, 210]
    }
  }

  private static func cost(_ distance: Int) -> Double { Double(distance) / 100 * costOfSlip }
}
