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
  /// Only what goes on like this behind the first word, folded.
  private let rest: String
  /// By the term of the word that follows.
  private(set) var followers: [[UInt8]: Follower] = [:]
  /// The number of articles that were read.
  private(set) var articleCount = 0

  private static let longestExpression = 60
  private static let wordsBetween = 2

  /// - Parameters:
  ///   - term: That of the first word.
  ///   - rest: How it goes on behind that, folded.
  init(of term: String, rest: String = "") {
    self.term = Array(term.utf8)
    self.rest = rest
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
    var firstEnd = 0
    var between = 0
    analyzer.forEachToken(in: text) { token in
      if let first = start {
        if !Self.isJoined(text[end..<token.start]) || token.end - first > Self.longestExpression {
          start = nil
        } else if StopWords.contains(token.foldedWord) {
          between += 1
          if between > Self.wordsBetween || !Self.isLink(token, text) { start = nil }
        } else {
          add(
            token, text[first..<token.end], text[firstEnd..<token.end],
            isInitial: WordCapital.marksSentence(at: first, in: text))
          start = nil
        }
      }
      if start == nil, token.term.elementsEqual(term) {
        start = token.start
        firstEnd = token.end
        between = 0
      }
      end = token.end
      return true
    }
  }

  private mutating func add(
    _ token: FrenchToken, _ expression: Slice<UnsafeBufferPointer<UInt8>>,
    _ behindFirst: Slice<UnsafeBufferPointer<UInt8>>, isInitial: Bool
  ) {
    let word = token.foldedWord
    guard word.count >= 3, word[0] &- UInt8(ascii: "a") < 26 else { return }
    if !rest.isEmpty {
      let folded = FrenchFolding.fold(String(decoding: behindFirst, as: UTF8.self))
      guard folded.drop(while: { $0 == " " }).hasPrefix(rest) else { return }
    }
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

  /// Whether a stop word may join two words to an expression: de, en, à, and articles; not a, est, qui.
  private static func isLink(_ token: FrenchToken, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let word = token.foldedWord
    if word.count == 1, word[0] == UInt8(ascii: "a") { return text[token.start] != word[0] }
    return word.count <= 3 && links.contains(String(decoding: word, as: UTF8.self))
  }

  private static let links: Set<String> = ["de", "du", "des", "d", "la", "le", "les", "l", "en", "au", "aux"]

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
