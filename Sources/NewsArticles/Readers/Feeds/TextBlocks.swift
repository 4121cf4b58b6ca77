/// The paragraphs of HTML that holds nothing but an article, as feeds and agencies deliver it.
enum TextBlocks {
  /// The paragraphs of a text that may be HTML or plain.
  ///
  /// - Parameters:
  ///   - text: HTML, or paragraphs separated by line feeds.
  ///   - title: The title of the article: it is no paragraph.
  /// - Returns: The paragraphs, furniture left out.
  static func paragraphs(_ text: String, title: String) -> [String] {
    let isMarkup = text.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
    guard isMarkup, let tree = try? HTMLTreeBuilder.tree(of: Array(text.utf8)) else {
      return kept(PlainText.paragraphs(text).split(separator: "\n").map(String.init), title)
    }
    return paragraphs(of: tree, in: 0, title: title)
  }

  /// The paragraphs of an element of a tree.
  static func paragraphs(of tree: HTMLTree, in node: Int, title: String) -> [String] {
    let furniture = ElementFurniture(tree)
    let blocks = HTMLBlocks(of: tree, in: node) { index in
      left.contains(tree.nodes[index].tag) || [.unread, .sure].contains(furniture.kind(of: index))
    }.blocks
    return kept(blocks.filter { $0.linkDensity <= 0.7 || $0.length >= 300 }.map(\.text), title)
  }

  /// What stands in a text beside its paragraphs.
  private static let left: Set<String> = ["figure", "figcaption", "aside", "form", "media", "noscript"]

  private static func kept(_ paragraphs: [String], _ title: String) -> [String] {
    let titleKey = TitleFinder.key(title)
    return paragraphs.filter { paragraph in
      !LineFurniture.isFurniture(paragraph) && !LineFurniture.announcesLinks(paragraph)
        && (titleKey.isEmpty || TitleFinder.key(paragraph) != titleKey)
    }
  }
}
