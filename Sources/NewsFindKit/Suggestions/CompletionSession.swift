import FrenchText
import SQLiteStore

/// Completes what is being typed.
///
/// Words come from the vocabulary. Expressions of two words are not counted when articles are indexed: what follows a word is
/// looked up in the texts of the articles that came last of those that hold it.
struct CompletionSession {
  let index: IndexConnection

  /// So many articles are read for a word.
  private static let sampleSize = 60
  /// For so many words expressions are looked up.
  private static let wordsWithExpressions = 3
  /// An expression is worth proposing if one article in so many that hold its first word holds it too.
  private static let leastShare = 20

  /// The ways to go on with a text, the most frequent first.
  ///
  /// Complexity: linear in the vocabulary, and in the texts of some two hundred articles.
  func completions(of text: String, limit: Int) throws -> [Completion] {
    guard limit > 0 else { return [] }
    return try index.connection.transaction(.deferred) {
      let typed = PrefixText(text, index.analyzer)
      var found: [Completion] = []
      if let context = typed.context {
        found = try expressions(beginningWith: context, typed)
      }
      // What follows the words before says more than what begins with the same letters.
      if found.isEmpty, typed.hasBegunWord { found = try words(beginningWith: typed, limit) }
      var seen: Set<String> = []
      return Array(found.filter { seen.insert($0.text).inserted }.prefix(limit))
    }
  }

  /// Words, each in its most frequent form, and expressions that begin with the first of them.
  private func words(beginningWith typed: PrefixText, _ limit: Int) throws -> [Completion] {
    let vocabulary = try index.vocabulary.vocabulary()
    let entries = vocabulary.words(beginningWith: typed.prefix, limit: min(limit, 1 << 20) * 4 + 20)
    var places: [String: Int] = [:]
    var words: [(term: String, spelling: [UInt8], occurrences: Int)] = []
    for entry in entries where !entry.isStopWord {
      let term = index.term(of: entry.word)
      if let place = places[term] {
        words[place].occurrences += entry.occurrences
      } else {
        places[term] = words.count
        words.append((term, entry.spelling, entry.occurrences))
      }
    }
    // Who types accents means them.
    if !typed.spelledPrefix.utf8.allSatisfy({ $0 < 0x80 }) {
      let spelled = words.filter {
        String(decoding: $0.spelling, as: UTF8.self).lowercased().hasPrefix(typed.spelledPrefix)
      }
      if !spelled.isEmpty { words = spelled }
    }
    words.sort { $0.occurrences > $1.occurrences }
    var found = words.map {
      Completion(
        text: typed.head + String(decoding: $0.spelling, as: UTF8.self), occurrences: $0.occurrences)
    }
    for word in words.prefix(Self.wordsWithExpressions) {
      var followers = Followers(of: word.term)
      try read(&followers)
      found += Self.frequent(followers).map { follower in
        Completion(
          text: typed.head + String(decoding: follower.usualSpelling, as: UTF8.self),
          occurrences: word.occurrences * follower.articles / max(followers.articleCount, 1))
      }
    }
    return found.sorted { one, other in
      one.occurrences != other.occurrences
        ? one.occurrences > other.occurrences : one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
    }
  }

  /// Expressions whose first word stands complete.
  private func expressions(beginningWith term: String, _ typed: PrefixText) throws -> [Completion] {
    var followers = Followers(of: term, rest: typed.restBehindContext)
    try read(&followers)
    let held = try index.articleCount(ofTerm: term, atMost: 100_000)
    return Self.frequent(followers, least: typed.restBehindContext.isEmpty ? 2 : 1).compactMap { follower in
      // The word is there already, as it was typed.
      guard let rest = Self.lastWord(of: follower.usualSpelling, behind: typed.head, index.analyzer) else {
        return nil
      }
      return Completion(
        text: rest, occurrences: max(held * follower.articles / max(followers.articleCount, 1), 1))
    }
  }

  /// What was typed with an expression's further words instead of the last one.
  private static func lastWord(
    of expression: [UInt8], behind head: String, _ analyzer: FrenchAnalyzer
  ) -> String? {
    let bytes = Array(head.utf8)
    var tokens: [(range: Range<Int>, isStopWord: Bool)] = []
    bytes.withUnsafeBufferPointer { utf8 in
      analyzer.forEachToken(in: utf8) { token in
        tokens.append((token.start..<token.end, StopWords.contains(token.foldedWord)))
        return true
      }
    }
    var firstEnd: Int?
    expression.withUnsafeBufferPointer { utf8 in
      analyzer.forEachToken(in: utf8) { token in
        firstEnd = token.end
        return false
      }
    }
    guard let context = tokens.last(where: { !$0.isStopWord }), let firstEnd else { return nil }
    return String(decoding: bytes[..<context.range.upperBound] + expression[firstEnd...], as: UTF8.self)
  }

  /// Reads the articles that came last of those that hold the first word.
  private func read(_ followers: inout Followers) throws {
    for id in try index.lastArticles(holdingTerm: followers.firstTerm, limit: Self.sampleSize) {
      let row = try index.connection.cached("SELECT texts FROM article WHERE id = ?1")
      defer { row.reset() }
      guard try row.bind(id, at: 1).step() else { continue }
      followers.beginArticle()
      try index.texts.withParts(row, column: 0) { parts in
        for text in [parts.title, parts.lead, parts.body] {
          followers.count(in: text.bindMemory(to: UInt8.self), index.analyzer)
        }
      }
    }
  }

  /// Those that are no accident.
  private static func frequent(_ followers: Followers, least: Int = 2) -> [Followers.Follower] {
    followers.followers
      .filter { $0.value.articles >= least && $0.value.articles * leastShare >= followers.articleCount }
      .sorted { one, other in
        one.value.articles != other.value.articles
          ? one.value.articles > other.value.articles : one.key.lexicographicallyPrecedes(other.key)
      }
      .map(\.value)
  }
}
