/// Tells which elements of a page are not its article, by what they are and by what they are called.
struct ElementFurniture {
  private let tree: HTMLTree

  init(_ tree: HTMLTree) {
    self.tree = tree
  }

  /// How surely an element is furniture.
  enum Kind {
    /// Never shown, or never read.
    case unread
    /// Called what only furniture is called.
    case sure
    /// May hold the article all the same, if most of the text is in it.
    case likely
  }

  private static let likelyTags: Set<String> = [
    "aside", "form", "figure", "figcaption", "caption", "address", "time", "cite", "label", "noscript",
  ]
  private static let sureTags: Set<String> = ["nav", "footer"]
  private static let roles: Set<String> = [
    "navigation", "complementary", "contentinfo", "search", "dialog", "alertdialog", "banner", "menu",
    "menubar", "button",
    "tooltip", "toolbar", "tablist", "alert",
  ]
  /// Elements that hold all of a page or of an article, whatever they are called.
  private static let frames: Set<String> = ["html", "body", "main", "article", "p", "h1", "#root"]

  /// What kind of furniture an element is; `nil` for none.
  func kind(of index: Int) -> Kind? {
    let tag = tree.nodes[index].tag
    if isUnread(index, tag) { return .unread }
    if Self.sureTags.contains(tag) { return .sure }
    if Self.likelyTags.contains(tag) { return .likely }
    if let role = tree.attribute("role", of: index)?.lowercased(), Self.roles.contains(role) { return .sure }
    guard !Self.frames.contains(tag), !tree.nodes[index].attributes.isEmpty else { return nil }
    let names = [tree.attribute("class", of: index), tree.attribute("id", of: index)]
      .compactMap(\.self).joined(separator: " ")
    return names.isEmpty ? nil : FurnitureNames.kind(of: names)
  }

  private func isUnread(_ index: Int, _ tag: String) -> Bool {
    if HTMLTag.unread.contains(tag) || tag.hasPrefix("amp-") && !HTMLTag.readAMP.contains(tag) { return true }
    guard !tree.nodes[index].attributes.isEmpty else { return false }
    if tree.attribute("hidden", of: index) != nil { return true }
    guard let style = tree.attribute("style", of: index)?.lowercased() else { return false }
    let rules = style.filter { !$0.isWhitespace }
    return rules.contains("display:none") || rules.contains("visibility:hidden")
  }
}
