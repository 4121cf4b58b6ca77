import FrenchText

/// Shows what the index makes of a text: its tokens and their terms.
///
/// A value keeps the words it has met in memory, so that further texts go faster; it is used by one thread at a time.
public struct TextAnalysis {
  /// One token of a text.
  public struct Token: Hashable, Sendable {
    /// What stands in the text, elided article excluded.
    public let surface: String
    /// What the index holds at this position; the word's own term comes first.
    public let terms: [String]
    /// Where the surface stands, in UTF-8 bytes of the text.
    public let range: Range<Int>
    /// The rule that made the word's own term: "lexicon", "stem", "ordinal", "respelling" or "as written".
    public let rule: String
    /// How it was read besides: "elision", "acronym", "inclusive writing", "number", "Roman figures", "name", "compound".
    public let readings: [String]
  }

  /// Names the rules by which terms are made; an index states those it was made with.
  public static var version: String { FrenchAnalyzer.version }

  private let analyzer = FrenchAnalyzer()

  /// An analysis by the rules of ``version``.
  public init() {}

  /// The tokens of a text, in its order.
  ///
  /// Complexity: linear in the bytes.
  public func tokens(of text: String) -> [Token] {
    analyzer.tokens(of: text).map {
      Token(
        surface: $0.surface, terms: $0.terms, range: $0.range, rule: $0.rule.rawValue,
        readings: $0.readings.map(\.rawValue))
    }
  }
}
