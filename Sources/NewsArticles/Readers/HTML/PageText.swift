/// Lead and body of a page's article.
struct PageText {
  /// Empty where there is none.
  private(set) var lead = ""
  private(set) var body: [String] = []
  /// Who wrote it, where a line between title and body says so.
  private(set) var author: String?
  /// When it was published, likewise.
  private(set) var date: ArticleDate?

  private let tree: HTMLTree
  private let found: BodyFinder
  private let titleKey: String

  init(_ tree: HTMLTree, _ found: BodyFinder, _ title: TitleFinder, _ metadata: PageMetadata) {
    self.tree = tree
    self.found = found
    titleKey = TitleFinder.key(title.title)
    var body = Array(found.range)
    if let node = title.node,
      let behind = body.firstIndex(where: { found.blocks[$0].node >= tree.nodes[node].end }),
      body.contains(where: { tree.contains(node, found.blocks[$0].node) })
    {
      body.removeFirst(behind)
    }
    guard let start = body.firstIndex(where: begins) else { return }
    // What stands between title and text: date, byline, lead.
    let titleEnd = title.node.map { tree.nodes[$0].end } ?? 0
    let firstNode = found.blocks[body[start]].node
    let before = found.blocks.indices.filter {
      found.blocks[$0].node >= titleEnd && found.blocks[$0].node < firstNode
    }.suffix(title.node == nil ? 6 : 30)
    for block in before { note(found.blocks[block].text) }
    // Some dates stand above the title.
    for block in found.blocks.indices.filter({ found.blocks[$0].node < titleEnd }).suffix(8) where date == nil
    {
      date = PublicationLine(found.blocks[block].text).date
    }
    date = date ?? Self.time(tree, near: title.node ?? firstNode)
    body.removeFirst(start)
    body = kept(body)
    let leads = LeadFinder(tree, found, metadata.descriptions)
    var lead = leads.before(body: before.filter { !isNoLead(found.blocks[$0]) })
    if lead.isEmpty {
      let count = leads.opening(of: body)
      lead = Array(body.prefix(count))
      body.removeFirst(count)
    }
    // Names and dates may stand behind the lead as well.
    if !lead.isEmpty {
      let head = body.prefix { isLabel(found.blocks[$0]) }
      for block in head { note(found.blocks[block].text) }
      if head.count < body.count { body.removeFirst(head.count) }
    }
    self.lead = lead.map { found.blocks[$0].text }.joined(separator: "\n")
    self.body = paragraphs(body)
    // Shown above the text and again as its beginning.
    let leadKey = TitleFinder.key(self.lead)
    if let first = self.body.first, !leadKey.isEmpty {
      let key = TitleFinder.key(first)
      if key == leadKey { self.body.removeFirst() } else if key.hasPrefix(leadKey) { self.lead = "" }
    }
  }

  /// Whether the text of the article may begin with a block: labels, dates and names stand before it.
  private func begins(_ index: Int) -> Bool {
    if found.isParagraph(index) { return true }
    // In what the page calls its text a heading or a table may come first, or a short sentence.
    let block = found.blocks[index]
    return found.isNamed && !isLabel(block) && !isNoLead(block)
  }

  private func isNoLead(_ block: HTMLBlock) -> Bool {
    LineFurniture.isFurniture(block.text) || LineFurniture.isAboutArticle(block.text)
      || block.linkDensity > 0.5
      || TitleFinder.key(block.text) == titleKey
  }

  /// Takes date and byline from a line that holds nothing else.
  private mutating func note(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let line = PublicationLine(String(line))
      date = date ?? line.date
      author = author ?? line.author
    }
  }

  /// The date of the `time` element next to a node.
  private static func time(_ tree: HTMLTree, near node: Int) -> ArticleDate? {
    let times = tree.elements("time").filter { abs($0 - node) < 200 }.sorted {
      abs($0 - node) < abs($1 - node)
    }
    return times.lazy.compactMap { tree.attribute("datetime", of: $0) }.compactMap { ArticleDate($0) }.first
  }

  /// Whether a block is too short for a paragraph, and stands in no list.
  private func isLabel(_ block: HTMLBlock) -> Bool {
    if LineFurniture.isAboutArticle(block.text) { return true }
    return block.length < 50 && !block.endsSentence && !isHeading(block)
      && ["p", "div", "span", "section", "header"].contains(tree.nodes[block.owner].tag)
  }

  private func isHeading(_ block: HTMLBlock) -> Bool {
    HTMLTag.headings.contains(tree.nodes[block.owner].tag)
  }

  /// The blocks that are of the article: without furniture lines, boxes of links, and what trails behind the text.
  private func kept(_ body: [Int]) -> [Int] {
    var kept: [Int] = []
    var isAmongLinks = false
    for index in body {
      let block = found.blocks[index]
      if LineFurniture.announcesLinks(block.text) {
        isAmongLinks = true
        continue
      }
      if isAmongLinks, block.linkDensity > 0.4 || !found.isParagraph(index) && !block.endsSentence {
        continue
      }
      isAmongLinks = false
      guard !LineFurniture.isFurniture(block.text), !LineFurniture.isTime(block.text) || isCell(block),
        !(block.linkDensity > 0.7 && block.length < 300),
        TitleFinder.key(block.text) != titleKey || block.length > 200
      else { continue }
      kept.append(index)
    }
    while let last = kept.last, isTrailing(found.blocks[last]) { kept.removeLast() }
    return kept
  }

  /// Whether a block at the end is no part of the text: a heading of nothing, links, a date, a name.
  private func isTrailing(_ block: HTMLBlock) -> Bool {
    isHeading(block) || block.linkDensity > 0.5
      || tree.nodes[block.owner].tag == "li" && block.linkDensity > 0.3
      || LineFurniture.isAboutArticle(block.text)
  }

  /// The paragraphs of some blocks: the cells of a row of a table are one.
  private func paragraphs(_ body: [Int]) -> [String] {
    var paragraphs: [String] = []
    var lastRow: Int?
    for index in body {
      let block = found.blocks[index]
      let row = row(of: block)
      if let row, row == lastRow {
        paragraphs[paragraphs.count - 1] += " " + block.text
      } else {
        paragraphs.append(block.text)
      }
      lastRow = row
    }
    return paragraphs
  }

  private func isCell(_ block: HTMLBlock) -> Bool { ["td", "th"].contains(tree.nodes[block.owner].tag) }

  /// The row of a short cell.
  private func row(of block: HTMLBlock) -> Int? {
    guard isCell(block), block.length < 60 else { return nil }
    return tree.nodes[block.owner].parent
  }
}
