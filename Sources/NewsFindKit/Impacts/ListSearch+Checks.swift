import SQLiteStore

extension ListSearch {
  /// The phrases that do not count in an article, for its text does not hold what they stand for.
  ///
  /// - Parameters:
  ///   - article: An article of the window.
  ///   - number: The window.
  ///   - lengths: Those of the article.
  /// - Returns: Their numbers.
  /// - Throws: ``SQLiteError``.
  func absentPhrases(
    _ article: UInt32, _ number: Int, _ lengths: ArticleLengths
  ) throws(SQLiteError) -> Set<Int> {
    var absent: Set<Int> = []
    for check in checks where try !isHeld(check, article, number, lengths) { absent.formUnion(check.phrases) }
    return absent
  }

  /// Whether an article is a hit though some phrases do not count.
  func isHit(_ article: UInt32, without absent: Set<Int>) -> Bool {
    clauses.allSatisfy { clause in
      clause.contains { !absent.contains($0) && cursors[$0].window.place(of: article) != nil }
    }
  }

  private func isHeld(
    _ check: ListQuery.Check, _ article: UInt32, _ number: Int, _ lengths: ArticleLengths
  ) throws(SQLiteError) -> Bool {
    // A term that begins so, and stands for words only that do.
    let sure = try places([check.beginning], article, number, lengths)
    if try sure > places(check.doubtful, article, number, lengths) { return true }
    let any = try places(check.phrases, article, number, lengths)
    guard any > 0 else { return true }
    return try written.isHeld(check.pattern, in: nil, of: Int64(article)) ?? false
  }

  /// How often some phrases occur.
  private func places(
    _ phrases: [Int], _ article: UInt32, _ number: Int, _ lengths: ArticleLengths
  ) throws(SQLiteError) -> Int {
    var count = 0
    for phrase in phrases where cursors[phrase].windowImpacts[number] > 0 {
      try cursors[phrase].load(number)
      let postings = cursors[phrase].window
      guard let place = postings.place(of: article) else { continue }
      let frequencies = postings.frequencies(place)
      // What stands for a title is a part of the text.
      count += Int(frequencies.text) + (lengths.title > 0 ? Int(frequencies.title) : 0)
    }
    return count
  }
}
