import FrenchText

/// Counts the words that follow a word in texts: réchauffement, climatique; coup, d’État.
///
/// Between the two may stand an article or a preposition or two, but no punctuation.
struct Followers {
  /// What follows in some text.
  struct Follower {
    /// How it is written most often, from the word that was looked for on, and how often.
    var spellings: [[UInt8]: Int] = [:]
    /// Articles that hold it.
    var articles = 0
    fileprivate var lastArticle = -1
  }

  private let term: [UInt8]
  /// Only words that begin with these bytes.
  private let prefix: [UInt8]
  /// By the term of the word that follows.
  private(set) var followers: [[UInt8]: Follower] = [:]
  /// The number of articles that were read.
  private(set) var articleCount = 0

  private static let longestExpression = 60
  private static let wordsBetween = 2

  /// - Parameters:
  ///   - term: That of the first word.
  ///   - prefix: How the second one begins, folded.
  init(of term: String, prefix: [UInt8] = []) {
    self.term = Array(term.utf8)
    self.prefix = prefix
  }

  /// The term of the first word.
  var firstTerm: String { String(decoding: term, as: UTF8.self) }

  /// Tells that what follows is of another article.
  mutating func beginArticle() { articleCount += 1 }

  /// Counts in a text.
  ///
  /// Complexity: linear in the bytes.
  mutating func count(in text: UnsafeBufferPointer<UInt8>, _ analyzer: FrenchAnalyzer) {
    // Where the word stands that was met last, while nothing has come between that parts it from what follows.
    var start: Int?
    var end = 0
    var between = 0
    analyzer.forEachToken(in: text) { token in
      if let first = start {
        if !Self.isJoined(text[end..<token.start]) || token.end - first > Self.longestExpression {
          start = nil
        } else if StopWords.contains(token.foldedWord) {
          between += 1
          if between > Self.wordsBetween { start = nil }
        } else {
          add(token, text[first..<token.end], isInitial: WordCapital.marksSentence(at: first, in: text))
          start = nil
        }
      }
      if start == nil, token.term.elementsEqual(term) {
        start = token.start
        between = 0
      }
      end = token.end
      return true
    }
  }

  private mutating func add(
    _ token: FrenchToken, _ expression: Slice<UnsafeBufferPointer<UInt8>>, isInitial: Bool
  ) {
    let word = token.foldedWord
    guard word.count >= 3, word[0] &- UInt8(ascii: "a") < 26, word.starts(with: prefix) else { return }
    var follower = followers[Array(token.term)] ?? Follower()
    var spelling = Array(expression)
    // A capital for the sentence's sake.
    if isInitial, spelling[0] < 0x80 { spelling[0] |= 0x20 }
    follower.spellings[spelling, default: 0] += 1
    if follower.lastArticle != articleCount {
      follower.lastArticle = articleCount
      follower.articles += 1
    }
    followers[Array(token.term)] = follower
  }

  /// Whether nothing but spaces, apostrophes, hyphens and elided articles stand between two words.
  private static func isJoined(_ gap: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    gap.count <= 8
      && gap.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: " "), UInt8(ascii: "'"), UInt8(ascii: "-"):
          true
        // Of ’ and of the spaces that do not break.
        case 0xE2, 0x80, 0x99, 0xAF, 0xC2, 0xA0: true
        default: false
        }
      }
  }
}

extension Followers.Follower {
  /// How it is written most often.
  var usualSpelling: [UInt8] {
    spellings.max { one, other in
      if one.value != other.value { return one.value < other.value }
      return other.key.lexicographicallyPrecedes(one.key)
    }?.key ?? []
  }
}
