/// The blocks of a web export, without site furniture and links to other articles.
///
/// Blocks are separated by blank lines. An article that no blank line divides has a block a line.
struct WebExportBlocks {
  private struct Block {
    let lines: [String]
    let text: String

    /// Whether each line may be a headline.
    var isHeadlines: Bool { lines.allSatisfy(WebExportBlocks.isHeadline) }
  }

  private var kept: [Block] = []
  /// How many blocks stand before "Lire aussi", if only headlines stand behind it so far.
  private var announcement: Int?

  /// The blocks of a text, in their order; none is empty.
  static func of(_ text: String) -> [String] {
    var blocks = WebExportBlocks()
    var lines: [String] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = PlainText.line(String(line))
      if line.isEmpty {
        blocks.add(lines)
        lines = []
      } else {
        lines.append(line)
      }
    }
    blocks.add(lines)
    blocks.removeLinks()
    if blocks.kept.count == 1 { return blocks.kept[0].lines }
    return blocks.kept.map(\.text)
  }

  /// Adds the lines between two blank ones.
  private mutating func add(_ lines: [String]) {
    // A sentence of furniture may have been broken into lines.
    let whole = lines.count > 1 ? [lines.joined(separator: " ")] : []
    if whole.contains(where: { SiteFurniture.kind(of: $0) != nil }) { return add(whole) }
    var article: [String] = []
    for line in lines {
      switch SiteFurniture.kind(of: line) {
      case nil: article.append(line)
      case .plain: break
      case .relatedLinks:
        keep(article)
        article = []
        announcement = announcement ?? kept.count
      }
    }
    keep(article)
  }

  private mutating func keep(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    let block = Block(lines: lines, text: Self.joined(lines))
    if announcement != nil, !block.isHeadlines { announcement = nil }
    kept.append(block)
  }

  /// Removes the headlines behind "Lire aussi" that have no more of the article after them.
  ///
  /// In the midst of the article they may as well be intertitles, and before its first paragraph its title.
  private mutating func removeLinks() {
    guard let announcement, kept[..<announcement].contains(where: { !$0.isHeadlines }) else { return }
    kept.removeSubrange(announcement...)
  }

  /// The lines of one block: a line that was broken in its sentence goes on behind a space.
  ///
  /// Complexity: linear in the lines.
  private static func joined(_ lines: [String]) -> String {
    guard var text = lines.first, lines.count > 1 else { return lines.first ?? "" }
    var count = text.count
    for line in lines.dropFirst() {
      let endsSentence = text.last.map(".!?…»\"”:;".contains) == true
      let areShort = line.count < 40 && count < 40
      text += line.first?.isLowercase == true || !endsSentence && !areShort ? " " : "\n"
      text += line
      count += line.count + 1
    }
    return text
  }

  /// Whether a block is short and ends as no sentence does.
  static func isHeadline(_ block: String) -> Bool {
    guard block.count <= longestHeadline, let last = block.last else { return false }
    return !".!…:;,".contains(last) && !endsInFullStop(block)
  }

  /// No longer block is a headline, in characters.
  private static let longestHeadline = 160

  /// Whether a text ends in a full stop, behind which a quotation may end as well.
  ///
  /// The point of "S.N.C.F." is none.
  static func endsInFullStop(_ text: some StringProtocol) -> Bool {
    let end = text.reversed().drop { "»”\"".contains($0) || $0.isWhitespace }.prefix(3).map(\.self)
    guard end.first == "." else { return false }
    return end.count < 3 || !(end[1].isUppercase && end[2] == ".")
  }
}
