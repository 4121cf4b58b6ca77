/// Makes an article of a document of the News Industry Text Format.
///
/// Source: <https://iptc.org/standards/nitf/>.
struct NITFArticle {
  private let item: NewsXMLItem
  /// The `nitf` element, or the one that holds its parts.
  private let root: Int

  init(_ item: NewsXMLItem, root: Int) {
    self.item = item
    self.root = root
  }

  /// The article; its id is empty where the document names none.
  func article() -> Article {
    let head = item.children("head", of: root).first
    let body = item.children("body", of: root).first
    let bodyHead = body.flatMap { item.children("body.head", of: $0).first }
    let headlines = bodyHead.flatMap { item.children("hedline", of: $0).first }
    let data = head.flatMap { item.children("docdata", of: $0).first }
    let title =
      headlines.flatMap { item.line("hl1", of: $0) } ?? headlines.map { item.tree.line(of: $0) }
      ?? head.flatMap { item.line("title", of: $0) } ?? ""
    var paragraphs =
      body.map { item.children("body.content", of: $0) }?.flatMap {
        TextBlocks.paragraphs(of: item.tree, in: $0, title: title)
      } ?? []
    var lead =
      bodyHead.flatMap { item.children("abstract", of: $0).first }
      .map { TextBlocks.paragraphs(of: item.tree, in: $0, title: title) } ?? []
    if lead.isEmpty, let second = headlines.flatMap({ item.line("hl2", of: $0) }) { lead = [second] }
    if lead == Array(paragraphs.prefix(lead.count)) { paragraphs.removeFirst(lead.count) }
    return Article(
      id: data.flatMap { attribute("id-string", "doc-id", of: $0) } ?? "", title: title,
      lead: lead.joined(separator: "\n"), body: paragraphs.joined(separator: "\n"), section: section(head),
      date: date(data, bodyHead, head), url: data.flatMap { attribute("href", "doc.rights", of: $0) },
      author: author(bodyHead), language: item.tree.attribute("lang", of: root),
      source: head.flatMap { attribute("name", "pubdata", of: $0) }
        ?? bodyHead.flatMap { item.line("distributor", of: $0) }, format: .nitf)
  }

  private func attribute(_ name: String, _ tag: String, of node: Int) -> String? {
    item.children(tag, of: node).lazy.compactMap { item.tree.attribute(name, of: $0) }.map(PlainText.line)
      .first { !$0.isEmpty }
  }

  private func section(_ head: Int?) -> String? {
    guard let head else { return nil }
    let subject = item.children("tobject", of: head).first.flatMap {
      attribute("tobject.subject.type", "tobject.subject", of: $0)
        ?? attribute("tobject.subject.matter", "tobject.subject", of: $0)
    }
    return attribute("position.section", "pubdata", of: head) ?? subject
  }

  private func date(_ data: Int?, _ bodyHead: Int?, _ head: Int?) -> ArticleDate? {
    let story = bodyHead.flatMap { item.children("dateline", of: $0).first }
    let texts = [
      data.flatMap { attribute("norm", "date.issue", of: $0) },
      data.flatMap { attribute("norm", "date.release", of: $0) },
      story.flatMap { attribute("norm", "story.date", of: $0) },
      head.flatMap { attribute("date.publication", "pubdata", of: $0) },
    ]
    return texts.lazy.compactMap(\.self).compactMap { ArticleDate($0) }.first
  }

  private func author(_ bodyHead: Int?) -> String? {
    guard let byline = bodyHead.flatMap({ item.children("byline", of: $0).first }) else { return nil }
    let people = item.tree.elements("person", in: byline).map { item.tree.line(of: $0) }
    return PageMetadata.name(people.isEmpty ? item.tree.line(of: byline) : people.joined(separator: ", "))
  }
}
