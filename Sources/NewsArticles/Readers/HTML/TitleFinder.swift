/// Finds the title of a page's article: as readers see it, if that is what the page says it is.
struct TitleFinder {
  /// The title; empty where there is none.
  private(set) var title = ""
  /// The heading that shows it.
  private(set) var node: Int?

  private let site: String?

  init(_ tree: HTMLTree, _ furniture: ElementFurniture, _ metadata: PageMetadata) {
    site = metadata.site.map(Self.key)
    let headings = Self.headings(tree, furniture).filter { Self.key($0.text) != site }
    let declared = metadata.titles.map(withoutSite)
    let keys = declared.map(Self.key)
    for (title, key) in zip(declared, keys) where key.count >= 4 {
      guard let shown = headings.first(where: { Self.isSame(Self.key($0.text), key) }) else { continue }
      node = shown.node
      // A label may stand in the heading before the title: "Reportage".
      let shownKey = Self.key(shown.text)
      self.title = shownKey.count > key.count && shownKey.hasSuffix(key) ? title : shown.text
      return
    }
    let ones = headings.filter { tree.nodes[$0.node].tag == "h1" }
    if let shown = ones.first(where: { heading in
      keys.contains { Self.overlap(Self.key(heading.text), $0) >= 0.4 }
    }) {
      (title, node) = (shown.text, shown.node)
    } else if let first = declared.first(where: { !$0.isEmpty && Self.key($0) != site }) {
      title = first
    } else if let shown = ones.first {
      (title, node) = (shown.text, shown.node)
    }
  }

  /// No heading of a title holds more elements and texts.
  private static let largestHeading = 100
  /// So many headings of a page are looked at.
  private static let mostHeadings = 200

  /// The headings of a page that may show its title, with their texts: the main ones first.
  private static func headings(
    _ tree: HTMLTree, _ furniture: ElementFurniture
  ) -> [(node: Int, text: String)] {
    let nodes = tree.elements("h1").prefix(mostHeadings) + tree.elements("h2").prefix(mostHeadings)
    return nodes.compactMap { index in
      guard furniture.kind(of: index) != .unread, tree.nodes[index].end - index < largestHeading else {
        return nil
      }
      let blocks = HTMLBlocks(of: tree, in: index) { furniture.kind(of: $0) == .unread }.blocks
      let text = PlainText.line(blocks.map(\.text).joined(separator: " "))
      return text.isEmpty || text.utf8.count > 600 ? nil : (index, text)
    }
  }

  /// Whether a heading says what a title says: the same, with a label before it, or all of a title that was cut.
  private static func isSame(_ heading: String, _ title: String) -> Bool {
    heading == title || title.count >= 12 && heading.hasSuffix(title)
      || title.count >= 40 && heading.hasPrefix(title) || heading.count >= 40 && title.hasPrefix(heading)
  }

  /// The share of a heading's words that a title has.
  private static func overlap(_ heading: String, _ title: String) -> Double {
    let words = heading.split(separator: " ")
    let others = Set(title.split(separator: " "))
    guard words.count > 2 else { return 0 }
    return Double(words.count { others.contains($0) }) / Double(words.count)
  }

  /// Words in lower case, between single spaces.
  static func key(_ text: String) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  private static let separators = [" - ", " | ", " – ", " — ", " • ", " · ", " « ", " :: ", " / "]

  /// A title without the name of its newspaper behind it, and what else stands there: "Titre - Politique | Le Relais".
  private func withoutSite(_ title: String) -> String {
    var title = title
    while let cut = Self.separators.compactMap({ title.ranges(of: $0).last }).max(by: {
      $0.lowerBound < $1.lowerBound
    }) {
      let head = title[..<cut.lowerBound]
      let tail = Self.key(String(title[cut.upperBound...]))
      let isSite =
        site.map { !$0.isEmpty && (tail.contains($0) || $0.contains(tail)) } == true
        // Without a name to compare with, what is short behind a bar.
        || site == nil && tail.split(separator: " ").count <= 4 && head.split(separator: " ").count >= 4
      guard isSite, !tail.isEmpty, !head.isEmpty else { break }
      title = PlainText.line(String(head))
    }
    return title
  }
}
