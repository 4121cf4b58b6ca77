/// An object of a JSON file as newsfind's own keys name its parts.
///
/// All keys but the text are optional, unknown keys are ignored. An article is worth more than what is said
/// of it: a key whose value cannot be read counts as missing.
struct JSONArticle {
  private var id: String?
  private var title: String?
  private var lead: String?
  private var text: String?
  private var body: String?
  private var date: ArticleDate?
  private var section: String?
  private var url: String?
  private var source: String?
  private var author: String?
  private var language: String?
  /// Whether a key was met that articles in ninjs have and others have not.
  private(set) var hasKeysOfNinjs = false
  /// The keys that were met: of two alike the first counts.
  private var known: UInt16 = 0

  private enum Key: String {
    case id, title, lead, text, body, date, section, url, source, author, language

    /// One bit for each.
    var bit: UInt16 {
      switch self {
      case .id: 1
      case .title: 2
      case .lead: 4
      case .text: 8
      case .body: 16
      case .date: 32
      case .section: 64
      case .url: 128
      case .source: 256
      case .author: 512
      case .language: 1024
      }
    }
  }

  /// Reads an object.
  ///
  /// Complexity: linear in its bytes.
  init(_ cursor: inout JSONCursor) throws(JSONFailure) {
    // Typed throws and a closure that changes self: the parts are gathered in a copy.
    var parts = JSONArticle()
    try cursor.readObject { key, cursor throws(JSONFailure) in
      guard let key = Key(rawValue: key), parts.known & key.bit == 0 else {
        if NinjsArticle.keys.contains(key) { parts.hasKeysOfNinjs = true }
        return try cursor.skipValue()
      }
      parts.known |= key.bit
      switch key {
      case .id: parts.id = try cursor.text()
      case .title: parts.title = try cursor.text()
      case .lead: parts.lead = try cursor.text(separator: "\n")
      case .text: parts.text = try cursor.text(separator: "\n")
      case .body: parts.body = try cursor.text(separator: "\n")
      case .date: parts.date = ArticleDate(json: try JSONTree(&cursor))
      case .section: parts.section = try cursor.text()
      case .url: parts.url = try cursor.text()
      case .source: parts.source = try cursor.text()
      case .author: parts.author = try cursor.text()
      case .language: parts.language = try cursor.text()
      }
    }
    self = parts
  }

  private init() {}

  /// The article, its id empty where the object has none; `nil` where there is no text.
  func article() -> Article? {
    let lead = PlainText.paragraphs(lead ?? "")
    var body = PlainText.paragraphs(body ?? "")
    if body.isEmpty { body = Self.body(of: PlainText.paragraphs(text ?? ""), lead: lead) }
    guard !body.isEmpty || !lead.isEmpty else { return nil }
    return Article(
      id: PlainText.line(id ?? ""), title: PlainText.line(title ?? ""), lead: lead, body: body,
      section: PlainText.name(section), date: date, url: PlainText.name(url), author: PlainText.name(author),
      language: PlainText.name(language), source: PlainText.name(source), format: .jsonLines)
  }

  /// A text without the lead: it may be the whole text as `newsfind read` prints it, lead first.
  static func body(of text: String, lead: String) -> String {
    if text == lead { return "" }
    guard !lead.isEmpty, text.hasPrefix(lead + "\n") else { return text }
    return String(text.dropFirst(lead.count + 1))
  }
}

extension JSONCursor {
  /// A text, as most are, or what stands in its place, joined; `nil` where that is nothing.
  @inline(__always)
  fileprivate mutating func text(separator: String = ", ") throws(JSONFailure) -> String? {
    if peek() == UInt8(ascii: "\"") { return try readString() }
    let texts = try JSONTree(&self).texts
    return texts.isEmpty ? nil : texts.joined(separator: separator)
  }
}

extension ArticleDate {
  /// A date as text, or as seconds or milliseconds since 1970; `nil` where it cannot be read.
  init?(json: JSONTree) {
    switch json {
    case .string(let text): self.init(text)
    case .number(let number):
      guard let seconds = Double(number) else { return nil }
      self.init(secondsSince1970: abs(seconds) > 1e11 ? seconds / 1000 : seconds)
    default: return nil
    }
  }
}

extension PlainText {
  /// A text of one line; `nil` where nothing is in it.
  static func name(_ text: String?) -> String? {
    guard let text else { return nil }
    let line = line(text)
    return line.isEmpty ? nil : line
  }
}
