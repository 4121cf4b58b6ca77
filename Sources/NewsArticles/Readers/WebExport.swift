/// A web page saved as text, taken apart: section, title, lead, body; byline, date and site furniture taken out.
///
/// The first block is the section if it is short and a title follows; the title is next, then the lead, then
/// the body with its intertitles (short blocks without final punctuation). Byline and date stand before the
/// body, or behind it.
struct WebExport {
  private var rest: ArraySlice<String>
  private var author: String?
  private var date: ArticleDate?

  /// A longer block names no section, in characters.
  private static let longestSection = 40
  /// A longer block is no title.
  private static let longestTitle = 250
  /// A longer block is no byline.
  private static let longestByline = 80

  init(_ text: String) {
    rest = WebExportBlocks.of(text)[...]
  }

  /// The article; `nil` where nothing is left to read.
  ///
  /// - Parameter id: The document id; a date at the beginning of its file's name serves where the page names none.
  /// - Returns: The article, its texts as they are shown.
  func article(id: String) -> Article? {
    var page = self
    return page.takenApart(id: id)
  }

  private mutating func takenApart(id: String) -> Article? {
    let last = takeEnd()
    let section = takeSection()
    var title = ""
    if let first = rest.first, rest.count > 1 ? first.count <= Self.longestTitle : isTitle(first) {
      title = PlainText.line(rest.removeFirst())
    }
    takeHead()
    var lead = ""
    if rest.count > 1, let first = rest.first,
      !WebExportBlocks.isHeadline(first) || first.count > Self.longestSection
    {
      lead = rest.removeFirst()
    }
    takeHead()
    let body = rest.joined(separator: "\n")
    guard !title.isEmpty || !lead.isEmpty || !body.isEmpty else { return nil }
    return Article(
      id: id, title: title, lead: lead, body: body, section: section,
      date: date ?? last.date ?? Self.date(inNameOf: id), author: author ?? last.author, format: .webExport)
  }

  /// Takes the section, and what stands between it and the title, if a title follows.
  private mutating func takeSection() -> String? {
    guard let first = rest.first, isSection(first) else { return nil }
    // What names a date or an author is no title, but what begins with "Par" may be one.
    let next = rest.dropFirst().drop { WebExportDate.date(in: $0) != nil || isFullByline($0) }
    guard let title = next.first, isTitle(title) else { return nil }
    let head = rest[rest.startIndex + 1..<next.startIndex]
    rest = next
    for block in head { note(block) }
    return first
  }

  /// Takes bylines and dates that come next, before the body.
  private mutating func takeHead() {
    while rest.count > 1, let block = rest.first, note(block) { rest.removeFirst() }
  }

  /// Takes bylines and dates that stand last; of several dates the first counts.
  private mutating func takeEnd() -> (date: ArticleDate?, author: String?) {
    var end: (date: ArticleDate?, author: String?)
    while rest.count > 1, let block = rest.last {
      if let date = WebExportDate.date(in: block) {
        end.date = date
      } else if end.author == nil, let author = byline(block) {
        end.author = author
      } else {
        break
      }
      rest.removeLast()
    }
    return end
  }

  /// Takes "Publié le 13 mai 2022 à 11 h 05" and "Par Hélène Marsac" for what they are.
  @discardableResult private mutating func note(_ block: String) -> Bool {
    let lines = block.split(separator: "\n").map(String.init)
    guard lines.allSatisfy({ WebExportDate.date(in: $0) != nil || author == nil && byline($0) != nil }) else {
      return false
    }
    for line in lines {
      if let found = WebExportDate.date(in: line) {
        date = date ?? found
      } else {
        author = author ?? byline(line)
      }
    }
    return true
  }

  /// Whom a byline names.
  private func byline(_ block: String) -> String? {
    guard block.count <= Self.longestByline, WebExportBlocks.isHeadline(block) else { return nil }
    for word in ["Par ", "By ", "PAR "] where block.hasPrefix(word) {
      let name = block.dropFirst(word.count)
      // "Par la rédaction" names nobody's name, but it is no intertitle either.
      guard name.first?.isUppercase == true || name.lowercased().contains("rédaction") else { continue }
      return String(name)
    }
    return nil
  }

  /// Whether a byline names somebody by more than one name, as few titles do that begin with "Par".
  private func isFullByline(_ block: String) -> Bool {
    guard let name = byline(block)?.prefix(while: { $0 != "," }).split(separator: " ") else { return false }
    return name.count > 1 && name.allSatisfy { $0.first?.isUppercase == true }
  }

  private func isSection(_ block: String) -> Bool {
    block.count <= Self.longestSection && !block.contains("\n") && WebExportBlocks.isHeadline(block)
      && block.last?.isLetter == true
  }

  private func isTitle(_ block: String) -> Bool {
    block.count <= Self.longestTitle
      && block.split(separator: "\n").allSatisfy { !WebExportBlocks.endsInFullStop($0) }
  }

  /// The day at the beginning of a file's name: 2023-09-14-kim-poutine.txt.
  private static func date(inNameOf id: String) -> ArticleDate? {
    let name = id.split(separator: "/").last ?? ""
    let parts = name.split(separator: "-", maxSplits: 3)
    guard parts.count >= 3, parts[0].count == 4 else { return nil }
    return ArticleDate("\(parts[0])-\(parts[1])-\(parts[2].prefix { $0.isASCII && $0.isNumber })")
  }
}
