/// A web page saved as text, taken apart: section, title, lead, body; byline, date and site furniture taken out.
///
/// Blocks are separated by blank lines. The first is the section if it is short and a title follows; the title is next,
/// then the lead, then the body with its intertitles (short blocks without final punctuation).
struct WebExport {
  private var blocks: [String]
  private var author: String?
  private var date: ArticleDate?

  /// A longer block names no section, in characters.
  private static let longestSection = 40
  /// A longer block is no title.
  private static let longestTitle = 250
  /// A longer block is neither intertitle nor byline.
  private static let longestIntertitle = 160
  private static let longestByline = 80

  init(_ text: String) {
    blocks = Self.blocks(of: text)
    removeFurniture()
  }

  /// The article; `nil` where nothing is left to read.
  ///
  /// - Parameter id: The document id; a date at the beginning of its file's name serves where the page names none.
  /// - Returns: The article, its texts as they are shown.
  func article(id: String) -> Article? {
    var rest = blocks[...]
    var section: String?
    if rest.count > 1, isSection(rest[rest.startIndex]), isTitle(rest[rest.startIndex + 1]) {
      section = rest.removeFirst()
    }
    var title = ""
    if let first = rest.first, rest.count > 1 ? first.count <= Self.longestTitle : isTitle(first) {
      title = rest.removeFirst()
    }
    var lead = ""
    if rest.count > 1, let first = rest.first, !isHeadline(first) || first.count > Self.longestSection {
      lead = rest.removeFirst()
    }
    let body = rest.joined(separator: "\n")
    guard !title.isEmpty || !lead.isEmpty || !body.isEmpty else { return nil }
    return Article(
      id: id, title: title, lead: lead, body: body, section: section, date: date ?? Self.date(inNameOf: id),
      author: author, format: .webExport)
  }

  /// The blocks of a text; a text without blank lines is one block a line.
  private static func blocks(of text: String) -> [String] {
    var blocks: [[String]] = [[]]
    var holdsBlankLine = false
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = PlainText.line(String(line))
      if line.isEmpty {
        holdsBlankLine = holdsBlankLine || blocks.last?.isEmpty == false
        if blocks.last?.isEmpty == false { blocks.append([]) }
      } else {
        blocks[blocks.count - 1].append(line)
      }
    }
    blocks.removeAll(where: \.isEmpty)
    if blocks.count < 2 { return blocks.first ?? [] }
    return blocks.map(joined)
  }

  /// The lines of one block: a line that was broken in its sentence goes on behind a space.
  private static func joined(_ lines: [String]) -> String {
    guard lines.count > 1 else { return lines.first ?? "" }
    var text = ""
    for line in lines where SiteFurniture.kind(of: line) == nil {
      if let last = text.last {
        text += ".!?…»\"”:;".contains(last) || line.count < 40 && text.count < 40 ? "\n" : " "
      }
      text += line
    }
    return text
  }

  private mutating func removeFurniture() {
    var kept: [String] = []
    var announcement: Int?
    for (index, block) in blocks.enumerated() {
      switch SiteFurniture.kind(of: block) {
      case nil:
        if block.isEmpty { continue }
        if announcement != nil, !isHeadline(block) { announcement = nil }
        if !readsAsDateOrByline(block, after: kept.count, isLast: index == blocks.count - 1) {
          kept.append(block)
        }
      case .plain: break
      case .relatedLinks: announcement = announcement ?? kept.count
      }
    }
    // Headlines behind "Lire aussi" with nothing of the article after them are links; in the midst of the article they
    // may as well be intertitles.
    if let announcement, announcement > 2 { kept.removeSubrange(announcement...) }
    blocks = kept
  }

  /// Takes "Publié le 13 mai 2022 à 11 h 05" and "Par Hélène Marsac" for what they are.
  private mutating func readsAsDateOrByline(_ block: String, after count: Int, isLast: Bool) -> Bool {
    guard count > 0, block.count <= Self.longestByline else { return false }
    if let found = WebExportDate.date(in: block) {
      date = date ?? found
      return true
    }
    guard count <= 3 || isLast, author == nil, isHeadline(block) else { return false }
    for word in ["Par ", "By ", "PAR "] where block.hasPrefix(word) {
      let name = block.dropFirst(word.count)
      // "Par la rédaction" names nobody's name, but it is no intertitle either.
      guard name.first?.isUppercase == true || name.lowercased().contains("rédaction") else { continue }
      author = String(name)
      return true
    }
    return false
  }

  private func isSection(_ block: String) -> Bool {
    block.count <= Self.longestSection && !block.contains("\n") && isHeadline(block)
      && block.last?.isLetter == true
  }

  private func isTitle(_ block: String) -> Bool {
    block.count <= Self.longestTitle && block.last != "." && !block.contains("\n")
  }

  /// Whether a block is short and ends as no sentence does.
  private func isHeadline(_ block: String) -> Bool {
    guard block.count <= Self.longestIntertitle, let last = block.last else { return false }
    return !".!…:;,".contains(last)
  }

  /// The day at the beginning of a file's name: 2023-09-14-kim-poutine.txt.
  private static func date(inNameOf id: String) -> ArticleDate? {
    let name = id.split(separator: "/").last ?? ""
    let parts = name.split(separator: "-", maxSplits: 3)
    guard parts.count >= 3, parts[0].count == 4 else { return nil }
    return ArticleDate("\(parts[0])-\(parts[1])-\(parts[2].prefix { $0.isASCII && $0.isNumber })")
  }
}
