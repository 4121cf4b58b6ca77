/// An article in ninjs, as news agencies deliver it.
///
/// Versions 1 (one headline, one body a kind) and 2 and 3 (arrays of headlines, bodies, descriptions) are read alike.
///
/// Source: <https://iptc.org/std/ninjs/>.
struct NinjsArticle {
  private let item: JSONTree

  /// Keys that an item of ninjs has, and articles with newsfind's own keys have not.
  static let keys: Set = [
    "body_text", "body_xhtml", "body_html", "body_nitf", "bodies", "headline", "headlines", "versioncreated",
    "pubstatus",
    "representationtype", "renditions", "description_text", "descriptions", "contentcreated",
  ]

  init(_ item: JSONTree) {
    self.item = item
  }

  /// The article, its id empty where the item has none.
  ///
  /// - Throws: Why the item is none: it was withdrawn, or it is a picture.
  func article() throws(ReadFailure) -> Article {
    if let status = item["pubstatus"]?.text, status != "usable" {
      throw ReadFailure("withdrawn by its publisher (pubstatus '\(PlainText.line(status))')")
    }
    let title = PlainText.line(title ?? "")
    let lead = try text("description", "descriptions")?.paragraphs(title: title) ?? ""
    let whole = try text("body", "bodies")?.paragraphs(title: title) ?? ""
    let kind = item["type"]?.text ?? "text"
    guard !whole.isEmpty || !lead.isEmpty && kind == "text" else {
      throw ReadFailure(
        kind == "text"
          ? "the item has no text" : "a \(PlainText.line(kind)), and no text: newsfind reads texts")
    }
    let uri = item["uri"]?.text ?? item["guid"]?.text
    return Article(
      id: PlainText.line(uri ?? ""), title: title, lead: lead,
      body: JSONArticle.body(of: whole, lead: lead), section: PlainText.name(section), date: date,
      url: PlainText.name(item["url"]?.text ?? uri.flatMap { $0.hasPrefix("http") ? $0 : nil }),
      author: PlainText.name(author), language: PlainText.name(item["language"]?.text),
      source: PlainText.name(publisher), format: .ninjs)
  }

  private var title: String? {
    item["headline"]?.text ?? Self.best(item["headlines"])?["value"]?.text ?? item["title"]?.text
      ?? item["name"]?.text
  }

  /// The body or the description: of version 1 a key for each form, of later ones an array.
  private func text(_ prefix: String, _ plural: String) -> NinjsText? {
    let keys = item.keys.filter { $0.hasPrefix(prefix + "_") }.sorted()
    return NinjsText.best(keys.compactMap { NinjsText(item, key: $0) })
      ?? NinjsText.best(item[plural]?.elements.compactMap { NinjsText($0) } ?? [])
  }

  /// The main one of several headlines: the one whose role says so, else one without a role, else the first.
  private static func best(_ texts: JSONTree?) -> JSONTree? {
    let texts = texts?.elements.filter { $0["value"]?.text.map { !$0.isEmpty } ?? false } ?? []
    return texts.first { ["main", "primary", "default"].contains($0["role"]?.text?.lowercased()) }
      ?? texts.first { $0["role"] == nil } ?? texts.first
  }

  private var section: String? {
    let subjects = (item["subjects"] ?? item["subject"])?.elements ?? []
    return subjects.lazy.compactMap { $0["name"]?.text ?? $0.text }.first { !$0.isEmpty }
  }

  private var date: ArticleDate? {
    let keys = ["versioncreated", "contentcreated", "firstcreated", "versionstored"]
    return keys.lazy.compactMap { item[$0]?.text }.compactMap { ArticleDate($0) }.first
  }

  private var author: String? {
    if let line = item["byline"]?.text ?? item["by"]?.text { return line }
    let people = (item["creators"] ?? item["authors"])?.texts ?? []
    return people.isEmpty ? nil : people.joined(separator: ", ")
  }

  private var publisher: String? {
    item["infosources"]?.texts.first ?? item["source"]?.text ?? item["copyrightholder"]?.texts.first
  }
}
