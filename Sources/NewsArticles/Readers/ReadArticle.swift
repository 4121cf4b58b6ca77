/// An article and where it was read.
public struct ReadArticle: Sendable, Hashable {
  /// The article.
  public var article: Article
  /// The file, as it was reached from the path given.
  public let path: String
  /// The line of the file that holds it; `nil` where the whole file does, or a record.
  public let line: Int?
  /// The record of the file that holds it, from 1; `nil` where the whole file does, or a line.
  public let record: Int?
  /// Whether some of its text stood for no character and was repaired with U+FFFD.
  public let isRepaired: Bool

  init(_ article: Article, path: String, line: Int? = nil, record: Int? = nil, isRepaired: Bool = false) {
    self.article = article
    self.path = path
    self.line = line
    self.record = record
    self.isRepaired = isRepaired
  }
}
