/// What ranking and filtering need to know of an article, in eleven bytes.
struct ArticleTraits: Hashable, Sendable {
  /// Minutes since 1970-01-01T00:00Z; ``noDate`` where the article has none.
  var minutes: Int32
  /// The row of `section`; 0 where the article has none.
  var section: UInt16
  /// The row of `source`; 0 where the article has none.
  var source: UInt16
  /// Tokens in lead and body, at most 65,535.
  var textLength: UInt16
  /// Tokens in the title, at most 255.
  var titleLength: UInt8

  static let noDate = Int32.min

  /// How long the article is.
  var lengths: ArticleLengths { ArticleLengths(text: textLength, title: titleLength) }

  init(minutes: Int32?, section: UInt16, source: UInt16 = 0, textLength: Int, titleLength: Int) {
    self.minutes = minutes ?? Self.noDate
    self.section = section
    self.source = source
    self.textLength = UInt16(clamping: textLength)
    self.titleLength = UInt8(clamping: titleLength)
  }

  private init() {
    self.init(minutes: nil, section: 0, textLength: 0, titleLength: 0)
  }

  /// Those of an article that is not there.
  static let absent = ArticleTraits()
}
