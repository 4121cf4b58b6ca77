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
    // Headings, labels, dates and names stand before the first paragraph.
    guard let start = body.firstIndex(where: found.isParagraph) else { return }
    // What stands between title and text: date, byline, lead.
    let titleEnd = title.node.map { tree.nodes[$0].end } ?? 0
    let firstNode = found.blocks[body[start]].node
    let before = found.blocks.indices.filter {
      found.blocks[$0].node >= titleEnd && found.blocks[$0].node < firstNode
    }.suffix(title.node == nil ? 6 : 30)
    for block in before { note(found.blocks[block].text) }
    body.removeFirst(start)
    body = kept(body)
    let leads = LeadFinder(tree, found, metadata.descriptions)
    var lead = leads.before(body: before.filter { !isNoLead(found.blocks[$0]) })
    if lead.isEmpty {
      let count = leads.opening(of: body)
      lead = Array(body.prefix(count))
      body.removeFirst(count)
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

  private func isNoLead(_ block: HTMLBlock) -> Bool {
    LineFurniture.isFurniture(block.text) || LineFurniture.isAboutArticle(block.text)
      || block.linkDensity > 0.5
      || TitleFinder.key(block.text) == titleKey
  }

  /// Takes date and byline from a line that holds nothing else.
  private mutating func note(_ line: String) {
    guard line.utf8.count <= 160 else { return }
    for part in line.split(whereSeparator: \.isNewline).map(String.init) {
      date = date ?? WebExportDate.date(in: part)
      guard author == nil else { continue }
      for word in ["Par ", "By ", "PAR "] where part.hasPrefix(word) && !BlockEnd.isSentence(part) {
        author = PageMetadata.name(part)
      }
    }
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
      guard !LineFurniture.isFurniture(block.text), !(block.linkDensity > 0.7 && block.length < 300),
        TitleFinder.key(block.text) != titleKey || block.length > 200
      else { continue }
      kept.append(index)
    }
    while let last = kept.last, isTrailing(found.blocks[last]) { kept.removeLast() }
    return kept
  }

  /// Whether a block at the end is no part of the text: a heading of nothing, links, a date, a name.
  private func isTrailing(_ block: HTMLBlock) -> Bool {
    let tag = tree.nodes[block.owner].tag
    return HTMLTag.headings.contains(tag) || block.linkDensity > 0.5 || tag == "li" && block.linkDensity > 0.3
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

  /// The row of a short cell.
  private func row(of block: HTMLBlock) -> Int? {
    guard ["td", "th"].contains(tree.nodes[block.owner].tag), block.length < 60 else { return nil }
    return tree.nodes[block.owner].parent
  }
}
