/// Something that a check found wrong with an index.
public struct IndexProblem: Sendable, Hashable, CustomStringConvertible {
  /// The part that is wrong.
  public enum Part: String, Sendable {
    /// The file itself: pages, B-trees, constraints.
    case file
    /// The stored articles: their texts, and the hashes of all their fields.
    case articles
    /// The files that the articles came from, against what the index knows of them.
    case sources
    /// The full-text index against the articles.
    case fullText = "full text"
    /// The lengths, dates and sections that ranking uses against the articles.
    case traits
    /// The lists that searches are answered from, and the lengths in them, against the articles.
    case impacts
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
