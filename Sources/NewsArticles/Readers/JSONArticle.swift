import FoundationEssentials

/// One object of a JSON Lines file.
///
/// All keys but the text are optional, unknown keys are ignored.
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
    lead = try object.text(.lead)
    text = try object.text(.text)
    body = try object.text(.body)
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
    var body = PlainText.paragraphs(body ?? text ?? "")
    // `text` may be the whole text as `newsfind read` prints it, lead first.
    if self.body == nil, !lead.isEmpty, body.hasPrefix(lead + "\n") { body.removeFirst(lead.count + 1) }
    guard !body.isEmpty || !lead.isEmpty else { return nil }
    return Article(
      id: PlainText.line(id ?? ""), title: PlainText.line(title ?? ""), lead: lead, body: body,
      section: Self.line(section), date: date, url: Self.line(url), author: Self.line(author),
      language: Self.line(language), source: Self.line(source), format: .jsonLines)
  }

  /// What is wrong with a line, for people.
  static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "not JSON: \(error)" }
    switch error {
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      let key = context.codingPath.map(\.stringValue).joined(separator: ".")
      return key.isEmpty ? "the line is JSON, but no object" : "\"\(key)\" is no text"
    case .dataCorrupted(let context):
      let detail = (context.underlyingError).map { "\($0)" } ?? context.debugDescription
      return "not JSON: \(PlainText.line(String(detail.prefix(200))))"
    default: return "not JSON: \(PlainText.line(String("\(error)".prefix(200))))"
    }
  }

  private static func line(_ text: String?) -> String? {
    guard let text else { return nil }
    let line = PlainText.line(text)
    return line.isEmpty ? nil : line
  }
}

extension KeyedDecodingContainer {
  /// A string; a number as text; strings of an array joined.
  ///
  /// `nil` for null and where the key is missing.
  fileprivate func text(_ key: Key) throws -> String? {
    do {
      return try decodeIfPresent(String.self, forKey: key)
    } catch let mismatch as DecodingError {
      if let number = try? decode(Int.self, forKey: key) { return String(number) }
      if let number = try? decode(Double.self, forKey: key) { return String(number) }
      if let texts = try? decode([String].self, forKey: key) { return texts.joined(separator: ", ") }
      throw mismatch
    }
  }

  /// A date as text, or as seconds or milliseconds since 1970; `nil` where it cannot be read.
  ///
  /// An article is worth more than its date: one whose date cannot be read is an article without a date.
  fileprivate func date(_ key: Key) throws -> ArticleDate? {
    if let text = try? decodeIfPresent(String.self, forKey: key) { return ArticleDate(text) }
    guard let number = try? decodeIfPresent(Double.self, forKey: key) else { return nil }
    return ArticleDate(secondsSince1970: number > 1e11 ? number / 1000 : number)
  }
}
