/// A news article: its texts and what is known of it.
///
/// Texts hold paragraphs separated by one line feed, and no control characters besides.
public struct Article: Sendable, Hashable {
  /// Tells the article from all others of an index: the `id` of its record, else the path of its file.
  public var id: String
  /// The title (titre); empty where it has none.
  public var title: String
  /// The lead (chapô): what stands between title and body; empty where it has none.
  public var lead: String
  /// The body (corps), without the lead.
  public var body: String
  /// The section (rubrique) of the newspaper.
  public var section: String?
  /// When it was published.
  public var date: ArticleDate?
  /// Where it stands on the web.
  public var url: String?
  /// Who wrote it.
  public var author: String?
  /// The language as its record names it, such as "fr".
  public var language: String?
  /// The newspaper or agency.
  public var source: String?
  /// The form in which it came.
  public var format: ArticleFormat

  /// An article with these parts.
  public init(
    id: String, title: String = "", lead: String = "", body: String, section: String? = nil,
    date: ArticleDate? = nil, url: String? = nil, author: String? = nil, language: String? = nil,
    source: String? = nil, format: ArticleFormat = .jsonLines
  ) {
    self.id = id
    self.title = title
    self.lead = lead
    self.body = body
    self.section = section
    self.date = date
    self.url = url
    self.author = author
    self.language = language
    self.source = source
    self.format = format
  }

  /// Lead and body, as they are read.
  public var text: String { Self.joined(lead: lead, body: body) }

  /// A lead and a body as one text.
  package static func joined(lead: String, body: String) -> String {
    if lead.isEmpty { return body }
    if body.isEmpty { return lead }
    return lead + "\n" + body
  }
}
