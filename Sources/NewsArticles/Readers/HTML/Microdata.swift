/// What a page says in microdata: `itemprop` on its elements.
///
/// Source: <https://html.spec.whatwg.org/multipage/microdata.html>.
struct Microdata {
  private let tree: HTMLTree
  /// The elements that state something of an article, by what they state.
  private var elements: [String: [Int]] = [:]
  /// Whether the page holds an article of this kind.
  private(set) var isArticle = false

  init(_ tree: HTMLTree) {
    self.tree = tree
    // Of each node, whether the item it belongs to is an article, or of no kind at all.
    var isOfArticle = [true]
    for index in tree.nodes.indices.dropFirst() {
      let parent = tree.nodes[index].parent
      isOfArticle.append(
        tree.attribute("itemscope", of: parent) == nil
          ? isOfArticle[parent] : Self.isArticle(tree.attribute("itemtype", of: parent)))
      guard !tree.nodes[index].attributes.isEmpty else { continue }
      if Self.isArticle(tree.attribute("itemtype", of: index)) { isArticle = true }
      guard let names = tree.attribute("itemprop", of: index), isOfArticle[index] else { continue }
      for name in names.split(separator: " ") { elements[name.lowercased(), default: []].append(index) }
    }
  }

  /// The first value of a property.
  func first(_ property: String) -> String? { all(property).first }

  /// All values of a property, in their order.
  func all(_ property: String) -> [String] {
    (elements[property.lowercased()] ?? []).map(value).filter { !$0.isEmpty }
  }

  /// The name of the author: of the person or organisation that the property holds.
  var author: String? {
    guard let author = elements["author"]?.first ?? elements["creator"]?.first else { return nil }
    let name = (author..<tree.nodes[author].end).first { index in
      tree.attribute("itemprop", of: index)?.split(separator: " ").contains("name") == true
    }
    return value(name ?? author)
  }

  private func value(_ index: Int) -> String {
    tree.attribute("content", of: index) ?? tree.attribute("datetime", of: index) ?? tree.line(of: index)
  }

  private static func isArticle(_ type: String?) -> Bool {
    guard let type else { return false }
    return type.contains("Article") || type.contains("BlogPosting") || type.hasSuffix("/Report")
  }
}
