/// A passage of an article, as plain text.
public struct Snippet: Sendable, Hashable {
  /// The passage: whole sentences, or a part of one marked by … where it was cut.
  public let text: String
  /// The query's words in it, as ranges of UTF-8 bytes of ``text``, ascending; each on characters' bounds.
  public let highlights: [Range<Int>]

  /// A passage with its highlights.
  public init(text: String, highlights: [Range<Int>]) {
    self.text = text
    self.highlights = highlights
  }
}
