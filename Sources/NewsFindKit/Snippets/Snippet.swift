/// A passage of an article, as plain text.
public struct Snippet: Sendable, Hashable {
  /// What stands between two snippets of an article where they are shown in one line.
  public static let separator = Passages.separator

  /// The passage: whole sentences, or a part of one; where the first begins or the last ends inside a sentence, … says so.
  public let text: String
  /// The query's words in it, as ranges of UTF-8 bytes of ``text``, ascending; each on characters' bounds.
  public let highlights: [Range<Int>]

  /// A passage with its highlights.
  public init(text: String, highlights: [Range<Int>]) {
    self.text = text
    self.highlights = highlights
  }
}

extension Snippet {
  /// The snippets of an article in one text, with ``separator`` between them.
  public static func joined(_ snippets: [Snippet]) -> Snippet {
    var text = ""
    var highlights: [Range<Int>] = []
    for snippet in snippets {
      if !text.isEmpty { text += separator }
      let shift = text.utf8.count
      highlights += snippet.highlights.map { $0.lowerBound + shift..<$0.upperBound + shift }
      text += snippet.text
    }
    return Snippet(text: text, highlights: highlights)
  }
}
