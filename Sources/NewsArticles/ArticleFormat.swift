/// The form in which an article came.
public enum ArticleFormat: String, Sendable, Hashable, CaseIterable {
  /// A web page saved as text: section, title, lead and paragraphs, separated by blank lines.
  case webExport = "web-export"
  /// A line of a JSON Lines file.
  case jsonLines = "json-lines"
}
