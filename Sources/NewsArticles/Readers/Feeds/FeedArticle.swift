/// Makes an article of an item of RSS or an entry of Atom.
///
/// Source: <https://www.rssboard.org/rss-specification>, <https://www.rfc-editor.org/rfc/rfc4287>.
struct FeedArticle {
  private let item: NewsXMLItem

  init(_ item: NewsXMLItem) {
    self.item = item
  }

  /// The article; its id is empty where the item names none.
  func article() -> Article {
    let title = item.line("title", "dc:title", "media:title") ?? ""
    let summary = text("description", "summary", "dc:description", title: title)
    let content = text("content:encoded", "content", title: title)
    var (lead, body) = (content.isEmpty ? [] : summary, content.isEmpty ? summary : content)
    if body.isEmpty { body = text("media:description", "itunes:summary", title: title) }
    if Self.repeats(lead, in: body) { lead = [] }
    let link = self.link
    let id = item.line("guid", "id") ?? ""
    return Article(
      id: id.isEmpty ? link ?? "" : id, title: title, lead: lead.joined(separator: "\n"),
      body: body.joined(separator: "\n"),
      section: item.line("category", "dc:subject") ?? item.children("category").first.flatMap(label),
      date: date, url: link, author: author, language: item.line("dc:language") ?? item.feed.language,
      source: item.feed.title, format: item.kind == .atom ? .atom : .rss)
  }

  /// The paragraphs of the first element that has some.
  private func text(_ tags: String..., title: String) -> [String] {
    for tag in tags {
      for node in item.children(tag) {
        // Inline XHTML is in the tree already; all else is a text in which HTML is written.
        let hasElements = (node + 1..<item.tree.nodes[node].end).contains { !item.tree.nodes[$0].isText }
        let paragraphs =
          hasElements
          ? TextBlocks.paragraphs(of: item.tree, in: node, title: title)
          : TextBlocks.paragraphs(item.raw(node), title: title)
        if !paragraphs.isEmpty { return paragraphs }
      }
    }
    return []
  }

  /// Whether a lead is the beginning of the body, whole or cut off.
  private static func repeats(_ lead: [String], in body: [String]) -> Bool {
    let lead = TitleFinder.key(lead.joined(separator: " ").replacing("[&#8230;]", with: ""))
    if lead.isEmpty { return true }
    let body = TitleFinder.key(body.prefix(8).joined(separator: " "))
    if body.hasPrefix(lead) { return true }
    // A word may have been cut in two.
    let words = lead.split(separator: " ")
    return words.count > 5 && body.hasPrefix(words.dropLast().joined(separator: " "))
  }

  private var date: ArticleDate? {
    for tag in ["pubDate", "published", "dc:date", "dcterms:issued", "issued", "updated", "modified"] {
      if let date = item.line(tag).flatMap({ ArticleDate($0) }) { return date }
    }
    return nil
  }

  private var link: String? {
    let links = item.children("link")
    let alternate = links.first { node in
      let relation = item.tree.attribute("rel", of: node)
      return item.tree.attribute("href", of: node) != nil && (relation == nil || relation == "alternate")
    }
    let address =
      alternate.flatMap { item.tree.attribute("href", of: $0) }
      ?? links.lazy.map { item.tree.line(of: $0) }.first { !$0.isEmpty } ?? item.line("guid")
    guard let address = address.map(PlainText.line),
      address.hasPrefix("http://") || address.hasPrefix("https://")
    else { return nil }
    return address
  }

  private var author: String? {
    let names = item.children("author").map { node in
      item.line("name", of: node) ?? item.tree.line(of: node)
    }
    let creators = item.children("dc:creator").map { item.tree.line(of: $0) }
    let all = (creators.isEmpty ? names : creators).compactMap(Self.name)
    return all.isEmpty ? item.line("itunes:author") : all.joined(separator: ", ")
  }

  /// RSS has "adresse@exemple.fr (Hélène Marsac)".
  private static func name(_ text: String) -> String? {
    if text.contains("@") {
      guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close else {
        return nil
      }
      return PageMetadata.name(String(text[text.index(after: open)..<close]))
    }
    return PageMetadata.name(text)
  }

  private func label(_ category: Int) -> String? {
    let label = item.tree.attribute("label", of: category) ?? item.tree.attribute("term", of: category)
    return label.map(PlainText.line).flatMap { $0.isEmpty || $0.contains("://") ? nil : $0 }
  }
}
