/// Something that a check found wrong with an index.
public struct IndexProblem: Sendable, Hashable, CustomStringConvertible {
  /// The part that is wrong.
  public enum Part: String, Sendable {
    /// The file itself: pages, B-trees, constraints.
    case file
    /// The full-text index against the articles.
    case fullText = "full text"
    /// The lengths, dates and sections that ranking uses against the articles.
    case traits
    /// The words that suggestions are made from against the articles.
    case vocabulary
  }

  /// Which part.
  public let part: Part
  /// What is wrong with it, in English.
  public let detail: String

  /// The part and what is wrong, on one line.
  public var description: String { "\(part.rawValue): \(detail)" }
}
