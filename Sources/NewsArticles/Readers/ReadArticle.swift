/// An article and where it was read.
public struct ReadArticle: Sendable, Hashable {
  /// The article.
  public var article: Article
  /// The file, as it was reached from the path given.
  public let path: String
  /// The line of the file that holds it; `nil` where the whole file does.
  public let line: Int?
  /// Whether some of its text stood for no character and was repaired with U+FFFD.
  public let isRepaired: Bool

  init(_ article: Article, path: String, line: Int? = nil, isRepaired: Bool = false) {
    self.article = article
    self.path = path
    self.line = line
    self.isRepaired = isRepaired
  }
}
