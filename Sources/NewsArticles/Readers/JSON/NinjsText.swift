/// One of the texts of an item of ninjs, which may hold the same text in several forms.
struct NinjsText {
  /// In what form a text is; the best first: marks of paragraphs are worth more than plain text, which often has none.
  private enum Form: Int {
    case html, plain, nitf, unknown
  }

  private let value: String
  private let form: Form
  /// What an item calls the form.
  private let formName: String
  /// Whether the item says that it is the main one.
  private let isMain: Bool

  /// A text of version 2 and later, an element of `bodies`, `descriptions` or `headlines`; `nil` where it is empty.
  init?(_ text: JSONTree) {
    self.init(
      text["value"]?.text, text["contenttype"]?.text?.lowercased(),
      isMain: ["main", "primary", "default"].contains(text["role"]?.text?.lowercased() ?? ""))
  }

  /// A text of version 1, whose key ends with its form: `body_xhtml`; `nil` where it is empty.
  init?(_ item: JSONTree, key: String) {
    let end = key.split(separator: "_").dropFirst().joined(separator: "_")
    self.init(item[key]?.text, end == "text" ? "text/plain" : end, isMain: false)
  }

  private init?(_ value: String?, _ type: String?, isMain: Bool) {
    guard let value, !value.isEmpty else { return nil }
    self.value = value
    self.isMain = isMain
    formName = type ?? ""
    form = Self.form(of: value, type ?? "")
  }

  private static func form(of value: String, _ type: String) -> Form {
    if type.contains("html") { return .html }
    if type.contains("xml") || type.contains("nitf") { return value.contains("<nitf") ? .nitf : .unknown }
    if type.contains("/"), !type.hasPrefix("text/") { return .unknown }
    return type.isEmpty && value.utf8.first { $0 > 0x20 } == UInt8(ascii: "<") ? .html : .plain
  }

  /// The main one of several texts, in the form that is read best; `nil` where there is none.
  static func best(_ texts: [NinjsText]) -> NinjsText? {
    texts.min { $0.rank < $1.rank }
  }

  private var rank: (Int, Int, Int) { (isReadable ? 0 : 1, isMain ? 0 : 1, form.rawValue) }

  private var isReadable: Bool {
    #if XML
      form != .unknown
    #else
      form == .plain
    #endif
  }

  /// The text without marks, a paragraph a line.
  ///
  /// - Parameter title: The title of the article: it is no paragraph.
  /// - Returns: The paragraphs.
  /// - Throws: Why the text cannot be had.
  func paragraphs(title: String) throws(ReadFailure) -> String {
    switch form {
    case .plain: return PlainText.paragraphs(value)
    case .html: return try MarkedText.paragraphs(html: value, title: title)
    case .nitf: return try MarkedText.paragraphs(nitf: value)
    case .unknown:
      throw ReadFailure(
        "its text is in '\(PlainText.line(formName))': newsfind reads plain text, HTML and NITF")
    }
  }
}
