/// Makes an article of an item of NewsML-G2.
///
/// Source: <https://iptc.org/standards/newsml-g2/>.
struct NewsMLArticle {
  /// Why an item gives no article.
  struct Refusal: Error {
    let reason: String
  }

  private let item: NewsXMLItem
  private var tree: HTMLTree { item.tree }

  init(_ item: NewsXMLItem) {
    self.item = item
  }

  /// The article; its id is empty where the item names none.
  func article() throws(Refusal) -> Article {
    let meta = item.first("itemMeta")
    if let status = meta.flatMap({ code("pubStatus", of: $0) }), ["canceled", "withheld"].contains(status) {
      throw Refusal(reason: "the item is \(status == "canceled" ? "canceled" : "withheld") by its agency")
    }
    let kind = meta.flatMap { code("itemClass", of: $0) }
    let content = item.first("contentMeta")
    let headline =
      content.flatMap { item.line("headline", of: $0) } ?? meta.flatMap { item.line("title", of: $0) }
    guard var article = text(title: headline ?? "") else {
      throw Refusal(reason: "the item holds no text\(kind.map { ": it is of the class \($0)" } ?? "")")
    }
    article.id = tree.attribute("guid", of: item.root).map(PlainText.line) ?? article.id
    if let headline { article.title = headline }
    article.format = .newsML
    if let content { describe(&article, content) }
    article.date =
      content.flatMap { date("contentCreated", of: $0) } ?? article.date
      ?? meta.flatMap { date("firstCreated", of: $0) ?? date("versionCreated", of: $0) }
    article.source = meta.flatMap { name("provider", of: $0) } ?? article.source
    article.url =
      item.children("link").compactMap { tree.attribute("href", of: $0) }.first { $0.hasPrefix("http") }
      ?? article.url
    return article
  }

  private func describe(_ article: inout Article, _ content: Int) {
    article.language =
      item.children("language", of: content).lazy.compactMap { tree.attribute("tag", of: $0) }.first
      ?? tree.attribute("lang", of: item.root) ?? article.language
    article.section =
      item.children("subject", of: content).lazy.compactMap { item.line("name", of: $0) }.first
      ?? item.line("genre", of: content) ?? article.section
    let byline = item.line("by", of: content)
    article.author = PageMetadata.name(byline) ?? name("creator", of: content) ?? article.author
    let summary =
      item.children("description", of: content).first { node in
        tree.attribute("role", of: node)?.contains("caption") != true
      }.map { HTMLText.unescaped(item.raw($0)) } ?? ""
    if article.lead.isEmpty, !summary.isEmpty,
      !TitleFinder.key(article.body).hasPrefix(TitleFinder.key(summary))
    {
      article.lead = summary
    }
  }

  /// The article of the item's content; `nil` where that is no text.
  private func text(title: String) -> Article? {
    guard let contents = item.first("contentSet") else { return nil }
    for inline in item.children("inlineXML", of: contents) {
      if let nitf = item.children("nitf", of: inline).first { return NITFArticle(item, root: nitf).article() }
      let root = item.children("html", of: inline).first ?? inline
      let body = item.children("body", of: root).first ?? root
      let paragraphs = TextBlocks.paragraphs(of: tree, in: body, title: title)
      if !paragraphs.isEmpty { return Article(id: "", body: paragraphs.joined(separator: "\n")) }
    }
    for inline in item.children("inlineData", of: contents) {
      let type = tree.attribute("contenttype", of: inline) ?? "text/plain"
      guard type.hasPrefix("text/"), tree.attribute("encoding", of: inline) == nil else { continue }
      let paragraphs = TextBlocks.paragraphs(item.raw(inline), title: title)
      if !paragraphs.isEmpty { return Article(id: "", body: paragraphs.joined(separator: "\n")) }
    }
    return nil
  }

  /// The last part of a code: "stat:canceled" is canceled.
  private func code(_ tag: String, of node: Int) -> String? {
    item.children(tag, of: node).lazy.compactMap {
      tree.attribute("qcode", of: $0) ?? tree.attribute("uri", of: $0)
    }
    .compactMap { $0.split { ":/#".contains($0) }.last.map(String.init) }.first
  }

  private func date(_ tag: String, of node: Int) -> ArticleDate? {
    item.line(tag, of: node).flatMap { ArticleDate($0) }
  }

  /// The name of a party, or the code of one that has no name.
  private func name(_ tag: String, of node: Int) -> String? {
    item.children(tag, of: node).lazy.compactMap { party in
      item.line("name", of: party) ?? tree.attribute("literal", of: party)
        ?? tree.attribute("qcode", of: party)?.split(separator: ":").last.map(String.init)
    }.first
  }
}
