/// A way to go on with what was typed.
public struct Completion: Sendable, Hashable {
  /// All of the text: what stood before the last word as it was typed, and the word or the expression completed, with
  /// accents and capitals as the articles have them.
  public let text: String
  /// About how often the articles hold the word, or the expression.
  public let occurrences: Int
}
