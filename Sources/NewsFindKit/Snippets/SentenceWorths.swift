import Glibc

/// What each sentence of a text is worth for a query.
///
/// First counts which different words of the query it holds, weighted by their rarity in the collection and among the
/// sentences of the text; then clues and repetition; then how early it stands.
struct SentenceWorths {
  /// A group of the query in a sentence, and what it is worth there.
  private typealias Part = (group: Int, worth: Double)

  private let parts: [Part]
  /// The parts of each sentence.
  private let places: [Range<Int>]
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
    // Groups are numbered from 0 on, so that arrays serve as tables.
    let groups = matches.joined().map(\.group) + clues.flatMap(\.relatives)
    let groupCount = (groups.max() ?? -1) + 1
    var holding = [Int](repeating: 0, count: groupCount)
    let counts = matches.map { matches in
      let counts = Self.counts(matches)
      for (group, _) in counts { holding[group] += 1 }
      return counts
    }
    let known = holding.enumerated().map { group, holding in
      (group < weights.count ? weights[group] : 1) * (titleGroups.contains(group) ? Self.titleShare : 1)
        * Self.rarity(holding, among: matches.count)
    }
    let whole = holding.indices.reduce(0) { holding[$1] > 0 ? $0 + known[$1] : $0 }
    var parts: [Part] = []
    var extras: [Double] = []
    places = counts.enumerated().map { sentence, counts in
      let first = parts.count
      var extra = 0.0
      for (group, count) in counts {
        parts.append((group, known[group] * (1 + Self.repetition * Double(count - 1))))
      }
      if sentence < clues.count {
        for group in clues[sentence].relatives.sorted() where !counts.contains(where: { $0.group == group }) {
          parts.append((group, known[group] * Self.relative))
        }
        if clues[sentence].isAnswer { extra = whole * Self.answer }
      }
      extras.append(extra)
      return first..<parts.count
    }
    self.parts = parts
    self.extras = extras
    let last = Double(max(matches.count - 1, 1))
    shares = matches.indices.map { 1 - Self.lateness * Double($0) / last }
    isMatched = counts.map { !$0.isEmpty }
  }

  /// How often each group occurs, in the order of their numbers.
  private static func counts(_ matches: ArraySlice<TextMatch>) -> [(group: Int, count: Int)] {
    var counts: [(group: Int, count: Int)] = []
    for match in matches {
      let place = counts.firstIndex { $0.group >= match.group } ?? counts.count
      if place < counts.count, counts[place].group == match.group {
        counts[place].count += 1
      } else {
        counts.insert((match.group, 1), at: place)
      }
    }
    return counts
  }

  /// How much a word tells about which of `count` sentences is meant, when it is in `holding` of them: 1 for one of them.
  private static func rarity(_ holding: Int, among count: Int) -> Double {
    guard count > 1, holding > 1 else { return 1 }
    let count = Double(count)
    let holding = Double(holding)
    return log(1 + (count - holding + 0.5) / (holding + 0.5)) / log(1 + (count - 0.5) / 1.5)
  }

  /// What a sentence is worth beside groups that are shown already.
  func worth(of sentence: Int, beside shown: [Int]) -> Double {
    let sum = parts[places[sentence]].reduce(extras[sentence]) {
      $0 + $1.worth * (shown.contains($1.group) ? Self.again : 1)
    }
    return sum * shares[sentence]
  }
}
