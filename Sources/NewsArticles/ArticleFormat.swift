/// The form in which an article came.
public enum ArticleFormat: String, Sendable, Hashable, CaseIterable {
  /// A web page saved as text: section, title, lead and paragraphs, separated by blank lines.
  case webExport = "web-export"
  /// A line of a JSON Lines file.
  case jsonLines = "json-lines"
  /// An item of IPTC's ninjs, as agencies deliver it.
  case ninjs
  /// A page of the web.
  case html
  /// An item of an RSS feed.
  case rss
  /// An entry of an Atom feed.
  case atom
  /// A document of the News Industry Text Format, as agencies deliver it.
  case nitf
  /// An item of a NewsML-G2 document.
  case newsML = "newsml-g2"
}
