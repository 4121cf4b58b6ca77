import Glibc

/// What each sentence of a text is worth for a query.
///
/// First counts which different words of the query it holds, weighted by their rarity in the collection and among the
/// sentences of the text; then clues and repetition; then how early it stands.
struct SentenceWorths {
  /// A group of the query in a sentence, and what it is worth there.
  private typealias Part = (group: Int, worth: Double)

  private let parts: [[Part]]
  /// What each sentence is worth whatever is shown beside it.
  private let extras: [Double]
  /// How much each sentence keeps of its worth, for its place.
  private let shares: [Double]
  /// Whether a sentence holds a word of the query.
  let isMatched: [Bool]

  /// How much a further occurrence of a word counts beside its first.
  private static let repetition = 0.1
  /// How much a word counts that is shown elsewhere.
  private static let again = 0.25
  /// How much of its worth the last sentence of a text loses against the first.
  private static let lateness = 0.05
  /// What a word of the title is worth: all of the text is about it, whatever the sentence.
  private static let titleShare = 0.2
  /// What a relative of a word is worth where the word itself is not in the sentence.
  private static let relative = 0.5
  /// What it is worth, of the whole query, that a sentence holds what the question asks for.
  private static let answer = 0.15

  /// - Parameters:
  ///   - matches: For each sentence what was found in it.
  ///   - weights: What each group of the query is worth; 1 where there are fewer.
  ///   - clues: One a sentence, or none at all.
  ///   - titleGroups: The groups that are in the title.
  init(
    _ matches: [ArraySlice<TextMatch>], _ weights: [Double], clues: [AnswerClues.Found], titleGroups: Set<Int>
  ) {
    var holding: [Int: Int] = [:]
    let counts = matches.enumerated().map { sentence, matches in
      let counts = Dictionary(matches.map { ($0.group, 1) }, uniquingKeysWith: +)
      for group in counts.keys { holding[group, default: 0] += 1 }
      return counts
    }
    func weight(_ group: Int) -> Double {
      let own = group < weights.count ? weights[group] : 1
      return own * (titleGroups.contains(group) ? Self.titleShare : 1)
        * Self.rarity(holding[group] ?? 0, among: matches.count)
    }
    let known = Dictionary(uniqueKeysWithValues: holding.keys.map { ($0, weight($0)) })
    let whole = known.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    var extras: [Double] = []
    parts = counts.enumerated().map { sentence, counts in
      var extra = 0.0
      var parts = counts.sorted { $0.key < $1.key }.map { group, count in
        (group: group, worth: (known[group] ?? 0) * (1 + Self.repetition * Double(count - 1)))
      }
      if sentence < clues.count {
        for group in clues[sentence].relatives.sorted() where counts[group] == nil {
          parts.append((group, weight(group) * Self.relative))
        }
        if clues[sentence].isAnswer { extra = whole * Self.answer }
      }
      extras.append(extra)
      return parts
    }
    self.extras = extras
    let last = Double(max(matches.count - 1, 1))
    shares = matches.indices.map { 1 - Self.lateness * Double($0) / last }
    isMatched = counts.map { !$0.isEmpty }
  }

  /// How much a word tells about which of `count` sentences is meant, when it is in `holding` of them: 1 for one of them.
  private static func rarity(_ holding: Int, among count: Int) -> Double {
    guard count > 1, holding > 1 else { return 1 }
    let count = Double(count)
    let holding = Double(holding)
    return log(1 + (count - holding + 0.5) / (holding + 0.5)) / log(1 + (count - 0.5) / 1.5)
  }

  /// What a sentence is worth beside groups that are shown already.
  func worth(of sentence: Int, beside shown: Set<Int>) -> Double {
    let sum = parts[sentence].reduce(extras[sentence]) {
      $0 + $1.worth * (shown.contains($1.group) ? Self.again : 1)
    }
    return sum * shares[sentence]
  }
}
