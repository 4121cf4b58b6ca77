/// Tells which elements of a page are not its article, by what they are and by what they are called.
struct ElementFurniture {
  /// What is known of each node; names repeat, and each is looked at once.
  private let kinds: [Kind?]

  /// Complexity: linear in the nodes.
  init(_ tree: HTMLTree) {

    var known: [String: Kind?] = [:]
    kinds = tree.nodes.indices.map { index in
      tree.nodes[index].isText ? nil : Self.kind(of: index, tree, &known)
    }
  }

  /// What kind of furniture a node is; `nil` for none.
  func kind(of index: Int) -> Kind? { kinds[index] }

  /// How surely an element is furniture.
  enum Kind {
    /// Never shown, or never read.
    case unread
    /// Called what only furniture is called.
    case sure
    /// May hold the article all the same, if most of the text is in it.
    case likely
  }

  /// No box of a link to another article holds more elements and texts.
  private static let largestTeaser = 200

  private static let likelyTags: Set<String> = [
    "aside", "form", "figure", "figcaption", "caption", "address", "time", "cite", "label", "noscript",
  ]
  private static let sureTags: Set<String> = ["nav", "footer"]
  private static let roles: Set<String> = [
    "navigation", "complementary", "contentinfo", "search", "dialog", "alertdialog", "banner", "menu",
    "menubar", "button",
    "tooltip", "toolbar", "tablist", "alert",
  ]
  /// Elements that hold all of a page or of an article, whatever they are called; a row goes with its table.
  private static let frames: Set<String> = ["html", "body", "main", "article", "h1", "tr", "#root"]

  private static func kind(of index: Int, _ tree: HTMLTree, _ known: inout [String: Kind?]) -> Kind? {
    let tag = tree.nodes[index].tag
    if isUnread(index, tag, tree) { return .unread }
    if sureTags.contains(tag) { return .sure }
    if likelyTags.contains(tag) { return isInText(index, tag, tree) ? nil : .likely }
    guard !tree.nodes[index].attributes.isEmpty else { return nil }
    if let role = tree.attribute("role", of: index)?.lowercased(), roles.contains(role) { return .sure }
    if frames.contains(tag) { return nil }
    let names = [tree.attribute("class", of: index), tree.attribute("id", of: index)]
      .compactMap(\.self).joined(separator: " ")
    if names.isEmpty { return nil }
    if let kind = known[names] { return kind }
    let kind = FurnitureNames.kind(of: names)
    if kind == nil, FurnitureNames.words(of: names).contains(where: FurnitureNames.teaser.contains) {
      // What it is depends on more than its names.
      let isBox = tree.nodes[index].end - index < largestTeaser
      return isBox && !tree.elements("a", in: index).isEmpty ? .likely : nil
    }
    known[names] = .some(kind)
    return kind
  }

  /// Whether a date or a title stands in the midst of a sentence.
  private static func isInText(_ index: Int, _ tag: String, _ tree: HTMLTree) -> Bool {
    guard ["time", "cite", "label"].contains(tag),
      let block = tree.ancestors(of: index).first(where: { HTMLTag.blocks.contains(tree.nodes[$0].tag) })
    else { return false }
    return ["p", "li", "td", "dd"].contains(tree.nodes[block].tag)
      && tree.nodes[block].text.count > 2 * tree.nodes[index].text.count + 20
  }

  private static func isUnread(_ index: Int, _ tag: String, _ tree: HTMLTree) -> Bool {
    if HTMLTag.unread.contains(tag) || tag.hasPrefix("amp-") && !HTMLTag.readAMP.contains(tag) { return true }
    guard !tree.nodes[index].attributes.isEmpty else { return false }
    if tree.attribute("hidden", of: index) != nil { return true }
    guard let style = tree.attribute("style", of: index)?.lowercased() else { return false }
    let rules = style.filter { !$0.isWhitespace }
    return rules.contains("display:none") || rules.contains("visibility:hidden")
  }
}
