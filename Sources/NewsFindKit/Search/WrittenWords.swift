import FrenchText
import NewsQuery
import SQLiteStore

/// Tells by the stored text whether an article holds words as they are written.
///
/// Texts are read for so many articles a search at most; for the others the answer is unknown.
final class WrittenWords {
  private let texts: StoredTexts
  private let analyzer: FrenchAnalyzer
  /// So many articles are read for one search.
  var limit = SearchWays().textLimit
  private var readCount = 0
  private var lastRead: Int64?
  /// Whether an article was not read that should have been.
  private(set) var isExhausted = false

  init(_ texts: StoredTexts, _ analyzer: FrenchAnalyzer) {
    self.texts = texts
    self.analyzer = analyzer
  }

  /// Makes ready for another search.
  func begin() {
    readCount = 0
    lastRead = nil
    isExhausted = false
  }

  /// Whether an article holds a pattern; `nil` where no more articles are read.
  ///
  /// - Parameters:
  ///   - pattern: The words.
  ///   - field: The part of the article; `nil` for all.
  ///   - articleID: The article's row.
  /// - Returns: Whether it does, or `nil`.
  /// - Throws: ``SQLiteError``.
  func isHeld(
    _ pattern: WrittenPattern, in field: QueryField?, of articleID: Int64
  ) throws(SQLiteError) -> Bool? {
    if lastRead != articleID {
      guard readCount < limit else {
        isExhausted = true
        return nil
      }
      readCount += 1
      lastRead = articleID
    }
    let held = try texts.withTexts(of: articleID) { texts in
      switch field {
      case .title: pattern.isHeld(by: texts.title, analyzer)
      case .lead: pattern.isHeld(by: texts.lead, analyzer)
      case .body: pattern.isHeld(by: texts.body, analyzer)
      case nil, .section, .source, .before, .after:
        [texts.title, texts.lead, texts.body].contains { pattern.isHeld(by: $0, analyzer) }
      }
    }
    return held ?? false
  }
}
