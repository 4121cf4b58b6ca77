import FoundationEssentials

/// One object of a JSON Lines file.
///
/// All keys but the text are optional, unknown keys are ignored. An article is worth more than what is said
/// of it: a key whose value cannot be read counts as missing.
struct JSONArticle: Decodable {
  private let id: String?
  private let title: String?
  private let lead: String?
  private let text: String?
  private let body: String?
  private let date: ArticleDate?
  private let section: String?
  private let url: String?
  private let source: String?
  private let author: String?
  private let language: String?

  private enum CodingKeys: String, CodingKey {
    case id, title, lead, text, body, date, section, url, source, author, language
  }

  init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: CodingKeys.self)
    id = try object.text(.id)
    title = try object.text(.title)
    lead = try object.text(.lead, separator: "\n")
    text = try object.text(.text, separator: "\n")
    body = try object.text(.body, separator: "\n")
    date = try object.date(.date)
    section = try object.text(.section)
    url = try object.text(.url)
    source = try object.text(.source)
    author = try object.text(.author)
    language = try object.text(.language)
  }

  /// The article, its id empty where the object has none; `nil` where there is no text.
  func article() -> Article? {
    let lead = PlainText.paragraphs(lead ?? "")
    var body = PlainText.paragraphs(body ?? "")
    if body.isEmpty { body = Self.body(of: PlainText.paragraphs(text ?? ""), lead: lead) }
    guard !body.isEmpty || !lead.isEmpty else { return nil }
    return Article(
      id: PlainText.line(id ?? ""), title: PlainText.line(title ?? ""), lead: lead, body: body,
      section: Self.line(section), date: date, url: Self.line(url), author: Self.line(author),
      language: Self.line(language), source: Self.line(source), format: .jsonLines)
  }

  /// A text without the lead: it may be the whole text as `newsfind read` prints it, lead first.
  private static func body(of text: String, lead: String) -> String {
    if text == lead { return "" }
    guard !lead.isEmpty, text.hasPrefix(lead + "\n") else { return text }
    return String(text.dropFirst(lead.count + 1))
  }

  /// What is wrong with a line, for people.
  static func reason(_ error: any Error) -> String {
    // The decoder says neither what is wrong nor where.
    if case DecodingError.typeMismatch = error { return "the line is JSON, but no object" }
    if case DecodingError.valueNotFound = error { return "the line is JSON, but no object" }
    return "not JSON (cut off, or a quote or comma is missing)"
  }

  private static func line(_ text: String?) -> String? {
    guard let text else { return nil }
    let line = PlainText.line(text)
    return line.isEmpty ? nil : line
  }
}

extension KeyedDecodingContainer {
  /// A text; a number as it was written; texts and names of an array, joined.
  ///
  /// `nil` for anything else, and where the key is missing.
  fileprivate func text(_ key: Key, separator: String = ", ") throws -> String? {
    do {
      return try decodeIfPresent(String.self, forKey: key)
    } catch DecodingError.typeMismatch {
      return try decode(JSONText.self, forKey: key).parts.joined(separator: separator)
    }
  }

  /// A date as text, or as seconds or milliseconds since 1970; `nil` where it cannot be read.
  fileprivate func date(_ key: Key) throws -> ArticleDate? {
    if let text = try? decodeIfPresent(String.self, forKey: key) { return ArticleDate(text) }
    guard let number = try? decodeIfPresent(Double.self, forKey: key) else { return nil }
    return ArticleDate(secondsSince1970: abs(number) > 1e11 ? number / 1000 : number)
  }
}
